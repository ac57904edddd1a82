import { z } from 'zod'
import type { Condition } from './condition.ts'
import { arg, list, name, periodText, short, word } from './schema-words.ts'

const count = z.int().min(0).max(1000)

const where = z.strictObject({
  capacity: arg(list(word.capacity)).exactOptional(),
  level: z
    .union([
      arg(list(word.level)),
      z.strictObject({ from: word.level.exactOptional(), to: word.level.exactOptional() }),
    ])
    .exactOptional(),
  leading: z.boolean().exactOptional(),
  seat: arg(list(word.seat)).exactOptional(),
  duties: arg(list(word.duty)).exactOptional(),
  business: arg(list(name)).exactOptional(),
  category: arg(list(word.category)).exactOptional(),
  unitKind: arg(list(word.unitKind)).exactOptional(),
  functions: arg(list(name)).exactOptional(),
  teamKind: arg(list(word.teamKind)).exactOptional(),
  place: z.union([z.literal(['own', 'ownOrBelow']), list(word.divisionLevel)]).exactOptional(),
  same: z.strictObject({ dim: word.dim, as: z.literal(['takes', 'leaves']) }).exactOptional(),
})

const nothing = z.record(z.string(), z.never())
const fraction = z.string().regex(/^\d{1,4}\/\d{1,4}$/, '形如 1/3 (such as 1/3)')

const postsStand = z.strictObject({
  relation: word.postRelation,
  scope: word.relationScope.exactOptional(),
  organClosure: arg(word.organClosure).exactOptional(),
  duties: arg(list(word.duty)).exactOptional(),
  leaderScope: arg(z.literal(['person', 'team'])).exactOptional(),
  seats: z.tuple([word.seat, word.seat]).readonly().exactOptional(),
})

const bridge = z.strictObject({
  days: arg(count).exactOptional(),
  over: list(word.capacity).exactOptional(),
})

const oneOf = z.union([z.strictObject({ in: list(name) }), z.strictObject({ notIn: list(name) })])

/** Every condition that holds no other: one object with exactly one of these keys. */
const leaves = [
  z.strictObject({ ref: name }),
  z.strictObject({ held: where }),
  z.strictObject({
    lasting: z.strictObject({
      along: word.dim.exactOptional(),
      where: where.exactOptional(),
      atLeast: arg(periodText),
      bridge: bridge.exactOptional(),
    }),
  }),
  z.strictObject({ accumulated: z.strictObject({ where, atLeast: arg(periodText) }) }),
  z.strictObject({ terms: z.strictObject({ where, atLeast: arg(count), countsFrom: arg(periodText) }) }),
  z.strictObject({
    happened: z.strictObject({
      event: z.literal(['move', 'promotion', 'appointment', 'stateStart']),
      kind: word.stateKind.exactOptional(),
      within: arg(periodText),
      times: arg(count),
    }),
  }),
  z.strictObject({
    person: z.strictObject({
      sex: oneOf.exactOptional(),
      ethnicity: oneOf.exactOptional(),
      category: oneOf.exactOptional(),
      party: oneOf.exactOptional(),
      education: oneOf.exactOptional(),
    }),
  }),
  z.strictObject({ age: z.strictObject({ atLeast: arg(count).exactOptional(), atMost: arg(count).exactOptional() }) }),
  z.strictObject({ toRetirement: z.strictObject({ under: arg(periodText) }) }),
  z.strictObject({
    state: z.strictObject({
      kind: word.stateKind,
      values: arg(list(short)).exactOptional(),
      influence: arg(z.record(short, periodText)).exactOptional(),
    }),
  }),
  z.strictObject({
    native: z.strictObject({
      place: z.literal(['takes', 'post', 'team']),
      basis: arg(list(word.nativeBasis)),
    }),
  }),
  z.strictObject({
    dossier: z.strictObject({
      kind: word.dossierKind,
      result: short.exactOptional(),
      validFor: arg(periodText).exactOptional(),
      workdays: arg(count).exactOptional(),
    }),
  }),
  z.strictObject({ kin: z.strictObject({ classes: arg(list(word.kin)) }) }),
  z.strictObject({ posts: postsStand }),
  z.strictObject({ takes: where }),
  z.strictObject({ leaves: where }),
  z.strictObject({ rises: nothing }),
  z.strictObject({ crosses: z.strictObject({ dim: z.union([word.dim, z.literal('system')]) }) }),
  z.strictObject({ departs: nothing }),
] as const

const leaf = z.union(leaves)
export type Leaf = z.infer<typeof leaf>

/** A condition and everything under it; the closed list of semantics.md. */
export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union(
    [
      z.strictObject({ all: list(condition, 200).refine((c) => c.length > 0) }),
      z.strictObject({ any: list(condition, 200).refine((c) => c.length > 0) }),
      z.strictObject({ not: condition }),
      z.strictObject({
        share: z.strictObject({
          who: condition,
          atLeast: arg(fraction).exactOptional(),
          atMost: arg(fraction).exactOptional(),
          over: z.literal(['members', 'seats']).exactOptional(),
        }),
      }),
      z.strictObject({
        count: z.strictObject({
          who: condition.exactOptional(),
          atLeast: arg(count).exactOptional(),
          atMost: arg(count).exactOptional(),
        }),
      }),
      ...leaves,
    ],
    { error: 'UNKNOWN_CONDITION' },
  ),
)
