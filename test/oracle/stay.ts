import type { Setting, SuccessionKind } from '../../policy/facts/person.ts'
import type { Dim } from '../../policy/facts/vocabulary.ts'
import type { Held, Life } from './life.ts'

/** Whom a rule speaks about: a person along the rule's dimensions. Its pieces are those of a chain of keys (S1, S4). */
export interface Subject {
  readonly key: readonly string[]
  readonly pieces: readonly Held[]
  /** In a stay along duty or business, the one word the stay is about. */
  readonly duty?: string | undefined
  readonly business?: string | undefined
}

const one = (key: string | null): readonly string[] => (key === null ? [] : [key])

/** What a key is made of. */
type Keyed = Omit<Held, 'from' | 'to' | 'leading' | 'category'>

const valuesAlong = (piece: Keyed, dim: Dim): readonly string[] => {
  switch (dim) {
    case 'post':
      return [piece.post]
    case 'internalUnit':
      return one(piece.internalUnit)
    case 'organ':
      return [piece.organ]
    case 'legalPerson':
      return one(piece.legalPerson)
    case 'team':
      return one(piece.team)
    case 'place':
      return [piece.place]
    case 'duty':
      return piece.duties
    case 'business':
      return piece.business
    case 'level':
      return [piece.level]
    case 'jurisdiction':
      return [piece.jurisdiction]
  }
}

/** Every combination of a piece's values along the dimensions. */
export const keysOf = (piece: Keyed, per: readonly Dim[]): string[][] =>
  per.reduce<string[][]>(
    (keys, dim) => keys.flatMap((key) => valuesAlong(piece, dim).map((value) => [...key, value])),
    [[]],
  )

const successionOf: Partial<Record<Dim, SuccessionKind>> = {
  post: 'post',
  internalUnit: 'unit',
  organ: 'unit',
  legalPerson: 'unit',
  team: 'team',
}

/** Whether `later` became what `earlier` was, directly or through others. */
const descends = (setting: Setting, kind: SuccessionKind, later: string, earlier: string): boolean => {
  const seen = new Set<string>()
  const waiting = [later]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop())
    for (const before of setting.predecessors(kind, at)) {
      if (before === earlier) return true
      if (!seen.has(before)) waiting.push(before)
      seen.add(before)
    }
  return false
}

interface Place {
  readonly key: readonly string[]
  readonly pieces: Held[]
}

const continues = (setting: Setting, per: readonly Dim[], later: Place, earlier: Place): boolean => {
  if (later === earlier) return false
  return per.every((dim, i) => {
    const [after, before] = [later.key[i] ?? '', earlier.key[i] ?? '']
    const kind = successionOf[dim]
    return after === before || (kind !== undefined && descends(setting, kind, after, before))
  })
}

/** Every longest way from key to succeeding key. */
const chainsOf = (setting: Setting, per: readonly Dim[], places: readonly Place[]): Place[][] => {
  const next = (place: Place) => places.filter((other) => continues(setting, per, other, place))
  const walk = (place: Place): Place[][] => {
    const onward = next(place)
    return onward.length === 0 ? [[place]] : onward.flatMap((other) => walk(other).map((rest) => [place, ...rest]))
  }
  const ways = places.flatMap(walk)
  return ways.filter((way) => !ways.some((other) => other.length > way.length && way.every((p) => other.includes(p))))
}

/** A chain without the service that returned to a key after a later one began, and the chains it returned to (decision 14). */
const unreturned = (chain: readonly Place[]): Place[][] => {
  const began = chain.map((_, i) => Math.min(...chain.slice(i + 1).flatMap(({ pieces }) => pieces.map((p) => p.from))))
  const returns = (piece: Held, i: number) => piece.from > (began[i] ?? Infinity)
  const kept = chain.map(({ key, pieces }, i) => ({ key, pieces: pieces.filter((piece) => !returns(piece, i)) }))
  const last = chain.findLastIndex(({ pieces }, i) => pieces.some((piece) => returns(piece, i)))
  return last < 0 ? [kept] : [kept, ...unreturned(chain.slice(0, last + 1))]
}

/** Several chains may go back to the same service. */
const distinct = (subjects: readonly Subject[]): Subject[] =>
  subjects.filter((subject, i) => {
    const same = (other: Subject) =>
      other.key.join() === subject.key.join() &&
      other.pieces.length === subject.pieces.length &&
      other.pieces.every((piece) => subject.pieces.includes(piece))
    return !subjects.slice(0, i).some(same)
  })

/** The subjects of a rule within a life; without dimensions the one subject is the person. */
export const subjectsOf = (life: Life, per: readonly Dim[], setting: Setting): Subject[] => {
  if (per.length === 0) return [{ key: [], pieces: life.pieces }]
  const places = new Map<string, Place>()
  for (const piece of life.pieces)
    for (const key of keysOf(piece, per)) {
      const place = places.get(JSON.stringify(key)) ?? { key, pieces: [] }
      place.pieces.push(piece)
      places.set(JSON.stringify(key), place)
    }
  const stays = chainsOf(setting, per, [...places.values()]).flatMap(unreturned)
  const subjects = stays.map((chain) => {
    const key = chain.at(-1)?.key ?? []
    const pieces = life.pieces.filter((piece) => chain.some((place) => place.pieces.includes(piece)))
    return { key, pieces, duty: key[per.indexOf('duty')], business: key[per.indexOf('business')] }
  })
  return distinct(subjects)
}
