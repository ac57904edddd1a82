import { z } from 'zod'
import type { Condition } from './condition.ts'
import type { PluginDocument } from './plugin.ts'
import type { Rule } from './rule.ts'
import { caseSchema } from './schema-case.ts'
import { condition, type Leaf } from './schema-condition.ts'
import {
  arg,
  bilingual,
  dayText,
  divisionCode,
  fullId,
  fullName,
  id,
  list,
  name,
  periodText,
  short,
  text,
  version,
  word,
} from './schema-words.ts'

const citation = z.strictObject({
  instrument: name,
  article: text.nullable(),
  verified: z.boolean(),
  note: text.exactOptional(),
})

const inForce = z.union([
  z.strictObject({ from: dayText, to: dayText.exactOptional() }),
  z.strictObject({ knownBy: dayText, to: dayText.exactOptional() }),
])

const instrument = z.strictObject({
  id: name,
  title: bilingual,
  issuer: bilingual,
  issuedOn: dayText.exactOptional(),
  inForce,
})

const parameterValue = z.union([z.number(), short, list(short, 200), z.record(short, short)])

const parameter = z.strictObject({
  title: bilingual,
  values: list(z.strictObject({ from: dayText, value: parameterValue.nullable(), cite: citation }), 64).refine(
    (values) => values.length > 0,
  ),
})

const head = {
  id,
  catalogueId: name,
  title: bilingual,
  cite: citation,
  inForce: inForce.exactOptional(),
  label: text.exactOptional(),
  enabled: z.boolean().exactOptional(),
}

const bound = z.union([short, z.number(), list(short)])

const delegable = list(
  z.strictObject({
    parameter: name,
    min: bound.exactOptional(),
    max: bound.exactOptional(),
    to: list(word.divisionLevel),
    areas: z.literal('autonomous').exactOptional(),
  }),
).exactOptional()

const rotation = z.strictObject({
  ...head,
  kind: z.literal('rotation'),
  per: list(word.dim, 4),
  effect: z.literal(['MUST', 'SHALL', 'SHOULD', 'MAY']),
  coreType: z.literal(['development', 'policy', 'avoidance', 'configuration', 'testing', 'term', 'personal']),
  action: z.literal(['move', 'adjust', 'retire', 'leaveLeading']).exactOptional(),
  when: condition,
  deadline: z.strictObject({ within: arg(periodText) }).exactOptional(),
  restates: list(short).exactOptional(),
  exemptable: list(word.divisionLevel).exactOptional(),
  delegable,
})

const exemption = z.strictObject({
  ...head,
  kind: z.literal('exemption'),
  class: z.literal(['EXEMPT', 'DEFER']),
  appliesTo: list(z.union([z.literal(['own', 'below']), fullId])),
  per: z
    .tuple([z.literal('post')])
    .readonly()
    .exactOptional(),
  when: condition,
})

const restates = list(short).exactOptional()
const bar = z.literal(['MUST_NOT', 'GENERALLY_NOT', 'WARN'])

const avoidance = z.strictObject({
  ...head,
  kind: z.literal('avoidance'),
  effect: bar,
  when: condition,
  restates,
  delegable,
})
const placement = z.strictObject({
  ...head,
  kind: z.literal('placement'),
  effect: bar,
  when: condition,
  restates,
  delegable,
})

const composition = z.strictObject({
  ...head,
  kind: z.literal('composition'),
  effect: z.literal(['MUST', 'SHALL', 'SHOULD']),
  of: z.strictObject({
    teamKind: arg(list(word.teamKind)),
    place: list(word.divisionLevel).exactOptional(),
    groupBy: arg(z.literal(['team', 'place'])).exactOptional(),
  }),
  assert: condition,
  restates,
  delegable,
})

const together = z.strictObject({
  ...head,
  kind: z.literal('together'),
  effect: bar,
  when: condition,
  within: z.literal('plan'),
  restates,
  delegable,
})

const rule = z.discriminatedUnion('kind', [rotation, exemption, avoidance, placement, composition, together])

const ruleKind = z.literal(['rotation', 'exemption', 'avoidance', 'placement', 'composition', 'together', 'gate'])

const clause = z.strictObject({
  catalogueId: name,
  title: bilingual,
  text: bilingual,
  cite: citation,
  status: z.union([z.literal(['manual', 'unpublished']), z.strictObject({ later: ruleKind })]),
})

/** The format of a policy document, version 1. Strict: a key it does not know is refused, never ignored. */
export const pluginSchema = z.strictObject({
  format: z.literal(1),
  id,
  version,
  name: bilingual,
  level: word.divisionLevel,
  jurisdiction: divisionCode.exactOptional(),
  reviewedOn: dayText,
  reads: list(word.factClass).exactOptional(),
  instruments: list(instrument, 200),
  parameters: z.record(name, parameter),
  delegated: z.record(fullName, parameter).exactOptional(),
  definitions: z.record(name, condition),
  rules: list(rule, 500),
  clauses: list(clause, 2000),
  cases: list(caseSchema, 3000),
})

/** The format as a JSON Schema, for whoever writes a document by hand. What spans several places is for `checkPlugin` to say. */
export const pluginJsonSchema = () => z.toJSONSchema(pluginSchema, { reused: 'ref' })

/** Holds only if each type fits into the other: schema and types cannot drift apart. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : never) : never
type Composite = Extract<
  Condition,
  { all: unknown } | { any: unknown } | { not: unknown } | { share: unknown } | { count: unknown }
>
export const schemaIsTheFormat: {
  readonly document: Same<z.infer<typeof pluginSchema>, PluginDocument>
  readonly rule: Same<z.infer<typeof rule>, Rule>
  readonly leaf: Same<Leaf, Exclude<Condition, Composite>>
} = { document: true, rule: true, leaf: true }
