import { sql } from 'drizzle-orm'
import type { PersonFacts } from '../../policy/index.ts'
import type { Tx } from '../transaction.ts'
import { readFiles, unfiled } from './bulk/files.ts'
import { careerOf, readPieces } from './bulk/pieces.ts'
import { readAuthorities, readDossiers, readStates } from './bulk/records.ts'
import { peopleOfStretch, type Stretch } from './bulk/stretch.ts'

export { peopleOfStretch, type Stretch } from './bulk/stretch.ts'

/**
 * What `gatherFacts` gives as of now, for a stretch of people: read in binary, columns by position, words and lists that many
 * share as one and the same object. Each person's facts are made when asked for, so that those before may be forgotten.
 */
export const factsOfStretch = async (tx: Tx, stretch: Stretch): Promise<Iterable<PersonFacts>> => {
  const people = await peopleOfStretch(tx, stretch)
  if (people.ids.length === 0) return []
  // Asked for ten thousand of a million people, the planner would rather read the whole table, and so for every stretch.
  await tx.execute(sql`set local enable_seqscan = off`)
  // One after the other: a session copies one thing at a time.
  const files = await readFiles(tx, people)
  const pieces = await readPieces(tx, people)
  const states = await readStates(tx, people)
  const dossiers = await readDossiers(tx, people)
  const authorities = await readAuthorities(tx, people)
  const factsOf = (id: string, i: number): PersonFacts => {
    const { birth, said } = files.of(id)[0] ?? unfiled
    const dated = authorities.of(id)
    return {
      id,
      sex: people.sexes[i] ?? null,
      birth,
      ethnicity: said.ethnicity,
      category: said.category,
      education: said.education,
      party: said.party,
      birthPlace: said.birthPlace,
      nativePlace: said.nativePlace,
      growthPlaces: said.growthPlaces,
      retirementLimit: said.retirementLimit,
      pieces: careerOf(pieces.of(id)),
      states: states.of(id),
      dossier: dossiers.of(id),
      authorities: said.override.length === 0 ? dated : [...said.override, ...dated],
    }
  }
  return (function* () {
    for (const [i, id] of people.ids.entries()) yield factsOf(id, i)
  })()
}
