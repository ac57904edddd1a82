import { type DueLine, dueRegister } from '../db/queries/due-register.ts'
import { jurisdictionsByCode } from '../db/queries/jurisdictions.ts'
import { isAnyoneOnFile } from '../db/queries/on-file.ts'
import { type DayText, type Effect, effectOrder } from '../policy/index.ts'
import { reading } from './database.ts'
import { dayAsked } from './day.ts'
import { governing } from './governing.ts'
import { noSuchPlace } from './no-such-place.ts'
import { type RuleTitle, ruleTitles } from './titles.ts'

/** The register of one day with the names of its rules. */
export interface DueList {
  readonly at: { readonly code: string; readonly name: string }
  readonly on: DayText
  /** False on days no installed policy covers: then nothing is said, which is not the same as nobody being due. */
  readonly governed: boolean
  /** False while nobody is on file there: then nothing is said either. */
  readonly rostered: boolean
  /** The register of those below too. */
  readonly below: boolean
  readonly lines: readonly DueEntry[]
}

export type DueEntry = DueLine & {
  /** The rule, and the superior ones it says again. */
  readonly laws: readonly [RuleTitle, ...RuleTitle[]]
  readonly waivedBy: readonly RuleTitle[]
}

export interface DueOptions {
  readonly at: string
  readonly on: string | undefined
  readonly below: boolean
  /** The weakest effect that is still listed. */
  readonly down: Effect
}

export const dueList = ({ at, on, below, down }: DueOptions): Promise<DueList> =>
  reading(async (tx) => {
    const [jurisdiction] = await jurisdictionsByCode(tx, [at])
    if (!jurisdiction) throw noSuchPlace(at)
    const day = await dayAsked(tx, on)
    const [lines, titles, policies, rostered] = await Promise.all([
      dueRegister(tx, { authority: at, below, on: day }),
      ruleTitles(tx),
      governing(tx, at, day),
      isAnyoneOnFile(tx, { authority: at, below }),
    ])
    const titleOf = (id: string) => titles.get(id) ?? { catalogueId: id, title: id, source: '' }
    const listed = lines.filter(({ effect }) => effectOrder.indexOf(effect) <= effectOrder.indexOf(down))
    return {
      at: { code: jurisdiction.code, name: jurisdiction.name },
      on: day,
      // What is below may have a policy of its own where the place asked about has none.
      governed: policies.length > 0 || lines.length > 0,
      rostered,
      below,
      lines: listed.map((line) => ({
        ...line,
        laws: [titleOf(line.rule), ...line.restates.map(titleOf)],
        waivedBy: line.exemptions.map(titleOf),
      })),
    }
  })
