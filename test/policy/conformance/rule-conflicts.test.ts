import { expect, test } from 'vitest'
import { ruleConflicts } from '../../../policy/index.ts'
import { duty, exampleCity, installed } from '../../support/example-policy.ts'
import { city } from '../../support/two-layers.ts'

const rule = duty({ lasting: { atLeast: 'P10Y' } }, { id: 'tenure', catalogueId: 'CITY-1' })
const other = (more = {}) =>
  installed(city([{ ...rule, catalogueId: 'OTHER-1', title: { zh: '另一条', en: 'Another' } }], { id: 'other' }), more)

test('a rule id that another document at work here carries is refused with both clauses', () => {
  const [problem] = ruleConflicts(city([rule]), exampleCity, [other()])
  expect(problem).toMatchObject({
    code: 'RULE_CONFLICT',
    path: ['rules', '0', 'id'],
    superior: { rule: 'other/tenure' },
  })
  expect(problem?.message.zh).toMatch(/CITY-1 示例.*OTHER-1 另一条/)
  expect(problem?.message.en).toMatch(/CITY-1: Example.*OTHER-1: Another/)
})

test.each([
  ['an earlier version of the same document', () => ({ ...other(), plugin: city([rule]) })],
  ['another jurisdiction', () => other({ jurisdiction: '360400' })],
  ['a document that ended before', () => other({ effectiveTo: '2009-12-31' })],
  ['a document of other rules', () => installed(city([{ ...rule, id: 'else' }], { id: 'other' }))],
])('%s is in nobody’s way', (_, installation) => {
  expect(ruleConflicts(city([rule]), exampleCity, [installation()])).toEqual([])
})
