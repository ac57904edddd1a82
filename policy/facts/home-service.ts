import { daysFrom, minus } from '../time/days.ts'
import type { Truth } from '../time/truth.ts'
import { heldDays } from './held.ts'
import type { Piece } from './person.ts'

/** Service at home, and the pieces of it that may or may not be: the file does not say whether days away cover the hole. */
export interface HomeService {
  readonly service: readonly Piece[]
  readonly doubtful: ReadonlySet<Piece>
  /** The days of it. */
  readonly days: Truth
}

/** A secondment or loan leaves the home relation as it is (CSL art 72). */
const isAway = ({ capacity }: Piece): boolean => capacity === 'secondment' || capacity === 'loan'

const noPieces: ReadonlySet<Piece> = new Set()

const served = (service: readonly Piece[], doubtful: ReadonlySet<Piece>): HomeService => ({
  service,
  doubtful,
  days: heldDays(service, (piece) => (doubtful.has(piece) ? 'unknown' : 'yes')),
})

/** The pieces held at home. A hole that lies wholly inside days away belongs to the post left. */
export const homeService = (pieces: readonly Piece[]): HomeService => {
  if (!pieces.some(isAway)) return served(pieces, noPieces)
  const home = pieces.filter((piece) => !isAway(piece)).map(sealed)
  const covered = heldDays(pieces, () => 'yes')
  const doubtful = new Set<Piece>()
  const ordered = home.toSorted((a, b) => a.from.lo - b.from.lo || a.from.hi - b.from.hi)
  const kept = ordered.flatMap((next, i) => {
    const earlier = ordered.slice(0, i)
    const left = leftBefore(earlier, next)
    return left.flatMap((piece) => {
      const stillHeld: Piece = { ...piece, from: piece.to, to: next.from }
      const cover = coverOf(stillHeld, covered)
      if (cover === 'no') return []
      if (cover === 'unknown' || !isLast(piece, left)) doubtful.add(stillHeld)
      return [stillHeld]
    })
  })
  return served([...home, ...kept], doubtful)
}

/** Leaving the post and staying in its relation fall on one unknown day: there is no gap between them. */
const sealed = (piece: Piece, i: number): Piece => {
  const { to } = piece
  return to.joint !== undefined || to.lo === to.hi ? piece : { ...piece, to: { ...to, joint: -1 - i } }
}

/** The pieces that may be the last ones left before the next begins; none where there is no hole. */
const leftBefore = (earlier: readonly Piece[], next: Piece): readonly Piece[] => {
  const lastSure = Math.max(...earlier.map((piece) => piece.to.lo))
  if (earlier.length === 0 || lastSure >= next.from.hi) return []
  const joined = earlier.some(({ to }) => to.joint !== undefined && to.joint === next.from.joint)
  return joined ? [] : earlier.filter((piece) => piece.to.hi >= lastSure)
}

/** Whether none of the others may have been left later; those left on one day stay in charge together. */
const isLast = (piece: Piece, left: readonly Piece[]): boolean =>
  left.every((other) => other === piece || other.to.hi <= piece.to.lo)

const coverOf = ({ from, to }: Piece, covered: Truth): 'yes' | 'unknown' | 'no' => {
  if (minus(daysFrom(from.lo, to.hi), covered.surely).length === 0) return 'yes'
  return minus(daysFrom(from.hi, to.lo), covered.possibly).length === 0 ? 'unknown' : 'no'
}
