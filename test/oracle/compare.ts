import type { PersonFacts, Setting } from '../../policy/facts/person.ts'
import type { Finding, Span } from '../../policy/judge/finding.ts'
import type { Installation } from '../../policy/law/plugin.ts'
import type { Day } from '../../policy/time/day.ts'
import { textOfDay } from './calendar.ts'
import { completionsOf, unknownsOf } from './completion.ts'
import { counties } from './country.ts'
import { detailsOf } from './details.ts'
import { daysToExamine } from './examine.ts'
import { type Trial, tryLife } from './judge.ts'
import { type Statute, statutesOf } from './law.ts'
import type { Dice } from './random.ts'
import { keysOf } from './stay.ts'
import { demanded, type Point, same, statusOf, tell } from './verdict.ts'

/** One made-up file under one made-up law. */
export interface Story {
  readonly person: PersonFacts
  readonly installations: readonly Installation[]
  readonly setting: Setting
}

export interface Disagreement {
  readonly statute: string
  readonly key: readonly string[]
  readonly day: Day
  readonly engine: string
  readonly oracle: string
}

/** What the run has really tried; a test of nothing must not pass. */
export type Tally = Map<string, number>
export const count = (tally: Tally, what: string): void => {
  tally.set(what, (tally.get(what) ?? 0) + 1)
}

const findingsOf = (findings: readonly Finding[], statute: Statute): Finding[] =>
  findings.filter((f) => f.rule === statute.id && f.jurisdiction === statute.jurisdiction)

/** The finding itself: its days are those of its spans, without hole or overlap. */
const malformed = (finding: Finding): string | null => {
  const { spans } = finding
  if (spans.length === 0) return 'a finding without spans'
  if (spans[0]?.from !== finding.from || spans.at(-1)?.to !== finding.to) return 'spans that do not fill their finding'
  if (spans.some((span) => span.from >= span.to)) return 'an empty span'
  return spans.every((span, i) => i === 0 || spans[i - 1]?.to === span.from) ? null : 'spans with holes'
}

const touching = (findings: readonly Finding[]): boolean =>
  findings.some((a, i) => findings.some((b, j) => i < j && same(a.key, b.key) && a.from <= b.to && b.from <= a.to))

const describe = (span: Span | undefined): string =>
  span === undefined
    ? 'no finding'
    : `${span.status} ${textOfDay(span.from)}..${textOfDay(span.to)} since ${textOfDay(span.since)} due by ${span.dueBy === null ? '-' : textOfDay(span.dueBy)} [${span.exemptions}]`

/** A blank level leaves the keys along `level` open. */
const hasLooseKeys = ({ versions: [version] }: Statute, { pieces }: PersonFacts): boolean =>
  (version?.rule.per ?? []).includes('level') && pieces.some((piece) => piece.level === null)

/** A level that no piece on file has in the place of the key: the file tells of its stay under `?` (decision 4). */
const openKey = ({ versions: [version] }: Statute, key: readonly string[], person: PersonFacts): readonly string[] => {
  const per = version?.rule.per ?? []
  const onFile = person.pieces.flatMap((piece) =>
    piece.level === null ? [] : keysOf({ ...piece, level: piece.level }, per),
  )
  return onFile.some((other) => same(other, key)) ? key : key.map((value, i) => (per[i] === 'level' ? '?' : value))
}

/** A blank level decides two promotions, into the piece and out of it, and which pieces a stay along levels is made of. */
const usesBlankLevelTwice = ({ person, installations }: Story): boolean =>
  person.pieces.some((piece) => piece.level === null) &&
  /"promotion"|"along":"level"/.test(JSON.stringify(installations))

/**
 * An unknown day that decides between two authorities: a boundary of service in a career with days away (the post is held
 * before it, and may count as left behind after it), or the end of a dated row (the row before it, the posts after it).
 */
const dividesAuthority = ({ person }: Story): boolean => {
  const away = person.pieces.some((piece) => piece.capacity === 'secondment' || piece.capacity === 'loan')
  const unsure = person.pieces.some(({ from, to }) => from.lo !== from.hi || to.lo !== to.hi)
  return (away && unsure) || person.authorities.some(({ from, to }) => from.lo !== from.hi || to.lo !== to.hi)
}

/** A woman worker's unknown boundary: her group is read from the post while held, and from her file after it. */
const asksGroupTwice = ({ person }: Story): boolean =>
  person.sex !== 'M' &&
  person.retirementLimit === null &&
  [person, ...person.pieces].some(({ category }) => category === 'worker') &&
  person.pieces.some(({ from, to }) => from.lo !== from.hi || to.lo !== to.hi)

/** A file under examination: its completions, tried. */
interface Examined {
  readonly story: Story
  readonly trials: readonly Trial[]
  readonly precise: boolean
  readonly all: boolean
  readonly dice: Dice
  readonly tally: Tally
}

/** Compares the engine's findings with the oracle's completions; the first difference, or `null`. */
export const compare = (story: Story, findings: readonly Finding[], dice: Dice, tally: Tally): Disagreement | null => {
  const { person, installations, setting } = story
  const unknowns = unknownsOf(person, setting, counties)
  const { lives, all } = completionsOf(person, unknowns, dice)
  const trials = lives.map((life) => tryLife(life, installations, setting))
  if (trials.length === 0) return null
  const once = ![usesBlankLevelTwice, dividesAuthority, asksGroupTwice].some((twice) => twice(story))
  const precise = unknowns.length === 0
  const examined: Examined = { story, trials, precise, all: precise || (all && once), dice, tally }
  for (const statute of statutesOf(installations)) {
    const wrong = compareStatute(examined, statute, findingsOf(findings, statute))
    if (wrong !== null) return { statute: statute.id, ...wrong }
  }
  return null
}

type Difference = Omit<Disagreement, 'statute'>

const compareStatute = (examined: Examined, statute: Statute, own: readonly Finding[]): Difference | null => {
  const { story, trials, dice, tally } = examined
  const shape = misshapen(own, trials, statute)
  if (shape !== null) return shape
  const subjects = [...own, ...trials.flatMap((trial) => trial.subjects(statute))]
  const keys = [...new Map(subjects.map(({ key }) => [JSON.stringify(key), key])).values()]
  const loose = hasLooseKeys(statute, story.person)
  const leaves = new Map<string, Set<boolean>>()
  for (const day of daysToExamine(story, own, dice, Math.max(16, Math.floor(300 / trials.length)))) {
    for (const key of keys) {
      const point = pointOf(examined, statute, own, key, day, loose)
      const wrong = statusOf(point) ?? (point.precise ? detailsOf(point) : null)
      if (wrong !== null) return { key, day, engine: describe(point.span), oracle: wrong }
      note(point, leaves, tally)
    }
  }
  for (const [leaf, values] of leaves)
    if (values.size === 2 || leaf.startsWith('person ')) noteLeaf(leaf, values, tally)
  return null
}

const pointOf = (
  { story, trials, precise, all }: Examined,
  statute: Statute,
  own: readonly Finding[],
  key: readonly string[],
  day: Day,
  loose: boolean,
): Point => {
  const told = trials.map((trial) => tell(trial, statute, key, day))
  const findingOf = (asked: readonly string[]) => own.find((f) => same(f.key, asked) && f.from <= day && day < f.to)
  const finding = findingOf(key) ?? (loose ? findingOf(openKey(statute, key, story.person)) : undefined)
  const span = finding?.spans.find((s) => s.from <= day && day < s.to)
  return { statute, key, day, told, finding, span, precise, all, loose }
}

const misshapen = (own: readonly Finding[], trials: readonly Trial[], statute: Statute): Difference | null => {
  const one = 'one maximal interval'
  for (const finding of own) {
    const why = malformed(finding)
    if (why !== null) return { key: finding.key, day: finding.from, engine: why, oracle: one }
  }
  const twice = trials.some((trial) => {
    const keys = trial.subjects(statute).map((subject) => JSON.stringify(subject.key))
    return new Set(keys).size < keys.length
  })
  if (twice || !touching(own)) return null
  return { key: own[0]?.key ?? [], day: own[0]?.from ?? 0, engine: 'findings of one subject that touch', oracle: one }
}

/** A leaf that said yes on some days and no on others; what a person is does not change, so either answer counts half. */
const noteLeaf = (leaf: string, values: ReadonlySet<boolean>, tally: Tally): void => {
  const name = leaf.split(' ')[0] ?? ''
  if (name !== 'person') {
    count(tally, `atom ${name}`)
    return
  }
  const answer = values.has(true) ? 'person yes' : 'person no'
  const other = values.has(true) ? 'person no' : 'person yes'
  count(tally, answer)
  if ((tally.get(answer) ?? 0) <= (tally.get(other) ?? 0)) count(tally, 'atom person')
}

/** Notes what the point has tried. */
const note = (point: Point, leaves: Map<string, Set<boolean>>, tally: Tally): void => {
  const status = point.span?.status ?? 'none'
  count(tally, `status ${status}`)
  count(tally, point.precise ? 'days precise' : 'days imprecise')
  if (!point.precise && status === 'UNDETERMINED' && demanded(point) === status)
    count(tally, 'days exactly undetermined')
  if (point.day % 3 > 0) return
  for (const leaf of point.told[0]?.leaves ?? []) {
    const name = `${leaf.name} ${leaf.at} ${point.key}`
    const seen = leaves.get(name) ?? new Set<boolean>()
    seen.add(leaf.holds)
    leaves.set(name, seen)
  }
}
