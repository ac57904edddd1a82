import type { AuthorityOverride, PersonFacts, Piece } from '../policy/index.ts'
import { cutCareers } from './facts/career.ts'
import { storedPieces } from './facts/pieces.ts'
import { type FileRow, gatherAuthorities, gatherDossiers, gatherFiles, gatherStates } from './facts/records.ts'
import type { KnownAt, Ref } from './recorded.ts'
import { statedRange } from './stated.ts'
import type { Tx } from './transaction.ts'

export { type FiledAssignment, gatherCareers } from './facts/career.ts'
export { gatherChart } from './facts/chart.ts'
export { installationsAt, shadowInstallation } from './facts/installations.ts'
export { recut } from './facts/pieces.ts'
export { settingFor, wholeSetting } from './facts/setting.ts'
export { type GatheredTeam, gatherTeams } from './facts/teams.ts'
export type { KnownAt, Ref } from './recorded.ts'

/**
 * Everything a judge may know about these people, in the order asked for; who is not in the graph is left out. Now: from
 * the stored pieces. At an instant: from what was recorded then, cut by the organisation as recorded then.
 */
export const gatherFacts = async (tx: Tx, people: readonly Ref[], knownAt: KnownAt = null): Promise<PersonFacts[]> => {
  if (people.length === 0) return []
  const [files, pieces, states, dossiers, authorities] = await Promise.all([
    gatherFiles(tx, people, knownAt),
    knownAt === null ? storedPieces(tx, people) : cutCareers(tx, people, knownAt),
    gatherStates(tx, people, knownAt),
    gatherDossiers(tx, people, knownAt),
    gatherAuthorities(tx, people, knownAt),
  ])
  const byId = new Map(files.map((row) => [row.person.id, row]))
  return people.flatMap(({ id }) => {
    const row = byId.get(id)
    if (row === undefined) return []
    return {
      ...fileOf(row),
      pieces: pieces.get(id) ?? noPieces,
      states: states.get(id) ?? [],
      dossier: dossiers.get(id) ?? [],
      authorities: [...everOverridden(row), ...(authorities.get(id) ?? [])],
    }
  })
}

const noPieces: readonly Piece[] = []

/** What the file says of the person; blank is not known. */
const fileOf = ({ person, file }: FileRow) => ({
  id: person.id,
  sex: person.sex,
  birth: file === null ? null : statedRange({ on: file.birthOn, precision: file.birthPrecision }),
  ethnicity: file?.ethnicity ?? null,
  category: file?.category ?? null,
  education: file?.education ?? null,
  party: file?.party ?? null,
  birthPlace: file?.birthPlace ?? null,
  nativePlace: file?.nativePlace ?? null,
  growthPlaces: file?.growthPlaces ?? [],
  retirementLimit: file?.retirementLimit ?? null,
})

/** An authority stated for the person as such holds on all days. */
const everOverridden = ({ file }: FileRow): readonly AuthorityOverride[] => {
  if (file === null || file.authorityOverride === null) return []
  const [ever, never] = [-Infinity, Infinity]
  return [{ jurisdiction: file.authorityOverride, from: { lo: ever, hi: ever }, to: { lo: never, hi: never } }]
}
