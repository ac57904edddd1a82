import type { AuthorityOverride, PersonFacts, Range } from '../../../policy/index.ts'
import type { RowReader } from '../../copy/row-reader.ts'
import { Shared } from '../../copy/shared.ts'
import { rangeOn } from '../../stated.ts'
import type { Tx } from '../../transaction.ts'
import { ByPerson } from './by-person.ts'
import { type Bunch, ofEach, reading } from './stretch.ts'

type Said = Pick<
  PersonFacts,
  'ethnicity' | 'category' | 'education' | 'party' | 'birthPlace' | 'nativePlace' | 'growthPlaces' | 'retirementLimit'
> & { readonly override: readonly AuthorityOverride[] }

/** What the file says of a person; `said` is one object for all of whom it says the same. */
export interface FileFacts {
  readonly birth: Range | null
  readonly said: Said
}

const columns = `person_id, birth_on, birth_precision, ethnicity, category, education, party, birth_place, native_place,
  growth_places, retirement_limit, authority_override`
const sharedColumns = 9

const saidOf = (row: RowReader): Said => ({
  ethnicity: row.text(),
  category: row.word(),
  education: row.text(),
  party: row.text(),
  birthPlace: row.code(),
  nativePlace: row.code(),
  growthPlaces: row.codes(),
  retirementLimit: row.word(),
  override: everOverridden(row.code()),
})

/** An authority stated for the person as such holds on all days. */
const everOverridden = (jurisdiction: string | null): readonly AuthorityOverride[] => {
  if (jurisdiction === null) return []
  const [ever, never] = [-Infinity, Infinity]
  return [{ jurisdiction, from: { lo: ever, hi: ever }, to: { lo: never, hi: never } }]
}

/** Files alike kept at once. */
const alike = 20_000

const known = new Shared<Said>(alike)

export const readFiles = async (tx: Tx, people: Bunch): Promise<ByPerson<FileFacts>> => {
  const query = `select ${columns} from person_personnel where ${ofEach(people)} and recorded_to is null order by person_id`
  return new ByPerson(await reading(tx, query), (row) => {
    const birth = rangeOn(row.day(), row.word())
    return { birth, said: row.shared(sharedColumns, known, saidOf) }
  })
}

/** Of whom there is no file. */
export const unfiled: FileFacts = {
  birth: null,
  said: {
    ...{ ethnicity: null, category: null, education: null, party: null, birthPlace: null, nativePlace: null },
    ...{ growthPlaces: [], retirementLimit: null, override: [] },
  },
}
