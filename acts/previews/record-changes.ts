import { peopleCalled, type UnitPlaced, unitsPlaced } from '../../db/queries/preview-order.ts'
import { insertChanges, type NewChange } from '../../db/queries/previews.ts'
import type { Ref } from '../../db/recorded.ts'
import type { Tx } from '../../db/transaction.ts'
import { civilOf, dayText, type Standing } from '../../policy/index.ts'
import type { FoundChange } from './found-change.ts'

/** Records the changes of a comparison in the order people read them: by unit, person and rule. */
export const recordChanges = async (tx: Tx, preview: Ref, found: readonly FoundChange[]): Promise<void> => {
  const units = await unitsPlaced(tx, [...new Set(found.flatMap(({ organ }) => organ ?? []))])
  const people = new Map(found.map(({ root, change }) => [change.person, { root, id: change.person }]))
  const called = await peopleCalled(tx, [...people.values()])
  const unitOf = ({ organ }: FoundChange) => (organ === null ? undefined : units.get(organ))
  const placed = found.map((each) => ({
    line: lineOf(each, unitOf(each)),
    order: orderOf(each, unitOf(each), called.get(each.change.person) ?? ''),
  }))
  placed.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
  await insertChanges(
    tx,
    preview,
    placed.map(({ line }) => line),
  )
}

/** Whoever serves in no unit comes last. */
const orderOf = ({ change, root }: FoundChange, unit: UnitPlaced | undefined, called: string): string => {
  const place = unit === undefined ? ['~'] : [unit.jurisdiction, unit.code, unit.id]
  const { person, rule, kind, other, key } = change
  return [...place, called, root, person, rule, kind, other ?? '', ...key].join('\u0000')
}

const lineOf = ({ change, root, otherRoot, feltOn }: FoundChange, unit: UnitPlaced | undefined): NewChange => {
  const { kind, rule, catalogueId, effect, person, other, before, after } = change
  const [was, is] = [standingOf(before), standingOf(after)]
  return {
    ...{ kind, rule, catalogueId, effect, year: civilOf(feltOn).year },
    ...{ personRoot: root, personId: person, otherRoot: other === null ? null : otherRoot, otherId: other },
    ...{ unitRoot: unit?.root ?? null, unitId: unit?.id ?? null },
    ...{ beforeStatus: was.status, beforeSince: was.since, beforeFrom: was.from, beforeDueBy: was.dueBy },
    ...{ afterStatus: is.status, afterSince: is.since, afterFrom: is.from, afterDueBy: is.dueBy },
  }
}

const standingOf = (standing: Standing | null) => {
  if (standing === null) return { status: null, since: null, from: null, dueBy: null }
  const { status, since, from, dueBy } = standing
  return { status, since: dayText(since), from: dayText(from), dueBy: dueBy === null ? null : dayText(dueBy) }
}
