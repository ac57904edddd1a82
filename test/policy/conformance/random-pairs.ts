import fc from 'fast-check'
import type { Condition, Level, PluginDocument, RotationRule } from '../../../policy/index.ts'
import { duty, waiver } from '../../support/example-policy.ts'
import { city, law } from '../../support/two-layers.ts'

/** A small law and small measures of a city that touch it at one point. */
export interface Pair {
  readonly point: 'exemption' | 'delegation' | 'restatement' | 'bar'
  readonly superior: PluginDocument
  readonly lower: PluginDocument
}

const cite = { instrument: 'measures', article: '第一条', verified: false }
const title = { zh: '示例', en: 'Example' }
const levelSets: readonly (readonly Level[])[] = [
  ['clerk'],
  ['section_deputy'],
  ['section_chief'],
  ['section_deputy', 'section_chief'],
  ['clerk', 'section_deputy', 'section_chief'],
]

const level = fc.constantFrom(...levelSets)
const years = fc.integer({ min: 1, max: 6 }).map((n) => `P${n}Y`)
const filter = fc.oneof(
  { weight: 2, arbitrary: level.map((of): Condition => ({ held: { level: of } })) },
  { weight: 1, arbitrary: fc.boolean().map((leading): Condition => ({ held: { leading } })) },
  { weight: 1, arbitrary: level.map((of): Condition => ({ not: { held: { level: of } } })) },
)
const kindOfState = fc.constantFrom('health_unfit' as const, 'case_filed' as const)
const ofState = kindOfState.map((kind): Condition => ({ state: { kind } }))
const ofAge = fc.oneof(
  fc.constantFrom(40, 45, 50, 55).map((atLeast): Condition => ({ age: { atLeast } })),
  fc.constantFrom(35, 45, 54).map((atMost): Condition => ({ age: { atMost } })),
)
const fact = fc.oneof(ofState, ofAge, filter)
const maybeNot = (of: fc.Arbitrary<Condition>) =>
  fc.tuple(of, fc.boolean()).map(([one, no]): Condition => (no ? { not: one } : one))

const tenure = fc
  .record({
    atLeast: fc.oneof({ weight: 1, arbitrary: years }, { weight: 2, arbitrary: fc.constant({ param: 'years' }) }),
    where: fc.option(
      level.map((of) => ({ level: of })),
      { nil: undefined, freq: 3 },
    ),
  })
  .map(({ atLeast, where }): Condition => ({ lasting: where === undefined ? { atLeast } : { atLeast, where } }))

const per = fc.constantFrom<RotationRule['per']>(['post'], ['post'], ['post'], ['internalUnit'], ['post', 'level'], [])

/** What a rule asks, part by part. */
const parts = fc.tuple(
  fc.array(filter, { maxLength: 1 }),
  tenure,
  fc.array(
    fc.oneof(
      maybeNot(fact),
      fc.tuple(fact, fact).map(([a, b]): Condition => ({ any: [a, b] })),
    ),
    { maxLength: 1 },
  ),
)

const parameter = fc.array(fc.constantFrom('P2Y', 'P3Y', 'P4Y'), { minLength: 1, maxLength: 2 }).map((values) => ({
  title,
  values: values.map((value, i) => ({ from: i === 0 ? '2000-01-01' : '2015-01-01', value, cite })),
}))

const asked = ([scope, lasts, more]: readonly [readonly Condition[], Condition, readonly Condition[]]): Condition => ({
  all: [...scope, lasts, ...more],
})

const superiorArb = fc
  .record({
    when: parts,
    per,
    effect: fc.constantFrom('MUST' as const, 'MUST' as const, 'SHALL' as const),
    years: parameter,
    deadline: fc.option(fc.constantFrom('P1Y', 'P2Y'), { nil: undefined, freq: 2 }),
    exemptable: fc.constantFrom([], ['municipality' as const], ['province' as const]),
    delegable: fc.constantFrom('none' as const, 'municipality' as const, 'municipality' as const, 'province' as const),
    ownExemption: fc.option(kindOfState, { nil: undefined, freq: 2 }),
    ownBar: fc.option(fact, { nil: undefined, freq: 2 }),
  })
  .map((s) => {
    const rule = duty(asked(s.when), {
      id: 'tenure',
      per: s.per,
      effect: s.effect,
      exemptable: s.exemptable,
      ...(s.deadline === undefined ? {} : { deadline: { within: s.deadline } }),
      ...(s.delegable === 'none'
        ? {}
        : { delegable: [{ parameter: 'years', min: 'P2Y', max: 'P4Y', to: [s.delegable] }] }),
    })
    const document = law(
      [
        rule,
        ...(s.ownExemption === undefined ? [] : [waiver({ state: { kind: s.ownExemption } })]),
        ...(s.ownBar === undefined ? [] : [bar(s.ownBar, 'law-bar')]),
      ],
      { parameters: { years: s.years } },
    )
    return { rule, parts: s.when, document, years: s.years }
  })

const bar = (when: Condition, id: string) => ({
  id,
  catalogueId: id,
  kind: 'placement' as const,
  title,
  cite,
  effect: 'MUST_NOT' as const,
  when,
})

type Superior = typeof superiorArb extends fc.Arbitrary<infer S> ? S : never

/** The superior rule said again: as it is, or with one part changed, or otherwise altogether. */
const restating = ({ rule, parts: [scope, lasts, more], years: values }: Superior) =>
  fc
    .record({
      scope: fc.oneof(fc.constant(scope), fc.array(filter, { maxLength: 2 })),
      lasts: fc.oneof({ weight: 2, arbitrary: fc.constant(lasts) }, { weight: 1, arbitrary: tenure }),
      more: fc.oneof(
        { weight: 2, arbitrary: fc.constant(more) },
        { weight: 1, arbitrary: fc.array(maybeNot(fact), { maxLength: 1 }) },
      ),
      effect: fc.constantFrom(rule.effect, rule.effect, 'MUST' as const, 'SHALL' as const, 'SHOULD' as const),
      per: fc.oneof({ weight: 4, arbitrary: fc.constant(rule.per) }, { weight: 1, arbitrary: per }),
      within: fc.constantFrom(rule.deadline?.within, rule.deadline?.within, 'P1Y', 'P3Y', undefined),
      years: fc.oneof(fc.constant(values), parameter),
    })
    .map((own) => {
      const when = asked([own.scope, own.lasts, own.more])
      const again: RotationRule = duty(when, {
        id: 'again',
        per: own.per,
        effect: own.effect,
        restates: ['law/tenure'],
        ...(own.within === undefined ? {} : { deadline: { within: own.within } }),
      })
      return city([again], { parameters: { years: own.years } })
    })

const barred = fc.oneof(
  fact,
  fc.tuple(fact, maybeNot(fact)).map(([a, b]): Condition => ({ all: [a, b] })),
  fc.tuple(fact, tenure).map(([a, b]): Condition => ({ all: [a, { not: b }] })),
  fc.tuple(fact, level).map(([a, of]): Condition => ({ all: [a, { takes: { level: of } }] })),
  fc.tuple(fact, fact).map(
    ([a, b]): Condition => ({
      any: [{ all: [a, { takes: { leading: true } }] }, { all: [b, { not: { takes: { leading: true } } }] }],
    }),
  ),
  fc.tuple(fact, fact).map(
    ([a, b]): Condition => ({
      any: [{ all: [a, { rises: {} }] }, { all: [b, { leaves: { level: ['section_chief'] } }] }],
    }),
  ),
)

const lowerArb = (superior: Superior): fc.Arbitrary<Pick<Pair, 'point' | 'lower'>> =>
  fc.oneof(
    fc
      .oneof(
        fact,
        fc.tuple(fact, maybeNot(fact)).map(([a, b]): Condition => ({ all: [a, b] })),
      )
      .map((when) => ({ point: 'exemption' as const, lower: city([waiver(when, { appliesTo: ['law/tenure'] })]) })),
    years.map((value) => ({
      point: 'delegation' as const,
      lower: city([], { delegated: { 'law/years': { title, values: [{ from: '2012-01-01', value, cite }] } } }),
    })),
    restating(superior).map((lower) => ({ point: 'restatement' as const, lower })),
    barred.map((when) => ({
      point: 'bar' as const,
      lower: city([bar(when, 'city-bar')], { parameters: { years: superior.years } }),
    })),
  )

export const pairArb: fc.Arbitrary<Pair> = superiorArb.chain((superior) =>
  lowerArb(superior).map((lower) => ({ ...lower, superior: superior.document })),
)
