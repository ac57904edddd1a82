import { gatherKin } from '../db/facts/kin.ts'
import type { Ref } from '../db/facts.ts'
import {
  type Day,
  day,
  dayTextOrNull,
  has,
  type KinClass as KinClassWord,
  type KinPattern as KinPatternWord,
  type Kinship,
  kinClasses,
  kinOf,
  kinPatterns,
  runAt,
  type KinStep as StepOf,
} from '../policy/index.ts'
import { asOfArgs, type Seen, within } from './as-of.ts'
import { builder } from './builder.ts'
import { Certainty, KinClass, KinPattern, Tie } from './enums.ts'
import { familyOf } from './family.ts'
import { inGroups, type Loader } from './loading.ts'
import { Person, personLoader } from './person.ts'
import { type RowKey, rowKey } from './row-loader.ts'

/** A kinship of one of the four classes, with where the files of everyone on its way lie. */
interface Listed {
  readonly kinship: Kinship
  readonly class: KinClassWord
  readonly pattern: KinPatternWord
  readonly refOf: (id: string) => Ref
}

/** Whoever is kin on some day, by what we knew: one walk for everyone asked about, whatever the days. */
const kinLoader: Loader<RowKey, readonly Listed[]> = {
  cacheKey: ({ root, id, at }) => `${root}:${id}@${at.knownAt ?? ''}`,
  batch: inGroups(
    ({ at }) => at.knownAt ?? '',
    async (keys, { read }) => {
      const graph = await read((tx) => gatherKin(tx, keys, keys[0]?.at.knownAt ?? null))
      const refOf = (id: string): Ref => graph.people.get(id) ?? { root: 0, id }
      return keys.map(({ id }) => kinOf(graph, id).flatMap((kinship) => listed(kinship, refOf)))
    },
  ),
}

const listed = (kinship: Kinship, refOf: Listed['refOf']): readonly Listed[] => {
  const pattern = kinPatterns.find((word) => word === kinship.pattern)
  return kinship.class === null || pattern === undefined ? [] : [{ kinship, class: kinship.class, pattern, refOf }]
}

/** On the day: in the order of the classes, the surer first. */
const onDay = (all: readonly Listed[], on: Day): readonly Listed[] =>
  all
    .filter(({ kinship }) => has(kinship.truth.possibly, on))
    .toSorted(
      (a, b) =>
        classes.indexOf(a.class) - classes.indexOf(b.class) ||
        Number(has(b.kinship.truth.surely, on)) - Number(has(a.kinship.truth.surely, on)) ||
        kinPatterns.indexOf(a.pattern) - kinPatterns.indexOf(b.pattern) ||
        (a.kinship.relative < b.kinship.relative ? -1 : 1),
    )

const classes = Object.keys(kinClasses)

type KinSeen = Listed & Seen

const isSure = ({ kinship, at }: KinSeen): boolean => has(kinship.truth.surely, day(at.on))

/** The days around the day asked: those on which it surely holds, where it surely does. */
const spanOf = (kin: KinSeen): readonly [Day, Day] =>
  runAt(isSure(kin) ? kin.kinship.truth.surely : kin.kinship.truth.possibly, day(kin.at.on)) ?? [-Infinity, Infinity]

export const Kin = builder.objectRef<KinSeen>('Kin')
export const KinStep = builder.objectRef<Pick<StepOf, 'tie' | 'to'> & Seen & Pick<Listed, 'refOf'>>('KinStep')

KinStep.implement({
  description: 'One tie of the way to a relative. 亲属路径的一步。',
  fields: (t) => ({
    tie: t.expose('tie', { type: Tie, description: 'What this person is to the one before. 关系。' }),
    to: t.field({
      type: Person,
      description: 'Whom it leads to. 人员。',
      resolve: ({ to, refOf, at }, _args, context) => context.named(personLoader, rowKey(refOf(to), at)),
    }),
  }),
})

Kin.implement({
  description:
    'One way in which someone is kin of a person (公务员回避规定第五条), with the ties that prove it. 亲属。',
  fields: (t) => ({
    relative: t.field({
      type: Person,
      description: 'Who. 亲属。',
      resolve: ({ kinship, refOf, at }, _args, context) =>
        context.named(personLoader, rowKey(refOf(kinship.relative), at)),
    }),
    class: t.expose('class', { type: KinClass, description: 'Class of the avoidance rules. 亲属类别。' }),
    pattern: t.expose('pattern', { type: KinPattern, description: 'How it is derived. 推定方式。' }),
    listed: t.boolean({
      description:
        'Whether the law’s list of the person names the relative; else it is the relative’s list that names the person, and the bar is mutual. 是否列于本人亲属范围。',
      resolve: ({ kinship }) => kinship.listed,
    }),
    term: t.string({
      nullable: true,
      description: 'The Chinese word for what the relative is, where one word says it: 堂哥. 称谓。',
      resolve: ({ kinship }) => kinship.term,
    }),
    certainty: t.field({
      type: Certainty,
      description: 'Whether it surely holds on the day. 确定程度。',
      resolve: (kin) => (isSure(kin) ? 'SURE' : 'UNVERIFIED'),
    }),
    since: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day; null: since ever, or by birth on a day not known. 起。',
      resolve: (kin) => dayTextOrNull(spanOf(kin)[0]),
    }),
    until: t.field({
      type: 'Date',
      nullable: true,
      description: 'First day no longer; null: still. 止。',
      resolve: (kin) => dayTextOrNull(spanOf(kin)[1]),
    }),
    path: t.field({
      type: [KinStep],
      description: 'The ties that prove it, from the person outward. 路径。',
      resolve: ({ kinship, refOf, at }) => kinship.path.map((step) => ({ ...step, refOf, at })),
    }),
  }),
})

builder.objectField(Person, 'kin', (t) =>
  t.field({
    type: [Kin],
    description:
      'Everyone who is kin on the day in one of the four classes that avoidance rules list, each way once. 应回避的亲属。',
    args: asOfArgs(t.arg),
    resolve: (person, args, context) => {
      const at = within(person.at, args)
      return familyOf(context, async () =>
        onDay(await context.load(kinLoader, rowKey(person, at)), day(at.on)).map((kin) => ({ ...kin, at })),
      )
    },
  }),
)
