/** How high a post stands within its place: 0 staff, 1 and 2 deputy and chief of an internal unit, 3 and 4 of an organ. */
export type Standing = 0 | 1 | 2 | 3 | 4

/** A post of the synthetic world, as the simulation of careers needs it. */
export interface Slot {
  readonly post: string
  readonly standing: Standing
  /** Where people are promoted from first: the organ or the county. */
  readonly group: string
  /** How many may hold it at once. */
  readonly quota: number
  /** Post it was until the reform of 22 March 2019. */
  readonly formerly?: string
  /** Post held along with it, by whoever holds it (兼任). */
  readonly along?: string
  readonly category: string
  /** 县处级 and above: women retire at the men's age. */
  readonly division: boolean
}

export const reformDay = '2019-03-22'
