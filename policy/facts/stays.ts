import type { Truth } from '../time/truth.ts'
import { type Answer, andAnswer, heldAs, orAnswer } from './held.ts'
import { blank, type Group, groupsOf, ofLevel } from './key-groups.ts'
import type { Edge, Piece, Setting, SuccessionKind } from './person.ts'
import type { Dim } from './vocabulary.ts'

/**
 * The unbroken chain of pieces of one person along `per`, as one rule sees it before its filters and bridges (S4). Its
 * pieces have one key, or keys each of which succeeds the former.
 */
export interface Stay {
  /** The last key of the chain, one member for each dimension; empty when the subject is the person. */
  readonly key: readonly string[]
  /** The first key of the chain: it stays when a reform adds a successor. */
  readonly origin: readonly string[]
  readonly pieces: readonly Piece[]
  /** Pieces of which the file does not tell whether they belong here, because their level is blank. */
  readonly doubtful: ReadonlySet<Piece>
  /** Along duty or business a stay is of one word: its pieces are asked about that word alone. */
  readonly duty?: string
  readonly business?: string
}

const nobody: ReadonlySet<Piece> = new Set()
const everything: readonly string[] = []

/** The stays of a career along `per`; one stay of the whole career when `per` is empty. */
export const staysOf = (pieces: readonly Piece[], per: readonly Dim[], setting: Setting): readonly Stay[] => {
  if (per.length === 0) return [wholeCareer(pieces)]
  const groups = groupsOf(pieces, per)
  const at = per.indexOf('level')
  const open = at >= 0 && groups.some(({ key }) => key[at] === blank)
  return ofOneWord(open ? ofEveryLevel(groups, at, per, setting) : chains(groups, per, setting), per)
}

/** A career as one stay. */
export const wholeCareer = (pieces: readonly Piece[]): Stay => ({
  key: everything,
  origin: everything,
  pieces,
  doubtful: nobody,
})

/** Days the stay exists: some piece of it is held, in whatever capacity. */
export const heldAtAll = (stay: Stay): Truth => heldAs(stay.pieces, belongs, stay)

const belongs = (piece: Piece, { doubtful }: Stay): Answer =>
  doubtful.size > 0 && doubtful.has(piece) ? 'unknown' : 'yes'

const ofOneWord = (stays: readonly Stay[], per: readonly Dim[]): readonly Stay[] => {
  if (!per.includes('duty') && !per.includes('business')) return stays
  const words = (['duty', 'business'] as const).filter((dim) => per.includes(dim))
  return stays.map((stay) => ({
    ...stay,
    ...Object.fromEntries(words.map((dim) => [dim, stay.key[per.indexOf(dim)]])),
  }))
}

/**
 * The stays of each level on file, with the pieces of blank level that may belong to them; and, keyed `?`, those of a level
 * that no other piece has.
 */
const ofEveryLevel = (groups: readonly Group[], at: number, per: readonly Dim[], setting: Setting): readonly Stay[] => {
  const levels = new Set(groups.map(({ key }) => key[at] ?? blank))
  levels.delete(blank)
  return [...levels, blank].flatMap((level) => {
    const paths = pathsOf(ofLevel(groups, at, level), per, setting)
    return distinct(paths.flatMap((path) => staysOfLevel(path, level)))
  })
}

/** Open groups that a known one goes before leave open where the stay ends; those before it only how early it began. */
const staysOfLevel = (path: readonly Group[], level: string): readonly Stay[] => {
  const unsure = path.slice(path.findIndex((group) => !isOpen(group))).some(isOpen)
  const doubtful = new Set(path.flatMap(({ pieces }) => pieces).filter((piece) => unsure || piece.level === null))
  const ways = endings(path).filter((way) => level === blank || !way.every(isOpen))
  return ways.flatMap((way) => staysAlong(way, doubtful))
}

/** Whether the file leaves open that the group is one of its level at all. */
const isOpen = ({ pieces }: Group): boolean => pieces.every((piece) => piece.level === null)

/** A path as long as it may be, and as short: open groups at its end may be none of it. */
const endings = (path: readonly Group[]): readonly (readonly Group[])[] => {
  const last = path.at(-1)
  if (last === undefined) return []
  return isOpen(last) ? [path, ...endings(path.slice(0, -1))] : [path]
}

export const successionOf: Partial<Record<Dim, SuccessionKind>> = {
  post: 'post',
  internalUnit: 'unit',
  organ: 'unit',
  legalPerson: 'unit',
  team: 'team',
}

const single = ({ key, pieces }: Group): Stay => ({ key, origin: key, pieces, doubtful: nobody })

/** One stay for each maximal chain of keys in which each next key succeeds the former (S4). */
const chains = (groups: readonly Group[], per: readonly Dim[], setting: Setting): readonly Stay[] => {
  if (groups.length < 2 || !groups.some((g) => hasPredecessor(g.key, per, setting))) return groups.map(single)
  return distinct(pathsOf(groups, per, setting).flatMap((path) => staysAlong(path, nobody)))
}

/** Every longest path of groups each of which succeeds the former. */
const pathsOf = (groups: readonly Group[], per: readonly Dim[], setting: Setting): readonly (readonly Group[])[] => {
  const follows = groups.map((earlier) => groups.filter((later) => succeedsKey(later.key, earlier.key, per, setting)))
  const next = new Map(groups.map((group, i) => [group, direct(follows[i] ?? [], groups, follows)]))
  const continued = new Set([...next.values()].flat())
  return groups.filter((g) => !continued.has(g)).flatMap((first) => paths(first, next))
}

/** Two paths may hold the same pieces, where service went back before they part. */
const distinct = (stays: readonly Stay[]): readonly Stay[] =>
  stays.filter((stay, i) => !stays.slice(0, i).some((other) => sameStay(stay, other)))

const sameStay = (a: Stay, b: Stay): boolean =>
  a.key.join() === b.key.join() &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every((piece, i) => piece === b.pieces[i])

/** Leaves out followers that another follower leads to: the chain passes through it. */
const direct = (followers: readonly Group[], groups: readonly Group[], follows: readonly (readonly Group[])[]) =>
  followers.filter((late) => !followers.some((mid) => mid !== late && follows[groups.indexOf(mid)]?.includes(late)))

const paths = (from: Group, next: ReadonlyMap<Group, readonly Group[]>): readonly (readonly Group[])[] => {
  const followers = next.get(from) ?? []
  if (followers.length === 0) return [[from]]
  return followers.flatMap((follower) => paths(follower, next).map((path) => [from, ...path]))
}

/**
 * The stay along a path of keys, and those along the shorter paths that service went back to: a piece that goes back to an
 * earlier key starts no longer belongs to the whole. Where days leave its going back open, it belongs to both doubtfully.
 */
const staysAlong = (path: readonly Group[], doubtful: ReadonlySet<Piece>): readonly Stay[] => {
  const [first, last] = [path[0], path.at(-1)]
  if (first === undefined || last === undefined) return []
  const answers = path.map(({ pieces }, i) => {
    const later = path.slice(i + 1).flatMap((group) => group.pieces)
    return new Map(pieces.map((piece) => [piece, goesBack(piece, later, doubtful)]))
  })
  const may = answers.flatMap((pieces) => [...pieces]).filter(([, back]) => back !== 'yes')
  const unsure = may.flatMap(([piece, back]) => (back === 'unknown' ? [piece] : []))
  const pieces = may.map(([piece]) => piece)
  const stay = { key: last.key, origin: first.key, pieces, doubtful: new Set([...doubtful, ...unsure]) }
  return [stay, ...staysBefore(path, answers, doubtful)]
}

/** The stays along the path up to the last key that service went back to. */
const staysBefore = (
  path: readonly Group[],
  answers: readonly ReadonlyMap<Piece, Answer>[],
  doubtful: ReadonlySet<Piece>,
): readonly Stay[] => {
  const stays: Stay[] = []
  let sure = true
  for (let end = path.length; end > 0; end -= 1) {
    const backs = [...(answers[end - 1] ?? [])].map(([p, back]) => andAnswer(back, doubtful.has(p) ? 'unknown' : 'yes'))
    const returned = backs.reduce(orAnswer, 'no')
    if (returned === 'no') continue
    sure &&= returned === 'yes'
    const shorter = path.slice(0, end)
    const maybe = sure ? doubtful : new Set([...doubtful, ...shorter.flatMap(({ pieces }) => pieces)])
    stays.push(...staysAlong(shorter, maybe))
    if (returned === 'yes') break
  }
  return stays
}

/** Whether a piece starts after one of a later key. */
const goesBack = (piece: Piece, later: readonly Piece[], doubtful: ReadonlySet<Piece>): Answer =>
  later
    .map((other) => {
      if (other.from.lo >= piece.from.hi || isJoint(other.from, piece.from)) return 'no'
      return other.from.hi < piece.from.lo && !doubtful.has(other) ? 'yes' : 'unknown'
    })
    .reduce<Answer>(orAnswer, 'no')

const isJoint = (a: Edge, b: Edge): boolean => a.joint !== undefined && a.joint === b.joint

const hasPredecessor = (key: readonly string[], per: readonly Dim[], setting: Setting): boolean =>
  per.some((dim, i) => {
    const kind = successionOf[dim]
    return kind !== undefined && setting.predecessors(kind, key[i] ?? '').length > 0
  })

const succeedsKey = (
  later: readonly string[],
  earlier: readonly string[],
  per: readonly Dim[],
  setting: Setting,
): boolean =>
  later !== earlier &&
  per.every((dim, i) => {
    const [a = '', b = ''] = [later[i], earlier[i]]
    const kind = successionOf[dim]
    return a === b || (kind !== undefined && succeeds(kind, a, b, setting))
  })

/** Whether `later` succeeds `earlier`, directly or through a chain. */
export const succeeds = (kind: SuccessionKind, later: string, earlier: string, setting: Setting): boolean => {
  const seen = new Set<string>()
  const queue = [later]
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    for (const predecessor of setting.predecessors(kind, key)) {
      if (predecessor === earlier) return true
      if (!seen.has(predecessor)) queue.push(predecessor)
      seen.add(predecessor)
    }
  }
  return false
}
