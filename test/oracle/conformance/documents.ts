import type {
  Condition,
  Delegation,
  ExemptionRule,
  Installation,
  Level,
  Parameter,
  ParameterValue,
  PlacementRule,
  PluginDocument,
  RotationRule,
  Rule,
} from '../../../policy/index.ts'
import { duty, measures, waiver } from '../../support/example-policy.ts'
import type { Dice } from '../random.ts'
import type { World } from './loosening.ts'
import { places } from './officers.ts'

const cite = { instrument: 'measures', article: '第三条', verified: false }
const title = { zh: '示例', en: 'Example' }
const levels: readonly Level[] = ['clerk', 'section_deputy', 'section_chief']
const periods = ['P2Y', 'P3Y', 'P4Y', 'P6Y']

type Dated = readonly (readonly [from: string, value: ParameterValue | null])[]
const parameter = (values: Dated): Parameter => ({
  title,
  values: values.map(([from, value]) => ({ from, value, cite })),
})

/** A value from the beginning, often another one later, now and then repealed. */
const changing = <V extends ParameterValue>(dice: Dice, of: () => V, from = '2000-01-01'): Parameter =>
  parameter([[from, of()], ...(dice.chance(0.4) ? [['2017-03-01', dice.chance(0.12) ? null : of()] as const] : [])])

const parameters = (dice: Dice) => ({
  years: changing(dice, () => dice.pick(periods)),
  within: parameter([
    ['2000-01-01', dice.pick(['P1Y', 'P2Y', 'P3Y'])],
    ['2015-01-01', dice.pick(['P1Y', 'P2Y', 'P3Y'])],
  ]),
  old: changing(dice, () => dice.pick([40, 45, 50])),
  levels: changing(dice, () => dice.some(levels, 1, 3)),
})

const filter = (dice: Dice): Condition =>
  dice.pick<() => Condition>([
    () => ({ held: { level: dice.some(levels, 1, 3) } }),
    () => ({ held: { level: { param: 'levels' } } }),
    () => ({ held: { leading: dice.chance(0.5) } }),
    () => ({ held: { duties: ['audit'] } }),
    () => ({ held: { place: dice.pick(['own', 'ownOrBelow', ['county'], ['county', 'municipality']] as const) } }),
    () => ({ held: { level: { from: 'section_deputy' }, capacity: ['formal'] } }),
  ])()

const fact = (dice: Dice): Condition =>
  dice.pick<() => Condition>([
    () => ({ state: { kind: dice.pick(['health_unfit', 'case_filed'] as const) } }),
    () => ({ age: { atLeast: dice.chance(0.5) ? { param: 'old' } : dice.pick([40, 45, 50]) } }),
    () => ({ age: { atMost: dice.pick([39, 44, 49]) } }),
    () => filter(dice),
  ])()

const maybeNot = (dice: Dice, of: Condition): Condition => (dice.chance(0.35) ? { not: of } : of)

const tenure = (dice: Dice): Condition => {
  const atLeast = dice.chance(0.7) ? { param: 'years' } : dice.pick(periods)
  const where = dice.chance(0.35) ? { level: dice.some(levels, 1, 2) } : undefined
  if (dice.chance(0.15)) return { accumulated: { where: where ?? {}, atLeast } }
  return {
    lasting: {
      atLeast,
      ...(where === undefined ? {} : { where }),
      ...(dice.chance(0.2) ? { bridge: { days: dice.pick([30, 90]) } } : {}),
      ...(dice.chance(0.12) ? { along: dice.pick(['post', 'internalUnit', 'place'] as const) } : {}),
    },
  }
}

/** What a rotation rule asks, part by part: parts are changed one by one when it is said again. */
const partsOf = (dice: Dice): readonly Condition[] => [
  ...(dice.chance(0.6) ? [maybeNot(dice, filter(dice))] : []),
  tenure(dice),
  ...(dice.chance(0.4) ? [maybeNot(dice, fact(dice))] : []),
  ...(dice.chance(0.2) ? [{ any: [fact(dice), maybeNot(dice, fact(dice))] }] : []),
]

const pers: readonly RotationRule['per'][] = [
  ['post'],
  ['post'],
  ['internalUnit'],
  ['post', 'level'],
  ['place'],
  [],
  ['duty'],
]

interface Duty {
  readonly parts: readonly Condition[]
  readonly rule: RotationRule
}

const dutyOf = (dice: Dice, id: string, below: readonly ('province' | 'municipality' | 'county')[]): Duty => {
  const parts = partsOf(dice)
  const to = () => dice.some(below, 1, 2)
  const delegable: Delegation[] = dice.chance(0.55)
    ? [
        dice.pick<() => Delegation>([
          () => ({ parameter: 'years', min: 'P2Y', max: dice.pick(['P4Y', 'P6Y']), to: to() }),
          () => ({
            parameter: 'years',
            max: 'P6Y',
            to: to(),
            ...(dice.chance(0.5) ? { areas: 'autonomous' as const } : {}),
          }),
          () => ({ parameter: 'old', min: 40, max: 50, to: to() }),
          () => ({ parameter: 'levels', max: ['section_deputy', 'section_chief', 'clerk'], min: ['clerk'], to: to() }),
        ])(),
      ]
    : []
  return {
    parts,
    rule: duty(
      { all: parts },
      {
        id,
        per: dice.pick(pers),
        effect: dice.pick(['MUST', 'MUST', 'SHALL', 'SHOULD'] as const),
        exemptable: dice.chance(0.3) ? dice.some(below, 1, 2) : [],
        // Nobody hands down what the rule does not read.
        delegable: delegable.filter(({ parameter: name }) => JSON.stringify(parts).includes(`{"param":"${name}"}`)),
        ...(dice.chance(0.4) ? { deadline: { within: dice.chance(0.5) ? { param: 'within' } : 'P2Y' } } : {}),
      },
    ),
  }
}

const bar = (dice: Dice, id: string): PlacementRule => ({
  id,
  catalogueId: id,
  kind: 'placement',
  title,
  cite,
  effect: 'MUST_NOT',
  when: dice.pick<() => Condition>([
    () => stateOrAge(dice),
    () => ({ all: [stateOrAge(dice), { takes: { level: dice.some(levels, 1, 3) } }] }),
    () => ({ all: [stateOrAge(dice), maybeNot(dice, { takes: { leading: true } })] }),
    () => ({ all: [stateOrAge(dice), maybeNot(dice, { rises: {} })] }),
    () => ({ all: [{ leaves: { level: dice.some(levels, 1, 2) } }, maybeNot(dice, { takes: { leading: true } })] }),
    () => ({ all: [stateOrAge(dice), { takes: {} }] }),
  ])(),
})

const stateOrAge = (dice: Dice): Condition =>
  dice.chance(0.6)
    ? { state: { kind: dice.pick(['health_unfit', 'case_filed'] as const) } }
    : { age: { atLeast: dice.pick([40, 45, 50]) } }

const inForce = (plugin: PluginDocument, from: string): PluginDocument => ({
  ...plugin,
  instruments: plugin.instruments.map((each) => ({ ...each, inForce: { from } })),
})

const documentOf = (
  id: string,
  level: PluginDocument['level'],
  at: string,
  rules: readonly Rule[],
  more: Partial<PluginDocument>,
) => measures(rules, { id, level, jurisdiction: at, ...more })

const installed = (plugin: PluginDocument, from: string, to: string | null): Installation => ({
  plugin,
  digest: `${plugin.id}-${plugin.version}`,
  jurisdiction: plugin.jurisdiction ?? '',
  effectiveFrom: from,
  effectiveTo: to,
})

interface Above {
  readonly duties: readonly (Duty & { readonly full: string })[]
  readonly installations: readonly Installation[]
}

/** What one office above has at work: one version, or two that follow each other with another value or another leave to exempt. */
const officeOf = (
  dice: Dice,
  [id, level, at]: readonly [string, PluginDocument['level'], string],
  below: readonly ('province' | 'municipality' | 'county')[],
): Above => {
  const duties = Array.from({ length: dice.int(1, 2) }, (_, i) => dutyOf(dice, `r${i + 1}`, below))
  const exemptions: Rule[] = dice.chance(0.4)
    ? [waiver({ state: { kind: 'case_filed' } }, { id: 'own-x', appliesTo: dice.some(['own', 'below'], 1, 2) })]
    : []
  const bars = dice.chance(0.35) ? [bar(dice, 'own-bar')] : []
  const rules = duties.map(({ rule }) => rule)
  const first = documentOf(id, level, at, [...rules, ...exemptions, ...bars], { parameters: parameters(dice) })
  const full = duties.map((each) => ({ ...each, full: `${id}/${each.rule.id}` }))
  const ends = dice.chance(0.1) ? '2018-06-01' : null
  if (dice.chance(0.65)) return { duties: full, installations: [installed(first, '2000-01-01', ends)] }
  const amended = rules.map((rule) => (dice.chance(0.5) ? { ...rule, exemptable: dice.some(below, 0, 2) } : rule))
  // Written out anew: to the oracle one object says one thing.
  const written = structuredClone([...amended, ...exemptions, ...bars])
  const later = { ...first, version: '1.1.0', rules: written, parameters: parameters(dice) }
  return {
    duties: full,
    installations: [installed(first, '2000-01-01', '2016-01-01'), installed(later, '2016-01-01', ends)],
  }
}

const again = (
  dice: Dice,
  { parts, rule, full }: Above['duties'][number],
  id: string,
  also: readonly string[],
): RotationRule => {
  const changed = parts.map((part) =>
    dice.chance(0.18) ? ('lasting' in part || 'accumulated' in part ? tenure(dice) : fact(dice)) : part,
  )
  const kept = changed.filter((part) => 'lasting' in part || !dice.chance(0.12))
  const added = dice.chance(0.25) ? [dice.chance(0.6) ? filter(dice) : maybeNot(dice, fact(dice))] : []
  const { exemptable: _, delegable: __, deadline: ___, ...head } = rule
  const deadline = dice.chance(0.75)
    ? rule.deadline
    : dice.pick([{ within: null }, { within: 'P1Y' }, { within: 'P3Y' }])
  return {
    ...head,
    id,
    when: { all: [...added, ...kept] },
    per: dice.chance(0.75) ? rule.per : dice.pick(pers),
    effect: dice.chance(0.75) ? rule.effect : dice.pick(['MUST', 'SHALL', 'SHOULD', 'MAY'] as const),
    restates: [full, ...also],
    ...(deadline === undefined || deadline.within === null ? {} : { deadline: { within: deadline.within } }),
  }
}

const valueFor = (dice: Dice, name: string): ParameterValue =>
  name === 'levels'
    ? dice.some(levels, 1, 3)
    : name === 'old'
      ? dice.pick([38, 42, 45, 50, 55])
      : dice.pick([...periods, 'P8Y'])

/** A chain of two or three levels, and a document that touches what stands above in some of the ways there are. */
export const randomWorld = (dice: Dice): World => {
  const isCounty = dice.chance(0.4)
  const nation = officeOf(dice, ['nat', 'nation', places.nation], ['province', 'municipality', 'county'])
  const province = dice.chance(0.7)
    ? officeOf(dice, ['prov', 'province', places.province], ['municipality', 'county'])
    : null
  const city = isCounty ? officeOf(dice, ['mun', 'municipality', places.city], ['county']) : null
  const offices = [nation, province, city].flatMap((office) => office ?? [])
  const duties = offices.flatMap((office) => office.duties)
  const superiors = offices.flatMap(({ installations }) => installations)
  const target = dice.pick(duties)
  const touches = dice.some(['exemption', 'delegated', 'again', 'bars'] as const, 1, 2)
  const exemption = (): ExemptionRule =>
    waiver(dice.chance(0.5) ? fact(dice) : { all: [fact(dice), maybeNot(dice, fact(dice))] }, {
      id: 'x1',
      class: dice.pick(['EXEMPT', 'DEFER'] as const),
      appliesTo: [...dice.some(['own', 'below'], 0, 2), ...(dice.chance(0.7) ? [target.full] : [])].concat(
        dice.chance(0.3) ? [dice.pick(duties).full] : [],
      ),
      ...(dice.chance(0.25) ? { per: ['post'] as const } : {}),
    })
  const waived = touches.includes('exemption') ? exemption() : null
  const other = dice.pick(duties)
  const rules: Rule[] = [
    ...(waived !== null && waived.appliesTo.length > 0
      ? [{ ...waived, appliesTo: [...new Set(waived.appliesTo)] }]
      : []),
    ...(touches.includes('again')
      ? [again(dice, target, 'again', dice.chance(0.15) && other !== target ? [other.full] : [])]
      : []),
    ...(touches.includes('bars') ? Array.from({ length: dice.int(1, 2) }, (_, i) => bar(dice, `bar-${i}`)) : []),
  ]
  const [owner = ''] = target.full.split('/')
  const name = target.rule.delegable?.[0]?.parameter ?? dice.pick(['years', 'old', 'levels'])
  const delegated = touches.includes('delegated')
    ? { [`${owner}/${name}`]: changing(dice, () => valueFor(dice, name), dice.pick(['2012-01-01', '2015-01-01'])) }
    : undefined
  const at = isCounty ? places.county : places.city
  const document = documentOf('low', isCounty ? 'county' : 'municipality', at, rules, {
    // The same names mean the same values more often than not.
    parameters: dice.chance(0.6)
      ? (superiors.find(({ plugin }) => plugin.id === owner)?.plugin.parameters ?? {})
      : parameters(dice),
    ...(delegated === undefined ? {} : { delegated }),
  })
  return {
    lower: installed(inForce(document, '2010-01-01'), '2010-01-01', null),
    superiors,
    autonomous: dice.chance(0.3),
  }
}
