import type { PersonFacts } from '../../policy/index.ts'
import type { Tx } from '../transaction.ts'
import { type FileFacts, readFiles } from './bulk/files.ts'
import { readPieces } from './bulk/pieces.ts'
import { readAuthorities, readDossiers, readStates } from './bulk/records.ts'
import { readStretch, type Stretch } from './bulk/stretch.ts'

export type { Stretch } from './bulk/stretch.ts'

/**
 * What `gatherFacts` gives as of now, for a stretch of people at once: rows in binary, columns by position, words and lists
 * that many share as one and the same object.
 */
export const factsOfStretch = async (tx: Tx, stretch: Stretch): Promise<readonly PersonFacts[]> => {
  const { people, sexes } = await readStretch(tx, stretch)
  if (people.ids.length === 0) return []
  // One after the other: a session copies one thing at a time.
  const files = await readFiles(tx, people)
  const pieces = await readPieces(tx, people)
  const states = await readStates(tx, people)
  const dossiers = await readDossiers(tx, people)
  const authorities = await readAuthorities(tx, people)
  return people.ids.map((id, i): PersonFacts => {
    const { birth, said } = files[i] ?? unfiled
    return {
      id,
      sex: sexes[i] ?? null,
      birth,
      ethnicity: said.ethnicity,
      category: said.category,
      education: said.education,
      party: said.party,
      birthPlace: said.birthPlace,
      nativePlace: said.nativePlace,
      growthPlaces: said.growthPlaces,
      retirementLimit: said.retirementLimit,
      pieces: pieces[i] ?? none,
      states: states.get(i) ?? none,
      dossier: dossiers.get(i) ?? none,
      authorities:
        said.override.length === 0 ? (authorities.get(i) ?? none) : [...said.override, ...(authorities.get(i) ?? none)],
    }
  })
}

const none: readonly never[] = []

const unfiled: FileFacts = {
  birth: null,
  said: {
    ...{ ethnicity: null, category: null, education: null, party: null, birthPlace: null, nativePlace: null },
    ...{ growthPlaces: none, retirementLimit: null, override: none },
  },
}
