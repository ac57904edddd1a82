import type { Truth } from '../time/truth.ts'
import { type Answer, heldAs } from './held.ts'
import { blank, type Group, groupsOf } from './key-groups.ts'
import type { Piece, Setting, SuccessionKind } from './person.ts'
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
  const doubtful = per.includes('level') ? groups.filter((g) => g.key.includes(blank)) : []
  const known = doubtful.length === 0 ? groups : groups.filter((g) => !doubtful.includes(g))
  const stays = chains(known, per, setting)
  return ofOneWord(doubtful.length === 0 ? stays : withDoubtful(stays, doubtful), per)
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

/** Lets a piece of blank level belong doubtfully to every stay it may belong to; alone it makes a stay of its own. */
const withDoubtful = (stays: readonly Stay[], doubtful: readonly Group[]): readonly Stay[] => {
  const mayBe = (group: Group, stay: Stay) => group.key.every((value, i) => value === blank || value === stay.key[i])
  const widened = stays.map((stay) => {
    const extra = doubtful.filter((group) => mayBe(group, stay)).flatMap((group) => group.pieces)
    if (extra.length === 0) return stay
    const pieces = [...stay.pieces, ...extra].sort((a, b) => a.from.lo - b.from.lo)
    return { ...stay, pieces, doubtful: new Set(extra) }
  })
  const alone = doubtful.filter((group) => !stays.some((stay) => mayBe(group, stay)))
  return [...widened, ...alone.map(({ key, pieces }) => ({ key, origin: key, pieces, doubtful: new Set(pieces) }))]
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
  const follows = groups.map((earlier) => groups.filter((later) => succeedsKey(later.key, earlier.key, per, setting)))
  const next = new Map(groups.map((group, i) => [group, direct(follows[i] ?? [], groups, follows)]))
  const continued = new Set([...next.values()].flat())
  return distinct(groups.filter((g) => !continued.has(g)).flatMap((first) => paths(first, next).flatMap(staysAlong)))
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

/** The stay along a path of keys; a piece that goes back to an earlier key starts no longer belongs to it. */
const staysAlong = (path: readonly Group[]): readonly Stay[] => {
  const [first, last] = [path[0], path.at(-1)]
  if (first === undefined || last === undefined) return []
  const goesBack = (piece: Piece, i: number) =>
    path.slice(i + 1).some((later) => later.pieces.some((p) => p.from.lo < piece.from.lo))
  const pieces = path.flatMap((group, i) => group.pieces.filter((piece) => !goesBack(piece, i)))
  const returned = path.findLastIndex((group, i) => group.pieces.some((piece) => goesBack(piece, i)))
  const stay = { key: last.key, origin: first.key, pieces, doubtful: nobody }
  return returned < 0 ? [stay] : [stay, ...staysAlong(path.slice(0, returned + 1))]
}

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
