import { describe, expect, test } from 'vitest'
import {
  avoidance,
  type Condition,
  type Effect,
  type PluginDocument,
  type RotationRule,
} from '../../../policy/index.ts'
import { duty, waiver } from '../../support/example-policy.ts'
import { certified, city, law } from '../../support/two-layers.ts'

const years = (n: number): Condition => ({ lasting: { atLeast: `P${n}Y` } })
const rule = (id: string, when: Condition, more: Partial<RotationRule> = {}) =>
  duty(when, { id, catalogueId: id.toUpperCase(), ...more })
const noticed = (lower: PluginDocument, ...laws: readonly PluginDocument[]) =>
  certified(lower, ...laws).notices.map(({ code, path }) => `${code} ${path.join('.')}`)

describe('a rule that binds nobody is told', () => {
  test.each<readonly [string, Condition]>([
    ['it asks for a thing and its opposite', { all: [years(10), { not: years(5) }] }],
    ['nobody is over fifty and under forty', { all: [{ age: { atLeast: 50 } }, { age: { atMost: 39 } }] }],
    ['no word is left in its list', { held: { level: [] } }],
    ['a person has one sex', { all: [{ person: { sex: { in: ['M'] } } }, { person: { sex: { in: ['F'] } } }] }],
  ])('%s', (_, when) => {
    expect(noticed(city([rule('a', when)]))).toEqual(['DEAD_RULE 0'.replace(' 0', ' rules.0')])
  })

  test('a value that never had a day', () => {
    const when: Condition = { lasting: { atLeast: { param: 'none' } } }
    const parameters = {
      none: {
        title: { zh: '未定', en: 'Not set' },
        values: [{ from: '2010-01-01', value: null, cite: { instrument: 'measures', article: null, verified: false } }],
      },
    }
    expect(noticed(city([rule('a', when)], { parameters }))).toEqual(['DEAD_RULE rules.0'])
  })

  test('a rule repealed before it came into force; one switched off says nothing', () => {
    expect(noticed(city([rule('a', years(5), { inForce: { from: '2020-01-01', to: '2020-01-01' } })]))).toEqual([
      'DEAD_RULE rules.0',
    ])
    expect(noticed(city([rule('a', { held: { level: [] } }, { enabled: false })]))).toEqual([])
  })
})

describe('a rule that never binds before another is told', () => {
  test('after more years, or of fewer people', () => {
    const fewer: Condition = { all: [{ held: { level: ['section_chief'] } }, years(10)] }
    expect(noticed(city([rule('a', years(12)), rule('b', years(10))]))).toEqual(['REDUNDANT_RULE rules.0'])
    expect(noticed(city([rule('a', fewer), rule('b', years(10))]))).toEqual(['REDUNDANT_RULE rules.0'])
  })

  test('of two alike the later one', () => {
    expect(noticed(city([rule('a', years(10)), rule('b', years(10))]))).toEqual(['REDUNDANT_RULE rules.1'])
  })

  test.each<readonly [string, Partial<RotationRule>]>([
    ['it is stricter', { effect: 'MUST' }],
    ['it has a deadline', { deadline: { within: 'P1Y' } }],
    ['it serves another end', { coreType: 'development' }],
    ['it says the other again', { restates: ['city/b'] }],
  ])('but not where %s', (_, more) => {
    expect(
      noticed(city([rule('a', years(12), { effect: 'SHALL', ...more }), rule('b', years(10), { effect: 'SHALL' })])),
    ).toEqual([])
  })

  test('nor where only the other is exempted from', () => {
    const lower = city([
      rule('a', years(12)),
      rule('b', years(10)),
      waiver({ state: { kind: 'health_unfit' } }, { appliesTo: ['city/b'] }),
    ])
    expect(noticed(lower)).toEqual([])
  })
})

describe('an exemption of an own rule that a superior rule makes a dead letter', () => {
  const shadowed = (...documents: Parameters<typeof noticed>) =>
    noticed(...documents).filter((notice) => notice.startsWith('SHADOWED_EXEMPTION'))
  const ill: Condition = { state: { kind: 'health_unfit' } }
  const leads: Condition = { held: { leading: true } }
  const lower = (effect: RotationRule['effect'], ...appliesTo: readonly string[]) =>
    city([rule('a', { all: [leads, years(10)] }, { effect }), waiver(ill, { appliesTo })])
  const superior = (effect: RotationRule['effect'], more: Partial<RotationRule> = {}) =>
    law([rule('tenure', years(10), { effect, ...more })])

  test('is told where the superior is no weaker and not exempted from', () => {
    expect(shadowed(lower('SHALL', 'own'), superior('SHALL'))).toEqual(['SHADOWED_EXEMPTION rules.1'])
    expect(shadowed(lower('SHALL', 'city/a'), superior('MUST'))).toEqual(['SHADOWED_EXEMPTION rules.1'])
  })

  test('not where the superior is weaker, later, or itself reached', () => {
    expect(shadowed(lower('MUST', 'own'), superior('SHALL'))).toEqual([])
    expect(shadowed(lower('SHALL', 'own'), law([rule('tenure', years(12))]))).toEqual([])
    expect(shadowed(lower('SHALL', 'own', 'law/tenure'), superior('SHALL', { exemptable: ['municipality'] }))).toEqual(
      [],
    )
  })

  test('not where the superior’s own exemption releases in the same cases', () => {
    const exempting = law([rule('tenure', years(10)), waiver({ any: [ill, { state: { kind: 'case_filed' } }] })])
    expect(shadowed(lower('SHALL', 'own'), exempting)).toEqual([])
  })
})

describe('a rule that says what a superior one says, and does not say so, is told which to name', () => {
  const spouses: Condition = { kin: { classes: ['SPOUSE'] } }
  const near: Condition = { kin: { classes: ['SPOUSE', 'NEAR_AFFINITY'] } }
  const oneLeader: Condition = { posts: { relation: 'sameLeader' } }
  const oneOverOther: Condition = { posts: { relation: 'directSuperior' } }
  const { title, cite } = duty(spouses)
  const bar = (id: string, when: Condition, restates: readonly string[] = []) =>
    avoidance({ id, catalogueId: id.toUpperCase(), title, cite, effect: 'MUST_NOT', when, restates })

  test('of a duty where both say the same; not where it is stricter, or named', () => {
    expect(noticed(city([rule('a', years(10))]), law([rule('b', years(10))]))).toEqual(['UNSAID_RESTATEMENT rules.0'])
    expect(noticed(city([rule('a', years(9))]), law([rule('b', years(10))]))).toEqual([])
    expect(noticed(city([rule('a', years(10), { restates: ['law/b'] })]), law([rule('b', years(10))]))).toEqual([])
    const weaker = law([rule('b', years(10), { effect: 'SHOULD' })])
    expect(noticed(city([rule('a', years(10))]), weaker)).toEqual([])
  })

  test('of relatives also where it asks more of more of them; what is named says again what it names', () => {
    const superior = law([
      bar('b', { all: [spouses, oneLeader] }),
      bar('c', { all: [spouses, oneOverOther] }, ['law/b']),
    ])
    const asked: Condition = { all: [near, { any: [oneLeader, oneOverOther] }] }
    expect(noticed(city([bar('a', asked)]), superior)).toEqual(['UNSAID_RESTATEMENT rules.0'])
    expect(noticed(city([bar('a', asked, ['law/c'])]), superior)).toEqual([])
    expect(
      noticed(city([bar('a', { all: [spouses, oneOverOther] })]), law([bar('b', { all: [near, oneOverOther] })])),
    ).toEqual([])
  })
})

describe('bands of levels and ages', () => {
  const band = (
    id: string,
    level: readonly ('clerk' | 'unit_deputy' | 'unit_chief' | 'section_deputy' | 'section_chief')[],
    n: number,
    effect: Effect = 'MUST',
  ) => rule(id, { all: [{ held: { level } }, years(n)] }, { effect: effect === 'SHALL' ? 'SHALL' : 'MUST' })

  test('that leave a level out are told, whatever the years', () => {
    const [notice] = certified(
      city([band('a', ['clerk', 'unit_deputy'], 8), band('b', ['section_deputy', 'section_chief'], 10)]),
    ).notices
    expect(notice).toMatchObject({ code: 'THRESHOLD_GAP', path: ['rules', '1'] })
    expect(notice?.says).toEqual({
      zh: 'A、B 之间有空档：股级正职哪一条也不及。',
      en: 'A, B leave a hole: none of them addresses unit chief.',
    })
  })

  test('that lie half over each other are told', () => {
    expect(
      noticed(city([band('a', ['clerk', 'unit_deputy'], 8), band('b', ['unit_deputy', 'unit_chief'], 10)])),
    ).toEqual(['THRESHOLD_OVERLAP rules.1'])
  })

  test('of ages: 45 counted twice, or not at all', () => {
    const aged = (id: string, of: { atLeast?: number; atMost?: number }, n: number) =>
      rule(id, { all: [{ age: of }, years(n)] })
    expect(noticed(city([aged('a', { atMost: 45 }, 8), aged('b', { atLeast: 45 }, 10)]))).toEqual([
      'THRESHOLD_OVERLAP rules.1',
    ])
    expect(noticed(city([aged('a', { atMost: 44 }, 8), aged('b', { atLeast: 46 }, 10)]))).toEqual([
      'THRESHOLD_GAP rules.1',
    ])
    expect(noticed(city([aged('a', { atMost: 44 }, 8), aged('b', { atLeast: 45 }, 10)]))).toEqual([])
  })

  test('say nothing of rules of another effect, or that differ in more than the band', () => {
    expect(noticed(city([band('a', ['clerk'], 8), band('b', ['section_chief'], 10, 'SHALL')]))).toEqual([])
    const other = rule('b', { all: [{ held: { level: ['section_chief'] } }, years(10), { held: { leading: true } }] })
    expect(noticed(city([band('a', ['clerk'], 8), other]))).toEqual([])
  })
})

describe('a class of facts that no rule reads', () => {
  const reads = ['personnel', 'family'] as const
  const aged: Condition = { all: [{ age: { atLeast: 50 } }, years(10)] }

  test('is told: whoever installs the document would show it more than it needs', () => {
    expect(noticed(city([rule('a', aged)], { reads }))).toEqual(['UNUSED_CLASS reads.1'])
    expect(noticed(city([rule('a', years(10))], { reads }))).toEqual(['UNUSED_CLASS reads.0', 'UNUSED_CLASS reads.1'])
  })

  test('one that a rule reads is not', () => {
    expect(noticed(city([rule('a', aged)], { reads: ['personnel'] }))).toEqual([])
  })
})
