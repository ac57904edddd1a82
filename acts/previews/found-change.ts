import { type Change, type Day, feltOn, type Horizon, type PersonFacts, type Piece } from '../../policy/index.ts'

/** A change as it was found, before it is placed among the others. */
export interface FoundChange {
  readonly change: Change
  /** Placement keys of the person, and of the other one of a conflict. */
  readonly root: number
  readonly otherRoot: number | null
  /** The first day of the horizon on which it is felt. */
  readonly feltOn: Day
  /** The organ the person serves in on that day. */
  readonly organ: string | null
}

/** Places a change in the person’s career. */
export const foundChange = (
  change: Change,
  person: PersonFacts,
  horizon: Horizon,
  at: { readonly root: number; readonly otherRoot?: number },
): FoundChange => {
  const day = feltOn(change, horizon)
  return {
    change,
    root: at.root,
    otherRoot: at.otherRoot ?? null,
    feltOn: day,
    organ: pieceFor(change, person.pieces, day)?.organ ?? null,
  }
}

/** The piece held on the day, of several the one the change is about; when none is held, the last one. */
const pieceFor = ({ key }: Change, pieces: readonly Piece[], on: Day): Piece | undefined => {
  const held = pieces.filter(({ from, to }) => from.lo <= on && on < to.hi)
  return held.find((piece) => isAbout(piece, key)) ?? held[0] ?? pieces.at(-1)
}

const isAbout = ({ post, internalUnit, organ, legalPerson, team }: Piece, key: readonly string[]): boolean =>
  [post, internalUnit, organ, legalPerson, team].some((part) => part !== null && key.includes(part))
