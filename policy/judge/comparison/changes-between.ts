import type { Day } from '../../time/day.ts'
import type { Finding } from '../finding.ts'
import type { Change, ChangeKind, Horizon, Standing } from './change.ts'
import { type Stands, standingIn } from './standing.ts'

/**
 * What becomes of one person within the horizon when the findings before give way to those after: one change at most for each
 * rule and stay. Findings of one rule and stay are looked at together; one that is shown with another counts all the same.
 */
export const changesBetween = (
  before: readonly Finding[],
  after: readonly Finding[],
  horizon: Horizon,
): readonly Change[] => {
  if (before.length === 0 && after.length === 0) return []
  const [then, now] = [bySubject(before), bySubject(after)]
  const subjects = [...new Set([...then.keys(), ...now.keys()])].sort()
  return subjects.flatMap((subject) => {
    const was = standingIn(then.get(subject) ?? [], horizon)
    const is = standingIn(now.get(subject) ?? [], horizon)
    const kind = kindOf(was?.standing ?? null, is?.standing ?? null, horizon)
    const said = is ?? was
    return kind === null || said === null ? [] : [changeOf(kind, said.of, was, is)]
  })
}

const bySubject = (findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> => {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const subject = [finding.rule, ...finding.key].join('\u0000')
    const group = groups.get(subject)
    if (group === undefined) groups.set(subject, [finding])
    else group.push(finding)
  }
  return groups
}

const changeOf = (
  kind: ChangeKind,
  { rule, catalogueId, effect, person, key }: Finding,
  was: Stands<Finding> | null,
  is: Stands<Finding> | null,
): Change => ({
  ...{ kind, rule, catalogueId, effect, person, other: null, key },
  ...{ before: was?.standing ?? null, after: is?.standing ?? null },
})

/** Due, maybe due, or neither: one that is exempt or deferred all along is not due. */
type Weight = 'due' | 'maybe' | 'not'

const weightOf = (standing: Standing | null): Weight =>
  standing?.status === 'ACTIVE' ? 'due' : standing?.status === 'UNDETERMINED' ? 'maybe' : 'not'

const becoming: Readonly<Record<Weight, ChangeKind>> = {
  due: 'NEWLY_DUE',
  maybe: 'NEWLY_UNDETERMINED',
  not: 'RELEASED',
}

const kindOf = (before: Standing | null, after: Standing | null, { from }: Horizon): ChangeKind | null => {
  const [was, is] = [weightOf(before), weightOf(after)]
  if (was !== is) return becoming[is]
  if (before === null || after === null || is === 'not') return null
  if (before.effect !== after.effect) return 'EFFECT_CHANGED'
  const [then, now] = [dayOf(before, from), dayOf(after, from)]
  return then === now ? null : now < then ? 'EARLIER' : 'LATER'
}

/** The day it must be done by, else the first day it stands so; what lies before the horizon lies all the same. */
const dayOf = ({ status, from, dueBy }: Standing, first: Day): Day =>
  Math.max(status === 'ACTIVE' ? (dueBy ?? from) : from, from, first)

/** The first day of the horizon on which a change is felt. */
export const feltOn = ({ before, after }: Pick<Change, 'before' | 'after'>, { from }: Horizon): Day =>
  Math.max(after?.from ?? before?.from ?? from, from)
