import { createHash } from 'node:crypto'
import type { ConflictSaid, Said, StoredConflict } from '../../db/queries/conflict-store.ts'
import type { ConflictStatus } from '../../db/tables/conflict.ts'
import { type Conflict, type Day, dayText, dayTextOrNull, effectOrder, type Span } from '../../policy/index.ts'

/** Where the files of people and the posts of assignments lie. */
export interface Whereabouts {
  readonly person: (id: string) => { readonly root: number; readonly authority: string }
  /** Placement key of the post that an assignment is to. */
  readonly postRoot: (assignment: string) => number
}

/** What a judge says of two people, as it is recorded. */
export const saidOf = (c: Conflict, { person, postRoot }: Whereabouts): Said => {
  const [first, second] = c.sides
  const [one, other] = [person(first.person), person(second.person)]
  const spans = c.spans.map((span) => ({
    status: statusOf(span),
    fromOn: dayText(span.from),
    toOn: dayTextOrNull(span.to),
    since: dayText(span.since),
    shownWith: span.shownWith,
  }))
  const path = c.kin.path.map((step) => ({ ...step, root: person(step.to).root }))
  const conflict = {
    root: one.root,
    id: c.id,
    rule: c.rule,
    catalogueId: c.catalogueId,
    pluginId: c.rule.slice(0, c.rule.lastIndexOf('/')),
    pluginDigest: c.digest,
    ruleJurisdiction: c.jurisdiction,
    effect: c.effect,
    effectRank: effectOrder.indexOf(c.effect),
    firstPersonId: first.person,
    firstPostRoot: postRoot(first.assignment),
    firstPostId: first.post,
    firstAssignmentId: first.assignment,
    firstAuthority: one.authority,
    secondRoot: other.root,
    secondPersonId: second.person,
    secondPostRoot: postRoot(second.assignment),
    secondPostId: second.post,
    secondAssignmentId: second.assignment,
    secondAuthority: other.authority,
    kinClass: c.kin.class,
    kinPattern: c.kin.pattern,
    path,
    relation: c.relation,
    fromOn: dayText(c.from),
    toOn: dayTextOrNull(c.to),
    factsDigest: factsDigest(c),
  }
  return { conflict, spans }
}

const statusOf = ({ status }: Span): ConflictStatus => (status === 'UNDETERMINED' ? 'UNDETERMINED' : 'ACTIVE')

/**
 * Names what a decision rests on: who, in which posts, kin through which ties, barred by what and since when, and what is
 * sure of it. Not the end: that a conflict ends sooner, as the decision may have asked, is no new question.
 */
const factsDigest = ({ rule, effect, sides, kin, relation, from, spans }: Conflict): string => {
  const facts = [
    [rule, effect, relation, edge(from)],
    sides.map(({ person, post, assignment }) => [person, post, assignment]),
    // By what is said of whom, and not by the row that says it: one corrected otherwise says the same.
    [kin.class, kin.pattern, kin.path.map(({ tie, to }) => [tie, to])],
    spans.map((span) => [edge(span.from), span.status, edge(span.since)]),
  ]
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex')
}

const edge = (d: Day) => (Number.isFinite(d) ? d : d < 0 ? '-' : '+')

const order: readonly (keyof ConflictSaid)[] = [
  ...(['root', 'id', 'rule', 'catalogueId', 'pluginDigest', 'ruleJurisdiction', 'effect'] as const),
  ...(['firstPersonId', 'firstPostRoot', 'firstPostId', 'firstAssignmentId', 'firstAuthority'] as const),
  ...(['secondRoot', 'secondPersonId', 'secondPostRoot', 'secondPostId', 'secondAssignmentId'] as const),
  ...(['secondAuthority', 'kinClass', 'kinPattern', 'relation', 'fromOn', 'toOn', 'factsDigest'] as const),
]

/** Everything that is said of a conflict, in one text: two say the same exactly when their texts are equal. */
export const contentOf = ({ conflict, spans }: Said): string =>
  JSON.stringify([
    order.map((key) => conflict[key]),
    conflict.path.map(({ tie, edge: tieId, root, to }) => [tie, tieId, root, to]),
    spans.map(({ status, fromOn, toOn, since, shownWith }) => [status, fromOn, toOn, since, shownWith]),
  ])

/** What must change in the record so that it says what the judge says. */
export interface Revision {
  readonly close: readonly StoredConflict[]
  readonly insert: readonly Said[]
}

/** What is said already stays untouched; what is said differently is superseded; what is gone is closed. */
export const revisionOf = (stored: readonly StoredConflict[], judged: readonly Said[]): Revision => {
  const wanted = new Map(judged.map((said) => [contentOf(said), said]))
  const close = stored.filter((row) => !wanted.delete(contentOf(row)))
  return { close, insert: [...wanted.values()] }
}
