import { describe, expect, test } from 'vitest'
import { dongcheng } from '../../plugins/dongcheng/plugin.ts'
import { jiujiang } from '../../plugins/jiujiang/plugin.ts'
import { luohe } from '../../plugins/luohe/plugin.ts'
import { national } from '../../plugins/national/plugin.ts'
import { templateCounty } from '../../plugins/template-county/plugin.ts'
import { type Case, casePerson, compile, day, type PluginDocument } from '../../policy/index.ts'
import { installed, settingWith } from '../support/example-policy.ts'

type Story = Pick<Case, 'career' | 'states' | 'person'>

/** What each rule says of a person of `at` on a day, under these plugins together. */
const statuses = (at: string, on: string, story: Story, ...plugins: readonly PluginDocument[]) => {
  const installations = plugins.map((plugin) => installed(plugin, { jurisdiction: plugin.jurisdiction ?? at }))
  const findings = compile(installations, settingWith()).findings(casePerson({ name: 'A', ...story }, at))
  const today = day(on)
  return Object.fromEntries(
    findings.flatMap((finding) =>
      finding.spans.filter((s) => s.from <= today && today < s.to).map((s) => [finding.rule, s.status] as const),
    ),
  )
}

const chief = { post: '甲科科长', level: 'section_chief', leading: true, from: '2008-01-01' } as const
const head = { ...chief, post: '县长', internalUnit: null, teamKind: 'government' } as const

describe('national and local law together', () => {
  test('a section head of Luohe is due under both, each with its own citation', () => {
    expect(statuses('411100', '2023-06-01', { career: [chief] }, national, luohe)).toEqual({
      'national/zr-10a': 'ACTIVE',
      'luohe/lh-m1': 'ACTIVE',
      'luohe/lh-m2': 'ACTIVE',
    })
  })

  test('Luohe’s exemption for health reaches the national ten-year rule, which lists the municipality (B9)', () => {
    const states = [{ kind: 'health_unfit', from: '2023-01-01' }] as const
    expect(statuses('411100', '2023-06-01', { career: [chief], states }, national, luohe)).toEqual({
      'national/zr-10a': 'EXEMPT',
      'luohe/lh-m1': 'EXEMPT',
      'luohe/lh-m2': 'EXEMPT',
    })
  })

  test('Luohe’s exemptions do not reach the rule for leading members, which lists nobody', () => {
    const states = [{ kind: 'health_unfit', from: '2023-01-01' }] as const
    expect(statuses('411100', '2023-06-01', { career: [head], states }, national, luohe)['national/jl-5a']).toBe(
      'ACTIVE',
    )
  })

  test('a filed case leaves no duty standing anywhere on the chain (政务处分法第五十二条)', () => {
    const states = [{ kind: 'case_filed', value: 'filed', from: '2023-01-01' }] as const
    for (const [at, plugin] of [
      ['411100', luohe],
      ['360400', jiujiang],
      ['110101', dongcheng],
      ['411121', templateCounty],
    ] as const)
      for (const career of [[chief], [head], [{ ...chief, level: 'unit_chief' }]] as const) {
        const standing = statuses(at, '2024-06-01', { career, states }, national, plugin)
        expect(Object.keys(standing), at).not.toEqual([])
        expect(new Set(Object.values(standing)), at).toEqual(new Set(['DEFERRED']))
      }
  })

  test('a postponement with the authority’s consent defers the national rule and the district’s restatement alike', () => {
    const states = [{ kind: 'approval', value: 'deferral', from: '2024-01-01' }] as const
    const said = statuses('110101', '2024-06-01', { career: [chief], states }, national, dongcheng)
    expect(said).toMatchObject({ 'national/zr-10a': 'DEFERRED', 'dongcheng/dc-1': 'DEFERRED' })
  })

  test('a postponement under the transfer provisions does not touch a county’s own stricter rule', () => {
    const states = [{ kind: 'approval', value: 'deferral', from: '2024-01-01' }] as const
    const career = [{ ...chief, level: 'unit_chief' }] as const
    expect(statuses('411121', '2024-06-01', { career, states }, national, templateCounty)).toEqual({
      'national/zr-10a': 'DEFERRED',
      'template-county/xx-1a': 'ACTIVE',
    })
  })

  test('on the day of retirement every duty to move gives way to the duty to retire', () => {
    const person = { birth: '1966-03-15' }
    expect(statuses('411100', '2026-07-15', { career: [chief], person }, national, luohe)).toEqual({
      'national/csl-92': 'ACTIVE',
    })
  })

  test('a chief managed by the municipality is judged by it, one managed by the nation is not', () => {
    const career = [{ ...head, place: '360428', level: 'division_chief' }] as const
    expect(statuses('360400', '2023-06-01', { career }, national, jiujiang)).toHaveProperty('jiujiang/jj-2')
    const central = [{ ...career[0], authority: '100000' }] as const
    expect(statuses('360400', '2023-06-01', { career: central }, national, jiujiang)).not.toHaveProperty(
      'jiujiang/jj-2',
    )
  })
})
