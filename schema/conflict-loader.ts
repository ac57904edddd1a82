import { v5 as uuidv5 } from 'uuid'
import { type ConflictAsked, explainConflicts } from '../acts/conflicts/explain-conflicts.ts'
import type { ConflictDay, ConflictSide } from '../db/queries/conflict-day.ts'
import {
  conflictNear,
  conflictsById,
  conflictsOfPeople,
  conflictsOfUnits,
  restatedConflicts,
} from '../db/queries/conflicts.ts'
import { type Triage, type TriageRow, triageHistory, triagesOf } from '../db/queries/triages.ts'
import type { ConflictExplanation } from '../policy/index.ts'
import { asOf, momentOf, type Seen, seenAt } from './as-of.ts'
import type { Context } from './context.ts'
import { ruleOf } from './finding-loader.ts'
import { localId, parseLocalId } from './global-id.ts'
import { inGroups, type Loader } from './loading.ts'
import { listLoader, type RowKey, rowKey, rowLoader } from './row-loader.ts'
import type { RuleInPlugin } from './rule.ts'

/** A conflict on a day, the moment it is seen at, and from whose side: who stays named for readers without family data. */
export interface ConflictSeen extends ConflictDay, Seen {
  readonly about: ConflictSide
}

export const conflictLoader = rowLoader('byDay', conflictsById)
export const conflictsOfPeopleLoader = listLoader('byDay', conflictsOfPeople)
export const conflictsOfUnitsLoader = listLoader('byDay', conflictsOfUnits)

export const seenFrom = (conflict: ConflictDay & Seen, isAbout: (side: ConflictSide) => boolean): ConflictSeen => ({
  ...conflict,
  about: conflict.sides.find(isAbout) ?? conflict.sides[0],
})

/**
 * What a conflict is called for readers without family data. From the person it is told of it is called otherwise than from the
 * relative, and by nothing that could be worked out: else two answers, laid side by side, would name both.
 */
export const veiledId = ({ rowId, about: { person } }: ConflictSeen): string =>
  localId({ root: person.root, id: uuidv5(rowId, person.id) })

const restatedLoader = listLoader('byDay', restatedConflicts)

/** Superior rules that say the same, and are shown with it. */
export const restatedWith = async (context: Context, { root, id, at }: ConflictSeen): Promise<RuleInPlugin[]> => {
  const restated = await context.load(restatedLoader, rowKey({ root, id }, at))
  return Promise.all(restated.map((row) => ruleOf(context, row)))
}

/** The decision that stands on each, as we knew it, and whether the facts it was made on still do. */
export const triageLoader: Loader<ConflictSeen, Triage | null> = {
  cacheKey: ({ root, id, at }) => `${root}:${id}@${momentOf(at)}`,
  batch: inGroups(
    ({ at }) => at.knownAt ?? '',
    (conflicts, { read }) => read((tx) => triagesOf(tx, conflicts, conflicts[0]?.at.knownAt ?? null)),
  ),
}

export const historyLoader: Loader<RowKey, readonly TriageRow[]> = {
  cacheKey: ({ root, id, at }) => `${root}:${id}@${at.knownAt ?? ''}`,
  batch: inGroups(
    ({ at }) => at.knownAt ?? '',
    (refs, { read }) => read((tx) => triageHistory(tx, refs, refs[0]?.at.knownAt ?? null)),
  ),
}

/** A conflict and how it is to be told to this caller. */
export interface ExplanationAsked extends ConflictAsked {
  readonly conflict: ConflictSeen
}

/** All conflicts whose reasons are asked for in one operation come before one bench. */
export const conflictExplanationLoader: Loader<ExplanationAsked, ConflictExplanation | null> = {
  cacheKey: ({ conflict: { root, id, at }, naming, about }) => `${root}:${id}@${momentOf(at)} ${naming} ${about}`,
  batch: (keys, batching) =>
    inGroups<ExplanationAsked, ConflictExplanation | null>(
      ({ conflict }) => momentOf(conflict.at),
      async (asked, { read, language }) => {
        const at = asked[0]?.conflict.at
        return at === undefined ? [] : read((tx) => explainConflicts(tx, asked, at, language))
      },
    )(keys, batching),
}

/** A conflict looked at by its id alone: today, or the day nearest to today on which it stands. */
export const conflictNearToday = async (context: Context, id: string): Promise<ConflictSeen | null> => {
  const ref = parseLocalId(id)
  if (ref === null) return null
  const today = await asOf({}, context)
  const near = await context.read((tx) => conflictNear(tx, ref, today))
  if (near === null) return null
  const found = await context.load(conflictLoader, rowKey(ref, { ...today, on: near }))
  return found === null ? null : seenFrom(seenAt(found, found.at), () => true)
}
