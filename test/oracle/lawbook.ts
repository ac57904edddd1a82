import type { Dim, DivisionLevel } from '../../policy/facts/vocabulary.ts'
import type { Installation, PluginDocument } from '../../policy/law/plugin.ts'
import type { ExemptionRule, RotationRule } from '../../policy/law/rule.ts'
import { dayOfText, textOfDay } from './calendar.ts'
import { divisions } from './country.ts'
import { Pen } from './pen.ts'
import type { Dice } from './random.ts'

const both = (text: string) => ({ zh: text, en: text })
const cite = { instrument: 'i', article: null, verified: false }

const perOf = (dice: Dice): readonly Dim[] =>
  dice.pick<readonly Dim[]>([
    [],
    [],
    ['post'],
    ['post'],
    ['post'],
    ['internalUnit'],
    ['organ'],
    ['legalPerson'],
    ['team'],
    ['place'],
    ['duty'],
    ['business'],
    ['level'],
    ['jurisdiction'],
    ['place', 'level'],
    ['internalUnit', 'business'],
    ['post', 'level'],
    ['internalUnit', 'level'],
  ])

const rotation = (pen: Pen, n: number): RotationRule => {
  const { dice } = pen
  const retires = dice.chance(0.06)
  return {
    id: `r${n}`,
    catalogueId: `R-${n}`,
    title: both(`r${n}`),
    cite,
    kind: 'rotation',
    per: retires ? [] : perOf(dice),
    effect: dice.pick(['MUST', 'SHALL', 'SHOULD', 'MAY'] as const),
    coreType: 'testing',
    when: retires ? { toRetirement: { under: 'P1D' } } : pen.condition(2),
    ...(retires ? { action: 'retire' as const } : {}),
    ...(dice.chance(0.4) ? { deadline: { within: dice.pick(['P3Y', 'P1Y', 'P6M', 'P60D']) } } : {}),
    ...(dice.chance(0.5) ? { exemptable: dice.some(['province', 'municipality', 'county'] as const, 1, 3) } : {}),
    ...(dice.chance(0.12)
      ? {
          inForce: {
            from: dice.pick(['2005-01-01', '2015-05-01']),
            ...(dice.chance(0.4) ? { to: '2021-09-01' } : {}),
          },
        }
      : {}),
    ...(dice.chance(0.03) ? { enabled: false } : {}),
  }
}

const exemption = (pen: Pen, n: number, reach: readonly string[]): ExemptionRule => {
  const { dice } = pen
  return {
    id: `x${n}`,
    catalogueId: `X-${n}`,
    title: both(`x${n}`),
    cite,
    kind: 'exemption',
    class: dice.pick(['EXEMPT', 'DEFER'] as const),
    appliesTo: dice.some(['own', 'own', 'below', ...reach], 1, 2),
    when: pen.condition(1),
    ...(dice.chance(0.2) ? { per: ['post'] as const } : {}),
  }
}

const levelAt = (jurisdiction: string): DivisionLevel => divisions.level(jurisdiction) ?? 'county'

const documentOf = (
  dice: Dice,
  id: string,
  jurisdiction: string,
  inForce: string,
  reach: readonly string[],
): PluginDocument => {
  const pen = new Pen(dice)
  const rotations = Array.from({ length: dice.int(1, 2) }, (_, i) => rotation(pen, i + 1))
  const exemptions = Array.from({ length: dice.int(0, 2) }, (_, i) => exemption(pen, i + 1, reach))
  const to = dice.chance(0.08) ? { to: '2024-04-01' } : {}
  return {
    format: 1,
    id,
    version: '1.0.0',
    name: both(id),
    level: levelAt(jurisdiction),
    jurisdiction,
    reviewedOn: '2024-01-01',
    instruments: [
      {
        id: 'i',
        title: both('i'),
        issuer: both('i'),
        inForce: dice.chance(0.8) ? { from: inForce, ...to } : { knownBy: inForce, ...to },
      },
    ],
    parameters: pen.parameters,
    definitions: pen.definitions,
    rules: [...rotations, ...exemptions],
    clauses: [],
    cases: [],
  }
}

/** A later version: the same rules, one of them with another condition. */
const amended = (dice: Dice, old: PluginDocument): PluginDocument => {
  const pen = new Pen(dice)
  Object.assign(pen.definitions, old.definitions)
  Object.assign(pen.parameters, old.parameters)
  const rules = old.rules.map((rule, i) => (i === 0 && dice.chance(0.7) ? { ...rule, when: pen.condition(1) } : rule))
  return { ...old, version: '1.1.0', rules, parameters: pen.parameters, definitions: pen.definitions }
}

const installed = (plugin: PluginDocument, jurisdiction: string, from: string, to: string | null): Installation => ({
  plugin,
  digest: `${plugin.id}-${plugin.version}`,
  jurisdiction,
  effectiveFrom: from,
  effectiveTo: to,
})

const installedAt = (dice: Dice, id: string, jurisdiction: string, reach: readonly string[]): Installation[] => {
  const inForce = dice.pick(['1996-01-01', '1999-05-01', '2006-08-06', '2012-02-29', '2020-05-12'])
  const document = documentOf(dice, id, jurisdiction, inForce, reach)
  const from = dice.chance(0.6) ? inForce : textOfDay(dayOfText(inForce) + dice.int(1, 2000))
  if (dice.chance(0.75))
    return [installed(document, jurisdiction, from, dice.chance(0.1) ? textOfDay(dayOfText(from) + 3000) : null)]
  const change = dayOfText(from) + dice.int(200, 4000)
  const second = textOfDay(change + (dice.chance(0.3) ? dice.int(1, 300) : 0))
  return [
    installed(document, jurisdiction, from, textOfDay(change)),
    installed(amended(dice, document), jurisdiction, second, null),
  ]
}

const offices = [
  ['nat', '100000'],
  ['prov', '410000'],
  ['city', '411100'],
  ['cnty', '411102'],
  ['far', '520100'],
] as const

/** The plugins installed along a chain of jurisdictions, and sometimes elsewhere. */
export const randomLaw = (dice: Dice): Installation[] => {
  const reach = offices.flatMap(([id]) => [`${id}/r1`, `${id}/r2`])
  return dice.some(offices, 1, 3).flatMap(([id, jurisdiction]) => installedAt(dice, id, jurisdiction, reach))
}
