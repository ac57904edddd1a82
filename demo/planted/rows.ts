import type { RosterWriter, Row } from '../roster-writer.ts'

/** People planted row by row, where what matters is how several of them stand to each other. */
export interface RowPlanting {
  readonly at: string
  readonly units: readonly Row[]
  readonly posts: readonly Row[]
  /** Those without a post are relatives who only stand between. */
  readonly people: readonly Row[]
  readonly assignments: readonly Row[]
  readonly kin: readonly Row[]
}

/** Writes them beside the generated people; they hold posts of their own, or seats that were left free for them. */
export const plantRows = (to: RosterWriter, planting: RowPlanting): void => {
  for (const sheet of ['units', 'posts', 'people', 'assignments', 'kin'] as const)
    for (const row of planting[sheet]) to.add(sheet, row)
}
