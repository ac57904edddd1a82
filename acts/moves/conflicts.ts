import { grouped } from '../../db/recorded.ts'
import {
  type Conflict,
  type Days,
  daysFrom,
  intersect,
  type Kinship,
  type KinWord,
  kinWords,
  minus,
  type NotedTie,
  notedTies,
  type PairJudge,
  postRelations,
  runs,
  type Side,
  union,
  unionAll,
} from '../../policy/index.ts'
import { type Draft, type Drafts, dayOrNull, type Standing } from './draft.ts'
import type { Told } from './outcome.ts'
import type { Scene } from './scene.ts'
import { dayWords, type Words } from './words.ts'

/** Conflicts of the movers and their kin that the plan brings about or settles, on any day from its first one on. */
export const conflictChanges = (scene: Scene, judge: PairJudge): Drafts => {
  const changes = scene.related.map(({ mover, relative, kin }) => {
    const [first, second] = [scene.people.get(mover), scene.people.get(relative.id)]
    if (first === undefined || second === undefined) return { begins: [], ends: [] }
    const was = judge.conflicts({ first: first.before, second: second.before, kin }, scene.chart)
    const is = judge.conflicts({ first: first.after, second: second.after, kin }, scene.chart)
    return changesOf(was, is, { mover, from: scene.plan.since })
  })
  return { begins: changes.flatMap(({ begins }) => begins), ends: changes.flatMap(({ ends }) => ends) }
}

interface Seen {
  /** The one of the two whom every caller may be told of: the first of the plan. */
  readonly mover: string
  readonly from: number
}

const changesOf = (was: readonly Conflict[], is: readonly Conflict[], seen: Seen): Drafts => {
  const [before, after] = [bySides(was), bySides(is)]
  const begins: Draft[] = []
  const ends: Draft[] = []
  const onwards = daysFrom(seen.from)
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    const [b, a] = [before.get(name) ?? nowhere, after.get(name) ?? nowhere]
    const fresh = change(
      intersect(minus(a.surely, b.surely), onwards),
      intersect(minus(a.possibly, b.possibly), onwards),
    )
    const begun = fresh === null ? undefined : conflictOn(a, fresh.since)
    if (fresh !== null && begun !== undefined) begins.push(draftOf(begun, fresh, seen))
    const gone = change(
      intersect(minus(b.surely, a.possibly), onwards),
      intersect(union(minus(b.surely, a.surely), minus(b.possibly, a.possibly)), onwards),
    )
    const ended = gone === null ? undefined : conflictOn(b, gone.since)
    if (gone !== null && ended !== undefined)
      ends.push(draftOf(ended, { status: gone.status, since: ended.from, until: gone.since }, seen))
  }
  return { begins, ends }
}

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
const bySides = (conflicts: readonly Conflict[]): ReadonlyMap<string, Stood> =>
  new Map(
    [...grouped(conflicts, nameOf)].map(([name, all]) => {
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

const draftOf = (conflict: Conflict, { status, since, until }: When, { mover }: Seen): Draft => ({
  kind: 'avoidance',
  rule: conflict.rule,
  catalogueId: conflict.catalogueId,
  effect: conflict.effect,
  digest: conflict.digest,
  status,
  since: dayOrNull(since),
  until: dayOrNull(until),
  tell: (words) => wholeOf(conflict, words, { status, since, until }),
  veiled: (words) => veiledOf(conflict, words, mover),
})

/** Everything: who, what kin, which posts, how the posts stand to each other. */
const wholeOf = (conflict: Conflict, words: Words, { status, since, until }: When): Told => {
  const { sides, kin, relation } = conflict
  const zh = words.language === 'zh'
  const [first, second] = sides.map((side) => sideOf(side, words))
  const tie = tieWords(kin, zh)
  const days = [dayWords(since, words.language), dayWords(until, words.language)]
  const stands = zh ? postRelations[relation] : readable(relation)
  const open =
    status === 'ACTIVE' ? '' : zh ? '现有材料尚不能确定，须先核实。' : ' The files do not tell; to be verified first.'
  return {
    subject: zh ? `${first}与其${tie}${second}` : `${first} and their kin (${tie}) ${second}`,
    subjects: words.subjects(sides.map(({ person }) => person)),
    explanation: zh
      ? `${words.law(conflict)}${second}是${first}的${tie}；两职位：${stands}；${days[0]}至${days[1]}。${open}`
      : `${words.law(conflict)} ${second} is kin (${tie}) of ${first}; the posts: ${stands}; ${days[0]} to ${days[1]}.${open}`,
  }
}

/** 堂哥, where one word names it; else the class. */
const tieWords = ({ term, class: known, pattern }: Kinship, zh: boolean): string => {
  const word: KinWord = known ?? (isNoted(pattern) ? pattern : 'SPECIAL_INTEREST')
  if (!zh) return word.toLowerCase().replaceAll('_', ' ')
  return term ?? (word === 'SPOUSE' ? '配偶' : `亲属（${kinWords[word]}）`)
}

const isNoted = (pattern: string): pattern is NotedTie => Object.hasOwn(notedTies, pattern)

/** `directSuperior` read aloud. */
const readable = (word: string): string => word.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/** For whoever may not read family data: the mover and the law, and nothing from which the relative could be told. */
const veiledOf = (conflict: Conflict, words: Words, mover: string): Told => {
  const own = conflict.sides.find(({ person }) => person === mover)
  const name = own === undefined ? words.person(mover) : sideOf(own, words)
  return words.language === 'zh'
    ? {
        subject: `${name}与其一名亲属`,
        subjects: words.subjects([mover]),
        explanation: `${words.law(conflict)}涉及${words.person(mover)}的一名亲属；您无权查看亲属信息。`,
      }
    : {
        subject: `${name} and a relative`,
        subjects: words.subjects([mover]),
        explanation: `${words.law(conflict)} A relative of ${words.person(mover)} is concerned; you may not read family data.`,
      }
}

const sideOf = ({ person, post }: Side, words: Words): string =>
  words.language === 'zh'
    ? `${words.person(person)}${words.post(post)}`
    : `${words.person(person)}, ${words.post(post)}`
