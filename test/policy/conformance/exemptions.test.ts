import { describe, expect, test } from 'vitest'
import { luohe } from '../../../plugins/luohe/plugin.ts'
import { national } from '../../../plugins/national/plugin.ts'
import { type Condition, certificateProblems } from '../../../policy/index.ts'
import { duty, waiver } from '../../support/example-policy.ts'
import { certified, city, law } from '../../support/two-layers.ts'
import { isReleased } from '../../support/witness.ts'

const tenYears: Condition = { lasting: { atLeast: 'P10Y' } }
const tenure = (more = {}) => duty(tenYears, { id: 'tenure', catalogueId: 'LAW-1', ...more })
const exempting = (when: Condition, ...appliesTo: readonly string[]) =>
  city([duty(tenYears, { id: 'own-tenure' }), waiver(when, { appliesTo })])

describe('an exemption that reaches a superior rule', () => {
  test('holds where that duty lists the level', () => {
    const [item] = certified(
      exempting({ state: { kind: 'health_unfit' } }, 'law/tenure'),
      law([tenure({ exemptable: ['municipality'] })]),
    ).items
    expect(item).toMatchObject({ holds: true, basis: 'allowed', counterexample: null })
  })

  test('is refused where the duty lists another level, with an officer whom it would release', () => {
    const lower = exempting({ state: { kind: 'health_unfit' } }, 'law/tenure')
    const superior = law([tenure({ exemptable: ['province'] })])
    const certificate = certified(lower, superior)
    expect(certificate.conforms).toBe(false)
    const [item] = certificate.items
    expect(item).toMatchObject({ holds: false, basis: 'refuted', path: ['rules', '1', 'appliesTo', '0'] })
    expect(isReleased(item, lower, superior)).toBe(true)
    expect(item?.counterexample?.story.zh).toContain('健康原因')
  })

  test.each<readonly [string, Condition]>([
    ['a state', { state: { kind: 'unfinished_business' } }],
    ['an age', { age: { atLeast: 50 } }],
    [
      'the years to retirement, without an evident problem',
      {
        all: [{ toRetirement: { under: 'P3Y' } }, { not: { state: { kind: 'evident_problem' } } }],
      },
    ],
    ['probation in the post', { held: { capacity: ['probation'] } }],
    ['a level', { held: { level: ['division_chief'] } }],
    [
      'an ethnicity and an approval',
      {
        all: [{ person: { ethnicity: { notIn: ['01'] } } }, { state: { kind: 'approval', values: ['deferral'] } }],
      },
    ],
    [
      'one of two reasons',
      { any: [{ state: { kind: 'case_filed' } }, { happened: { event: 'move', within: 'P1Y', times: 9 } }] },
    ],
    ['a record', { dossier: { kind: 'talk' } }],
    ['a home', { native: { place: 'post', basis: ['growth'] } }],
  ])('finds the officer where it rests on %s', (_, when) => {
    const lower = exempting(when, 'law/tenure')
    const superior = law([tenure()])
    const [item] = certified(lower, superior).items
    expect(item?.basis).toBe('refuted')
    expect(isReleased(item, lower, superior)).toBe(true)
  })

  test('is refused by competence where nobody is found: the superior’s own exemption waives the same', () => {
    const same: Condition = { state: { kind: 'health_unfit' } }
    const [item] = certified(exempting(same, 'law/tenure'), law([tenure(), waiver(same, { id: 'theirs' })])).items
    expect(item).toMatchObject({ holds: false, basis: 'competence', counterexample: null })
    expect(item?.because.en).toContain('no witness found')
  })

  test('never reaches a bar, of whatever kind', () => {
    const bar = { ...tenure({ id: 'bar' }), kind: 'placement', effect: 'MUST_NOT' } as const
    const certificate = certified(exempting({ state: { kind: 'health_unfit' } }, 'law/bar'), law([bar]))
    expect(certificate.items).toMatchObject([{ holds: false, basis: 'competence', point: 'exemption' }])
    const avoidance = certified(
      {
        ...luohe,
        rules: luohe.rules.map((rule) =>
          rule.kind === 'exemption' ? { ...rule, appliesTo: ['national/csl-74a'] } : rule,
        ),
      },
      national,
    )
    expect(certificateProblems(avoidance).map(({ code }) => code)).toEqual(Array(5).fill('NOT_EXEMPTABLE'))
  })

  test('tells the author the superior’s article and the officer in one message', () => {
    const lower = {
      ...luohe,
      rules: luohe.rules.map((rule) =>
        rule.id === 'lh-x5' && rule.kind === 'exemption' ? { ...rule, appliesTo: ['own', 'national/jl-5a'] } : rule,
      ),
    }
    const problems = certificateProblems(certified(lower, national))
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({
      code: 'NOT_EXEMPTABLE',
      superior: { rule: 'national/jl-5a', catalogueId: 'JL-5a', cite: { article: '第五条第一款' } },
    })
    expect(problems[0]?.message.zh).toMatch(/第五条第一款（JL-5a.*反例：某干部.*健康原因.*必须/)
    expect(problems[0]?.message.en).toMatch(/Counterexample: An officer, born/)
  })
})
