import type { Database } from '../db/connect.ts'
import type { Tx } from '../db/transaction.ts'
import type { DayText } from '../policy/index.ts'
import type { Language } from './language.ts'
import type { Give, Load, LoadNamed } from './loading.ts'

/** Classes of data a caller may read, where an answer holds back what one may not. */
export interface Sees {
  /** Who is whose kin. */
  readonly family: boolean
}

/** What one GraphQL operation has at hand. Made per operation, never shared. */
export interface Context {
  /** Who asks. Until authorization lands, a name the loopback caller gives. */
  readonly actor: string
  readonly sees: Sees
  readonly language: Language
  /** Reads inside the operation's one transaction, which the first read opens. */
  readonly read: <T>(query: (tx: Tx) => Promise<T>) => Promise<T>
  /** Runs an act, which has a transaction of its own; reads after it see what it did. */
  readonly act: <T>(act: (db: Database) => Promise<T>) => Promise<T>
  /** One row out of a batch read by everyone who asks for its kind in this operation. */
  readonly load: Load
  /** The same, of a row that another row names. */
  readonly named: LoadNamed
  readonly give: Give
  /** The day answers speak of when a question names none. */
  readonly today: () => Promise<DayText>
}
