import { gatherFacts, installationsAt, type Ref, settingFor } from '../../db/facts.ts'
import { storedFindings } from '../../db/queries/finding-store.ts'
import type { Tx } from '../../db/transaction.ts'
import { compile, type Day, type Finding } from '../../policy/index.ts'

/** People judged or read at once. */
const batch = 500

const isDue = ({ spans }: Finding, on: Day): boolean =>
  spans.some(({ from, to, status }) => status === 'ACTIVE' && from <= on && on < to)

const batches = async (people: readonly Ref[], look: (some: readonly Ref[]) => Promise<readonly string[]>) => {
  const due = new Set<string>()
  for (let i = 0; i < people.length; i += batch) for (const id of await look(people.slice(i, i + batch))) due.add(id)
  return due
}

/** Who of these is due on a day, by what the record says. */
export const dueByRecord = (tx: Tx, people: readonly Ref[], on: Day): Promise<ReadonlySet<string>> =>
  batches(people, async (some) => {
    const roots = [...new Set(some.map(({ root }) => root))]
    const due: string[] = []
    for (const root of roots) {
      const ids = some.filter((ref) => ref.root === root).map(({ id }) => id)
      for (const { finding } of await storedFindings(tx, root, ids, 'current')) {
        if (isDue(finding, on)) due.push(finding.person)
      }
    }
    return due
  })

/** Who of these would be due on a day, judged on the facts as they stand in this transaction; their pieces are cut already. */
export const dueByJudgement = async (tx: Tx, people: readonly Ref[], on: Day): Promise<ReadonlySet<string>> => {
  const installations = await installationsAt(tx)
  return batches(people, async (some) => {
    const facts = await gatherFacts(tx, some)
    const judge = compile(installations, await settingFor(tx, facts))
    return facts.flatMap((person) => (judge.findings(person).some((finding) => isDue(finding, on)) ? [person.id] : []))
  })
}
