import { peopleOfStretch, type Stretch } from '../../db/facts/bulk.ts'
import { gatherFacts, type Ref } from '../../db/facts.ts'
import type { Tx } from '../../db/transaction.ts'
import { changesBetween } from '../../policy/index.ts'
import { type FoundChange, foundChange } from './found-change.ts'
import type { Moments } from './moments.ts'

/** A stretch of people on the facts of then before the judge of then, and on those of now before that of now. */
export const replayPeople = async (
  tx: Tx,
  { before, after, horizon }: Moments,
  stretch: Stretch,
): Promise<{ readonly people: readonly Ref[]; readonly changes: readonly FoundChange[] }> => {
  const { root, ids } = await peopleOfStretch(tx, stretch)
  const people = ids.map((id) => ({ root, id }))
  const known = new Map((await gatherFacts(tx, people, before.knownAt)).map((person) => [person.id, person]))
  const changes = (await gatherFacts(tx, people, after.knownAt)).flatMap((person) => {
    const was = known.get(person.id)
    const said = was === undefined ? [] : before.judge.findings(was)
    return changesBetween(said, after.judge.findings(person), horizon).map((change) =>
      foundChange(change, person, horizon, { root }),
    )
  })
  return { people, changes }
}
