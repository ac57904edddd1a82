import type { DayText } from '../policy/index.ts'

/** How a planted team must stand with a rule about its looks on a day, in numbers. */
export interface TeamAnswer {
  readonly team: string
  readonly on: DayText
  /** Catalogue id. */
  readonly rule: string
  readonly holds: 'YES' | 'NO'
  readonly surely: number
  readonly members: number
  readonly because: string
}

const [committee, government] = ['JJ-360483W-T', 'JJ-360483Z-T']
const third = 'JJ-4'

export const teamAnswers: readonly TeamAnswer[] = [
  {
    ...{ team: committee, on: '2024-05-31', rule: third, holds: 'NO', surely: 1, members: 6 },
    because: 'only its secretary is a native',
  },
  {
    ...{ team: committee, on: '2026-11-22', rule: third, holds: 'YES', surely: 2, members: 6 },
    because: 'two of six are exactly a third',
  },
  {
    ...{ team: government, on: '2026-11-22', rule: third, holds: 'YES', surely: 1, members: 3 },
    because: 'one of three is a third, each team for itself',
  },
]
