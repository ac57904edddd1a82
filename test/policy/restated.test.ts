import { expect, test } from 'vitest'
import { day } from '../../policy/index.ts'
import { duty, findingsOf, installed, measures, waiver } from '../support/example-policy.ts'

const tenYears = { lasting: { atLeast: 'P10Y' } }
const nation = installed(
  measures([duty(tenYears, { id: 'ten', effect: 'SHALL' })], {
    id: 'national',
    level: 'nation',
    jurisdiction: '100000',
  }),
)
const local = (more: Parameters<typeof duty>[1], ...others: ReturnType<typeof waiver>[]) =>
  installed(measures([duty(tenYears, { restates: ['national/ten'], ...more }), ...others]), {
    effectiveFrom: '2022-01-01',
  })
const career = [{ post: 'head', from: '2010-01-01' }]

const superiorShownWith = (on: string, ...policies: Parameters<typeof findingsOf>[1][]) => {
  const findings = findingsOf({ career, states: [{ kind: 'health_unfit', from: '2024-01-01' }] }, ...policies)
  const superior = findings.find((f) => f.rule === 'national/ten')
  return (
    superior?.spans.find((s) => s.from <= day(on) && day(on) < s.to)?.shownWith ===
    findings.find((f) => f.rule === 'example/duty')?.id
  )
}

test('a duty that a lower policy says again is shown once, on the days both stand alike', () => {
  expect(superiorShownWith('2021-12-31', nation, local({ effect: 'SHALL' }))).toBe(false)
  expect(superiorShownWith('2022-01-01', nation, local({ effect: 'SHALL' }))).toBe(true)
  expect(superiorShownWith('2022-01-01', nation, local({ effect: 'MUST' }))).toBe(true)
})

test('a weaker restatement hides nothing', () => {
  expect(superiorShownWith('2022-01-01', nation, local({ effect: 'SHOULD' }))).toBe(false)
})

test('where only the lower duty is waived, the superior one is shown beside it', () => {
  const waived = local({ effect: 'SHALL' }, waiver({ state: { kind: 'health_unfit' } }))
  expect(superiorShownWith('2023-12-31', nation, waived)).toBe(true)
  expect(superiorShownWith('2024-01-01', nation, waived)).toBe(false)
})

test('a restatement that is due later, because it came later, does not hide the day on which the superior is due', () => {
  const within = { deadline: { within: 'P1Y' } }
  const [rule] = nation.plugin.rules
  const early = { ...nation, plugin: { ...nation.plugin, rules: rule === undefined ? [] : [{ ...rule, ...within }] } }
  // Due since 2020, so by 2021; under the local rule by 2023 only.
  expect(superiorShownWith('2022-06-01', early as typeof nation, local({ effect: 'SHALL', ...within }))).toBe(false)
  expect(superiorShownWith('2022-06-01', nation, local({ effect: 'SHALL', ...within }))).toBe(true)
})
