import { categories, levelOrder, teamKinds, unitKinds } from '../../facts/vocabulary.ts'
import { levelsOf } from '../where.ts'
import type { Clause, Leaf, Literal, Reading } from './literal.ts'

/** What a post taken is like, in every respect that some bar asks about. */
type Move = ReadonlyMap<string, string | null>

type Filter = Extract<Leaf, { takes: unknown }>['takes']

/** Whether a condition speaks of the post taken, which another move may choose otherwise. */
export const asksOfPostTaken = ({ leaf }: Literal): boolean => {
  if ('takes' in leaf || 'rises' in leaf || 'crosses' in leaf) return true
  if ('native' in leaf) return leaf.native.place === 'takes'
  const where =
    'held' in leaf
      ? leaf.held
      : 'lasting' in leaf
        ? leaf.lasting.where
        : 'accumulated' in leaf
          ? leaf.accumulated.where
          : 'terms' in leaf
            ? leaf.terms.where
            : 'leaves' in leaf
              ? leaf.leaves
              : undefined
  return where?.same?.as === 'takes'
}

/** How many kinds of moves may still be tried; then there may be no way out. */
export interface Tries {
  left: number
}

/** Whether someone who leaves a post of this level can make some move of which none of the alternatives speaks. */
export const leavesOpen = (alternatives: readonly Clause[], level: string, tries: Tries): boolean => {
  const asked = alternatives.map((clause) => clause.filter(asksOfPostTaken))
  const respects = [...respectsOf(asked.flat())]
  const isOpen = (move: Move): boolean => {
    tries.left -= 1
    return !asked.some((clause) =>
      clause.every(({ leaf, holds, reading }) => isSo(leaf, reading, move, level) === holds),
    )
  }
  // Most often a move of which nobody speaks, to some level, is open.
  const plain = [0, -1].flatMap((at) =>
    [...levelOrder, above].map(
      (to) => new Map([...respects.map(([name, of]) => [name, of.at(at) ?? null] as const), ['level', to]]),
    ),
  )
  if (plain.some(isOpen)) return true
  const open = (i: number, move: Move): boolean => {
    const [name, values] = respects[i] ?? ['', []]
    if (i === respects.length) return isOpen(move)
    return values.some((value) => tries.left > 0 && open(i + 1, new Map(move).set(name, value)))
  }
  return open(0, new Map())
}

/** Whether a condition compares the level of the post taken with that of the post left. */
export const comparesLevels = ({ leaf }: Literal): boolean =>
  'rises' in leaf || ('crosses' in leaf && leaf.crosses.dim === 'level')

/** As high as the highest and higher: so that whoever rises may rise. */
const above = 'above'

const kinds: Readonly<Record<string, readonly string[]>> = {
  level: levelOrder,
  category: Object.keys(categories),
  unitKind: Object.keys(unitKinds),
  teamKind: Object.keys(teamKinds),
}
const lists = ['seat', 'duties', 'business', 'category', 'unitKind', 'functions', 'teamKind'] as const
const elsewhere = ['310101', '310100', '310000']

/** The respects in which moves differ, and the values that make a difference; first one that nobody speaks of. */
const respectsOf = (literals: readonly Literal[]): ReadonlyMap<string, readonly (string | null)[]> => {
  const found = new Map<string, readonly (string | null)[]>()
  const say = (name: string, words: readonly string[]) => {
    const known = [...(found.get(name) ?? []), ...words].filter((word) => word !== null)
    const other = name in kinds && name !== 'teamKind' ? kinds[name]?.find((word) => !known.includes(word)) : null
    found.set(name, [...new Set(other === undefined ? known : [other, ...known])])
  }
  for (const literal of literals) {
    const { leaf, reading } = literal
    if ('takes' in leaf) {
      if (leaf.takes.level !== undefined) found.set('level', [...levelOrder, above])
      if (leaf.takes.leading !== undefined) found.set('leading', ['true', 'false'])
      for (const list of lists) if (leaf.takes[list] !== undefined) say(list, leaf.takes[list])
      if (leaf.takes.place !== undefined)
        found.set('place', [...new Set([...elsewhere, ...(found.get('place') ?? []), reading.own])])
      if (leaf.takes.same !== undefined) found.set(JSON.stringify(leaf.takes.same), ['no', 'yes'])
    } else if (comparesLevels(literal)) found.set('level', [...levelOrder, above])
    // Every move is to another post.
    else found.set(JSON.stringify(leaf), 'crosses' in leaf && leaf.crosses.dim === 'post' ? ['yes'] : ['no', 'yes'])
  }
  return found
}

const isSo = (leaf: Leaf, reading: Reading, move: Move, left: string): boolean => {
  if ('takes' in leaf) return passes(leaf.takes, reading, move)
  if ('rises' in leaf) return rank(move.get('level')) > rank(left)
  if ('crosses' in leaf && leaf.crosses.dim === 'level') return move.get('level') !== left
  return move.get(JSON.stringify(leaf)) === 'yes'
}

const levels: readonly string[] = levelOrder
const rank = (level: string | null | undefined): number =>
  level === above ? levelOrder.length : levels.indexOf(level ?? '')

const passes = (where: Filter, { own, divisions }: Reading, move: Move): boolean => {
  const { capacity, level, leading, place, same } = where
  const has = (words: readonly string[], name: string) => words.some((word) => word === move.get(name))
  if (capacity !== undefined && !capacity.includes('formal')) return false
  const to = move.get('level')
  if (level !== undefined && !levelsOf(level).some((word) => word === (to === above ? levelOrder.at(-1) : to)))
    return false
  if (leading !== undefined && move.get('leading') !== String(leading)) return false
  if (lists.some((list) => where[list] !== undefined && !has(where[list], list))) return false
  if (same !== undefined && move.get(JSON.stringify(same)) !== 'yes') return false
  const taken = move.get('place') ?? ''
  if (place === undefined) return true
  if (place === 'own') return taken === own
  if (place === 'ownOrBelow') return divisions.chain(taken).includes(own)
  return place.some((each) => each === divisions.level(taken))
}
