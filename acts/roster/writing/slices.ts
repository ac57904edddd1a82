import { batchesOf } from '../../../db/batches.ts'
import type { PeopleRows } from '../checking/rows.ts'
import { grouped } from '../grouped.ts'

/** People whose files are written at once. */
const slice = 2_000

/** What the roster says of some people at a time, each whole, but for their careers and their kin. */
export function* slicesOf({ people, authorities, states, dossier }: PeopleRows): Generator<PeopleRows> {
  const rows = new Map(people.map((row) => [row.self.id, row]))
  const managed = grouped(authorities, ({ person }) => person.id)
  const stated = grouped(states, ({ person }) => person.id)
  const filed = grouped(dossier, ({ person }) => person.id)
  for (const some of batchesOf(new Set([...rows.keys(), ...managed.keys(), ...stated.keys(), ...filed.keys()]), slice))
    yield {
      people: some.flatMap((id) => rows.get(id) ?? []),
      authorities: some.flatMap((id) => managed.get(id) ?? []),
      states: some.flatMap((id) => stated.get(id) ?? []),
      dossier: some.flatMap((id) => filed.get(id) ?? []),
      ...{ assignments: [], kin: [] },
    }
}
