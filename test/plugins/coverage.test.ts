import { expect, test } from 'vitest'
import { catalogue } from '../../plugins/catalogue.ts'
import { coverageOf } from '../../plugins/coverage.ts'
import { plugins } from '../../plugins/index.ts'

test.each(plugins.map((plugin) => [plugin.id, plugin] as const))(
  '%s leaves out no clause of its instruments',
  (_, plugin) => {
    expect(coverageOf(plugin).missing).toEqual([])
  },
)

test('the catalogue is whole: so many entries of each instrument as the laws and reports were read to have', () => {
  const counts: Record<string, number> = {}
  for (const id of Object.values(catalogue).flat()) {
    const instrument = id.split('-')[0] ?? id
    counts[instrument] = (counts[instrument] ?? 0) + 1
  }
  expect(counts).toEqual({
    ...{ CSL: 24, ZR: 12, HB: 10, JL: 12, RH: 6, RT: 15, RQ: 6, SY: 10, JCG: 2, FG: 1, BG: 6, SJ: 3, DJ: 5, ZW: 4 },
    ...{ 诫勉: 1, 组织处理: 1, 影响期合并: 1 },
    ...{ GZ: 7, YZ: 4, LH: 16, JJ: 11, DC: 16, QU: 16, XX: 5 },
  })
})

test('every plugin of the catalogue is bundled, and every bundled plugin is in the catalogue', () => {
  expect(plugins.map(({ id }) => id).toSorted()).toEqual(Object.keys(catalogue).toSorted())
})

test('nothing known only from memory is switched on or called verified', () => {
  const remembered = ['JL-6', 'RT-24', 'RT-51b', 'RT-53', 'RH-6+']
  const rules = plugins.flatMap((plugin) => plugin.rules)
  expect(rules.filter(({ enabled, catalogueId }) => enabled !== false && remembered.includes(catalogueId))).toEqual([])
  const verified = plugins.flatMap(({ rules, clauses }) => [...rules, ...clauses]).filter(({ cite }) => cite.verified)
  expect(verified.filter(({ catalogueId }) => remembered.includes(catalogueId))).toEqual([])
})

test('no local rule is called verified: their texts were never published', () => {
  const local = plugins.filter(({ id }) => id !== 'national')
  const cited = local.flatMap(({ rules, clauses }) => [...rules, ...clauses])
  expect(cited.filter(({ cite }) => cite.verified)).toEqual([])
})
