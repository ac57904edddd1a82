import type { Piece } from './person.ts'
import type { Dim } from './vocabulary.ts'

/** The pieces of a career that have one key along the dimensions of a rule. */
export interface Group {
  readonly key: readonly string[]
  readonly pieces: Piece[]
}

/** Key of a piece whose level the file leaves blank. */
export const blank = '?'

/** A piece of several duties or business lines belongs to several groups; one without a place along `per` to none. */
export const groupsOf = (pieces: readonly Piece[], per: readonly Dim[]): readonly Group[] => {
  const groups: Group[] = []
  const [first, second] = per
  for (const piece of pieces) {
    if (first === undefined || second !== undefined || first === 'duty' || first === 'business') {
      for (const key of keysOf(piece, per)) put(piece, key, groups)
    } else {
      const value = valueAlong(piece, first)
      if (value !== null && !joined(piece, value, groups)) groups.push({ key: [value], pieces: [piece] })
    }
  }
  return groups
}

/** The groups of one level, those of blank level taken for it too; `at` is the place of the level in their keys. */
export const ofLevel = (groups: readonly Group[], at: number, level: string): readonly Group[] => {
  const found: Group[] = []
  for (const { key, pieces } of groups) {
    if (key[at] !== level && key[at] !== blank) continue
    const taken = key.map((value, i) => (i === at ? level : value))
    for (const piece of pieces) put(piece, taken, found)
  }
  for (const { pieces } of found) pieces.sort((a, b) => a.from.lo - b.from.lo)
  return found
}

/** Whether two keys along the same dimensions are equal. */
export const sameKey = (a: readonly string[], b: readonly string[]): boolean => {
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false
  return true
}

/** Careers are short: a walk over the few keys met so far beats an index of them. */
const put = (piece: Piece, key: readonly string[], groups: Group[]): void => {
  const group = groups.find((g) => sameKey(g.key, key))
  if (group === undefined) groups.push({ key, pieces: [piece] })
  else group.pieces.push(piece)
}

/** Puts the piece into the group of a one-member key, where there is one. */
const joined = (piece: Piece, value: string, groups: readonly Group[]): boolean => {
  for (const group of groups) {
    if (group.key[0] !== value) continue
    group.pieces.push(piece)
    return true
  }
  return false
}

/** Every combination of the piece's key values along the dimensions. */
const keysOf = (piece: Piece, per: readonly Dim[]): readonly (readonly string[])[] => {
  let keys: string[][] = [[]]
  for (const dim of per) {
    const values = valuesAlong(piece, dim)
    const [only, ...others] = values
    if (only === undefined) return []
    if (others.length === 0) for (const key of keys) key.push(only)
    else keys = keys.flatMap((key) => values.map((value) => [...key, value]))
  }
  return keys
}

const valuesAlong = (piece: Piece, dim: Dim): readonly string[] => {
  if (dim === 'duty') return piece.duties
  if (dim === 'business') return piece.business
  const value = valueAlong(piece, dim)
  return value === null ? [] : [value]
}

const valueAlong = (piece: Piece, dim: Exclude<Dim, 'duty' | 'business'>): string | null =>
  dim === 'level' ? (piece.level ?? blank) : piece[dim]
