import { describe, expect, test } from 'vitest'
import { plugins } from '../../../plugins/index.ts'
import {
  type Certificate,
  certificateProblems,
  certify,
  divisionsByCode,
  type Installation,
} from '../../../policy/index.ts'

const place: Readonly<Record<string, string>> = { 'template-district': '520102', 'template-county': '411121' }

/** Every bundled document below those before it, where it belongs. */
const certificates = (): ReadonlyMap<string, Certificate> => {
  const installed: Installation[] = []
  const found = new Map<string, Certificate>()
  for (const plugin of plugins) {
    const jurisdiction = plugin.jurisdiction ?? place[plugin.id] ?? ''
    found.set(plugin.id, certify(plugin, jurisdiction, installed, divisionsByCode))
    installed.push({ plugin, digest: '', jurisdiction, effectiveFrom: '2000-01-01', effectiveTo: null })
  }
  return found
}

describe('the bundled documents', () => {
  const all = certificates()

  test.each(plugins.map(({ id }) => id))('%s conforms: every point of it is allowed or proved', (id) => {
    const certificate = all.get(id)
    expect(certificate?.conforms).toBe(true)
    expect(certificate?.items.filter(({ holds }) => !holds)).toEqual([])
    if (certificate !== undefined) expect(certificateProblems(certificate)).toEqual([])
  })

  test('certifying the largest of them against its superiors takes less than a second', () => {
    const [national] = plugins
    if (national === undefined) throw new RangeError('no plugins')
    const superiors = [
      { plugin: national, digest: '', jurisdiction: '100000', effectiveFrom: '2000-01-01', effectiveTo: null },
    ]
    const before = process.cpuUsage()
    for (const plugin of plugins)
      certify(plugin, plugin.jurisdiction ?? place[plugin.id] ?? '', superiors, divisionsByCode)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1000)
  })

  test('what is proved of them are their eight restatements, what is allowed Luohe’s ten exemptions', () => {
    const points = [...all.values()].flatMap(({ items }) => items.map(({ point, basis }) => `${point} ${basis}`))
    expect(points.toSorted()).toEqual([...Array(10).fill('exemption allowed'), ...Array(8).fill('restatement proved')])
  })

  test('and what their authors should read', () => {
    const notices = [...all].flatMap(([id, { notices }]) =>
      notices.map(
        ({ code, says }) =>
          `${id} ${code} ${says.en
            .match(/[A-Z]{2,3}-[A-Z]?\d+/g)
            ?.slice(0, 2)
            .join(' ')}`,
      ),
    )
    expect(notices).toEqual([
      'national REDUNDANT_RULE ZW-19 CSL-64',
      'luohe REDUNDANT_RULE LH-K3 LH-K2',
      ...[1, 2, 3, 4, 5].map((n) => `luohe SHADOWED_EXEMPTION LH-X${n} LH-T4`),
    ])
  })
})
