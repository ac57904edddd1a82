import { gatherKin } from '../../db/facts/kin.ts'
import type { Ref } from '../../db/facts.ts'
import { grouped } from '../../db/recorded.ts'
import type { Tx } from '../../db/transaction.ts'
import { type Conflict, conflictChanges, type PersonFacts, pairJudge } from '../../policy/index.ts'
import { gatherPairs, pairsOf } from '../conflicts/judge-pairs.ts'
import { pairKey } from '../conflicts/pair.ts'
import { type FoundChange, foundChange } from './found-change.ts'
import type { Moments, Side } from './moments.ts'

/** What is said of the pairs these people are in, at one moment of two. */
interface SaidOfPairs {
  readonly conflicts: ReadonlyMap<string, readonly Conflict[]>
  readonly people: ReadonlyMap<string, { readonly ref: Ref; readonly facts: PersonFacts }>
}

/** Pairs these people are in, by the ties and posts of then and of now; those compared already are left out. */
export const replayPairs = async (
  tx: Tx,
  { before, after, horizon }: Moments,
  people: readonly Ref[],
  seen: Set<string>,
): Promise<readonly FoundChange[]> => {
  const [was, is] = [await saidOf(tx, before, people), await saidOf(tx, after, people)]
  const changes: FoundChange[] = []
  for (const key of new Set([...was.conflicts.keys(), ...is.conflicts.keys()])) {
    if (seen.has(key)) continue
    seen.add(key)
    for (const change of conflictChanges(was.conflicts.get(key) ?? [], is.conflicts.get(key) ?? [], horizon)) {
      const find = (id: string | null) => (id === null ? undefined : (is.people.get(id) ?? was.people.get(id)))
      const [person, other] = [find(change.person), find(change.other)]
      if (person === undefined) continue
      const at = { root: person.ref.root, otherRoot: other?.ref.root ?? 0 }
      changes.push(foundChange(change, person.facts, horizon, at))
    }
  }
  return changes
}

const saidOf = async (tx: Tx, { installations, knownAt }: Side, people: readonly Ref[]): Promise<SaidOfPairs> => {
  const pairs = await pairsOf(tx, people, await gatherKin(tx, people, knownAt), knownAt)
  if (pairs.length === 0) return { conflicts: new Map(), people: new Map() }
  const { pairs: gathered, chart, setting } = await gatherPairs(tx, pairs, knownAt)
  const judge = pairJudge(installations, setting)
  const refs = new Map(pairs.flatMap(({ first, second }) => [first, second]).map((ref) => [ref.id, ref]))
  const conflicts = gathered.flatMap((pair) => judge.conflicts(pair, chart))
  return {
    conflicts: grouped(conflicts, ({ sides: [one, other] }) => keyOf(one.person, other.person)),
    people: new Map(
      gathered
        .flatMap(({ first, second }) => [first, second])
        .flatMap((facts) => {
          const ref = refs.get(facts.id)
          return ref === undefined ? [] : [[facts.id, { ref, facts }] as const]
        }),
    ),
  }
}

const keyOf = (one: string, other: string): string => {
  const [first, second] = [one, other].sort().map((id) => ({ root: 0, id }))
  return first === undefined || second === undefined ? '' : pairKey({ first, second })
}
