import type { Database } from '../db/connect.ts'
import type { Ref } from '../db/facts.ts'
import { holdersOf, postNow, postsCoded } from '../db/queries/change-record.ts'
import { type StoredValidity, statedText, validityRanges } from '../db/stated.ts'
import { type Tx, transaction } from '../db/transaction.ts'
import type { Bilingual, Capacity, Range } from '../policy/index.ts'
import type { ConflictTold } from './change.ts'
import { type Named, spelling } from './find-person.ts'
import type { Issues } from './issues.ts'
import { AmbiguousCodeProblem, ConflictProblem, NotFoundProblem, type ProblemPath } from './problem.ts'
import { surelyMeet } from './roster/checking/stretch.ts'

const noun = { zh: '职位', en: 'post' }

/** A post, and how it was from one day to another. */
export interface Seat {
  readonly post: Ref
  readonly versions: Awaited<ReturnType<typeof postNow>>
}

/** The one post of that name. */
export const findSeat = async (tx: Tx, named: Named, path: ProblemPath = ['input', 'post']): Promise<Seat> => {
  const post = 'code' in named ? await postOfCode(tx, named.code, named.at ?? null, path) : named
  const versions = await postNow(tx, post)
  if (versions.length === 0) throw new NotFoundProblem(path, spelling(named), noun)
  return { post, versions }
}

const postOfCode = async (tx: Tx, code: string, at: string | null, path: ProblemPath): Promise<Ref> => {
  const rows = await postsCoded(tx, code, at)
  const [first, ...others] = rows
  if (first === undefined) throw new NotFoundProblem(path, code, noun)
  if (others.length === 0) return { root: first.root, id: first.id }
  const places = rows.map(({ jurisdiction }) => jurisdiction)
  throw new AmbiguousCodeProblem(path, code, places)
}

/** Whether such service in the post leaves no room for another: it has one seat, on all its days. */
export const takesOnlySeat = (capacity: Capacity, { versions }: Seat): boolean =>
  (capacity === 'formal' || capacity === 'probation') && versions.every(({ quota }) => quota === 1)

/** Nobody serves in a post that does not exist on any of those days. */
export const checkExists = (issues: Issues, { versions }: Seat, from: Range, to: Range | null, text: string): void => {
  const exists = versions.some((version) => {
    const days = validityRanges(version)
    return days.from.lo < (to?.hi ?? Infinity) && from.lo < days.to.hi
  })
  if (!exists) issues.add(['input', 'from'], text, notThere, checkPost)
}

const notThere = { zh: '这些日子里没有这个职位。', en: 'The post does not exist on any of these days.' }
const checkPost = { zh: '请核对职位及其起止日期。', en: 'Check the post and the days of its versions.' }

/** An assignment that was about to be written. */
export interface Wanted extends StoredValidity {
  readonly post: Ref
  readonly person: Ref
  /** The assignment itself, which stands in nobody's way when it is corrected. */
  readonly id: string
}

/** Names the holder when the database finds the post held, or the person twice in it. */
export const seatConflict =
  (db: Database, about: () => Wanted | null): ConflictTold =>
  async ({ refusal, constraint }) => {
    const wanted = about()
    if (refusal !== 'overlap' || wanted === null) return null
    if (constraint === 'assignment_held_twice') return heldTwice
    const all = await transaction(db, { mode: 'read' }, (tx) => holdersOf(tx, wanted.post))
    const days = validityRanges(wanted)
    const inTheWay = all.filter((held) => held.assignmentId !== wanted.id && surelyMeet(validityRanges(held), days))
    const others = inTheWay.filter(({ personId }) => personId !== wanted.person.id)
    return others.length === 0 && inTheWay.length > 0 ? heldTwice : postHeld(others)
  }

/** One person, twice in one post. */
export const heldTwice = new ConflictProblem('ASSIGNMENTS_OVERLAP', {
  path: ['input', 'post'],
  says: {
    zh: '该人员在这些日子里已任此职，一人不能同时两次任同一职位。',
    en: 'The person holds this very post on some of these days already.',
  },
  remedy: {
    zh: '请更正已有的任职，而不是另记一条。',
    en: 'Correct the assignment on file instead of recording another.',
  },
})

type Holder = Awaited<ReturnType<typeof holdersOf>>[number]

/** As the file says it: `张伟 P1（2001-03起）`. */
const nameOf = ({ name, code, ...days }: Holder, [open, since, on, until, close]: readonly string[]): string => {
  const from = statedText({ on: days.fromOn, precision: days.fromPrecision }) ?? '?'
  const to = statedText({ on: days.toOn, precision: days.toPrecision })
  return `${name}${code === null ? '' : ` ${code}`}${open}${since}${from}${to === null ? on : `${until}${to}`}${close}`
}

const postHeld = (holders: readonly Holder[]): ConflictProblem => {
  const zh = holders.map((holder) => nameOf(holder, ['（', '', '起', '至', '）'])).join('、')
  const en = holders.map((holder) => nameOf(holder, [' (', 'from ', ' on', ' to ', ')'])).join(', ')
  // Whoever stood in the way may have been moved before we could look.
  const says: Bilingual = {
    zh: `该职位只有一个职数，这些日子里已由${zh === '' ? '他人' : zh}担任。`,
    en: `The post has one seat, on some of these days held by ${en === '' ? 'someone else' : en}.`,
  }
  return new ConflictProblem('POST_HELD', {
    path: ['input', 'post'],
    says,
    remedy: {
      zh: '先记前任的免职日期；兼任、主持工作等请写明任职方式；确有两人同任的，改职位的职数。',
      en: 'First end the predecessor; state the capacity if it is concurrent or acting; or raise the quota of the post.',
    },
  })
}
