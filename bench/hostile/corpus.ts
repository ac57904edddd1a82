import { giants } from './giants.ts'
import { references } from './references.ts'
import type { Hostile } from './row.ts'
import { texts } from './texts.ts'
import { values } from './values.ts'
import { wrongTypes } from './wrong-types.ts'

/** Documents that nobody may install anywhere, each made from the sound one by one change that has a name. */
export const hostileDocuments: readonly Hostile[] = [...wrongTypes, ...texts, ...values, ...references, ...giants]
