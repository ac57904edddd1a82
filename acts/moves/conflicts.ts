import { grouped } from '../../db/recorded.ts'
import {
  type Conflict,
  type Days,
  daysFrom,
  explainConflict,
  has,
  intersect,
  type Kinship,
  kinPathWords,
  minus,
  type PairFacts,
  type PairJudge,
  runs,
  type Side,
  type Telling,
  union,
  unionAll,
} from '../../policy/index.ts'
import { type Draft, type Drafts, dayOrNull, type Standing } from './draft.ts'
import type { Told } from './outcome.ts'
import type { Scene } from './scene.ts'
import type { Words } from './words.ts'

/** Conflicts of the movers and their kin that the plan brings about or settles, on any day from its first one on. */
export const conflictChanges = (scene: Scene, judge: PairJudge): Drafts => {
  const changes = scene.related.map(({ mover, relative, kin }) => {
    const [one, other] = [scene.people.get(mover), scene.people.get(relative.id)]
    if (one === undefined || other === undefined) return { begins: [], ends: [] }
    const seen = { mover, judge, scene }
    return changesOf(
      { ...seen, pair: { first: one.before, second: other.before, kin } },
      { ...seen, pair: { first: one.after, second: other.after, kin } },
    )
  })
  return { begins: changes.flatMap(({ begins }) => begins), ends: changes.flatMap(({ ends }) => ends) }
}

/** Two relatives as they stand, or as they would. */
interface Seen {
  readonly pair: PairFacts
  /** The one of the two whom every caller may be told of: the first of the plan. */
  readonly mover: string
  readonly judge: PairJudge
  readonly scene: Scene
}

const changesOf = (was: Seen, is: Seen): Drafts => {
  const [before, after] = [bySides(was), bySides(is)]
  const begins: Draft[] = []
  const ends: Draft[] = []
  const onwards = daysFrom(was.scene.plan.since)
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [b, a] = [before.get(name) ?? nowhere, after.get(name) ?? nowhere]
    const parted = intersect(minus(b.possibly, a.possibly), onwards)
    const fresh = change(
      union(intersect(minus(a.surely, b.surely), onwards), resumed(a.surely, parted)),
      union(intersect(minus(a.possibly, b.possibly), onwards), resumed(a.possibly, parted)),
    )
    const begun = fresh === null ? undefined : conflictOn(a, fresh.since)
    if (fresh !== null && begun !== undefined) begins.push(draftOf(begun, fresh, fresh.since, is))
    const gone = change(
      intersect(minus(b.surely, a.possibly), onwards),
      intersect(union(minus(b.surely, a.surely), minus(b.possibly, a.possibly)), onwards),
    )
    const ended = gone === null ? undefined : conflictOn(b, gone.since)
    if (gone !== null && ended !== undefined)
      ends.push(draftOf(ended, { ...gone, since: ended.from, until: gone.since }, gone.since, was))
  }
  return { begins, ends }
}

/** Days that set in right after the plan had parted the two: who leaves a post and comes back to it begins anew. */
const resumed = (days: Days, parted: Days): Days =>
  unionAll([...runs(days)].flatMap(([from, to]) => (has(parted, from - 1) ? [daysFrom(from, to)] : [])))

/** Everything a rule says of two people in two posts. */
interface Stood {
  readonly conflicts: readonly Conflict[]
  readonly surely: Days
  readonly possibly: Days
}

const nowhere: Stood = { conflicts: [], surely: [], possibly: [] }

const conflictOn = ({ conflicts }: Stood, on: number): Conflict | undefined =>
  conflicts.find(({ from, to }) => from <= on && on < to)

const nameOf = ({ rule, jurisdiction, sides }: Conflict): string =>
  [rule, jurisdiction, ...sides.map(({ person, post }) => `${person} ${post}`).toSorted()].join()

/** By rule, people and posts, whoever leads: ids also count how often it happened, which a plan may change. */
const bySides = ({ judge, pair, scene }: Seen): ReadonlyMap<string, Stood> =>
  new Map(
    [...grouped(judge.conflicts(pair, scene.chart), nameOf)].map(([name, all]) => {
      // Days on which a rule that says it again shows it are left to that one.
      const spans = all.flatMap((conflict) => conflict.spans).filter(({ shownWith }) => shownWith === null)
      const days = (some: Conflict['spans']) => unionAll(some.map(({ from, to }) => daysFrom(from, to)))
      const surely = days(spans.filter(({ status }) => status === 'ACTIVE'))
      return [name, { conflicts: all, surely, possibly: days(spans) }]
    }),
  )

interface When {
  readonly status: Standing
  readonly since: number
  readonly until: number
}

const change = (surely: Days, possibly: Days): When | null => {
  const [sure] = runs(surely)
  if (sure !== undefined) return { status: 'ACTIVE', since: sure[0], until: sure[1] }
  const [open] = runs(possibly)
  return open === undefined ? null : { status: 'UNDETERMINED', since: open[0], until: open[1] }
}

/** `on`: the day the explanation speaks of. */
const draftOf = (conflict: Conflict, { status, since, until }: When, on: number, seen: Seen): Draft => ({
  kind: 'avoidance',
  rule: conflict.rule,
  catalogueId: conflict.catalogueId,
  effect: conflict.effect,
  digest: conflict.digest,
  status,
  since: dayOrNull(since),
  until: dayOrNull(until),
  tell: (words) => wholeOf(conflict, words, on, seen),
  veiled: (words) => veiledOf(conflict, words, seen.mover),
})

/** Everything: who, what kin, which posts, how the posts stand to each other. */
const wholeOf = (conflict: Conflict, words: Words, on: number, { judge, pair, scene }: Seen): Told => {
  const { sides, kin } = conflict
  const { language } = words
  const [first, second] = sides.map((side) => sideOf(side, words))
  const kinPath = (kinship: Kinship) => kinPathWords(kinship, scene.graph, language)
  return {
    subject:
      language === 'zh'
        ? `${first}与其${kin.term ?? kinPath(kin)}${second}`
        : `${first} and their ${kinPath(kin)} ${second}`,
    subjects: words.subjects(sides.map(({ person }) => person)),
    explain: () => {
      const telling: Telling = { language, names: words, kinPath, naming: 'full' }
      return explainConflict(judge, pair, scene.chart, conflict.id, on, telling)?.text ?? words.law(conflict)
    },
  }
}

/** For whoever may not read family data: the mover and the law, and nothing that tells of the relative. */
const veiledOf = (conflict: Conflict, words: Words, mover: string): Told => {
  const own = conflict.sides.find(({ person }) => person === mover)
  const name = own === undefined ? words.person(mover) : sideOf(own, words)
  const zh = words.language === 'zh'
  return {
    subject: zh ? `${name}与其一名亲属` : `${name} and a relative`,
    subjects: words.subjects([mover]),
    explain: () =>
      zh
        ? `${words.law(conflict)}涉及${words.person(mover)}的一名亲属；您无权查看亲属信息。`
        : `${words.law(conflict)} A relative of ${words.person(mover)} is concerned; you may not read family data.`,
  }
}

const sideOf = ({ person, post }: Side, words: Words): string =>
  words.language === 'zh'
    ? `${words.person(person)}${words.post(post)}`
    : `${words.person(person)}, ${words.post(post)}`
