import {
  type Chart,
  cutCareer,
  type Day,
  type MovedPost,
  type MoveFacts,
  type PersonFacts,
  type Piece,
  placementAt,
} from '../../policy/index.ts'
import type { PlannedMove } from './plan.ts'

/** A move as the engine reads it; the person stands as without it, moves of theirs that come earlier laid over. */
export const moveFacts = (move: PlannedMove, person: PersonFacts, chart: Chart): MoveFacts => {
  const { on, takes, ended } = move
  const standing = { ...person, pieces: cutCareer(move.before, chart) }
  const left = standing.pieces.findLast((piece) => ended.includes(piece.assignment) && isHeldOn(piece, on))
  return {
    person: standing,
    on,
    takes: takes === null ? null : postOn(chart, takes.id, on),
    leaves: left === undefined ? null : { ...left, system: systemOf(chart, unitOf(left), on) },
  }
}

const isHeldOn = ({ from, to }: Piece, on: Day): boolean => from.lo <= on && on < to.hi

const postOn = (chart: Chart, post: string, on: Day): MovedPost => {
  const placement = placementAt(chart, post, on, on)
  return { ...placement, system: systemOf(chart, unitOf(placement), on) }
}

const unitOf = ({ internalUnit, organ }: Pick<Piece, 'internalUnit' | 'organ'>): string => internalUnit ?? organ

/** Units never contain themselves in stored data; the bound keeps a broken file from looping. */
const deepest = 32

/** The line of work of the nearest unit upwards, itself included, of which the file states one. */
const systemOf = (chart: Chart, start: string, on: Day): string | null => {
  let unit: string | null = start
  for (let depth = 0; unit !== null && depth < deepest; depth += 1) {
    const versions = chart.unit(unit)
    const version = versions.findLast(({ from }) => from.lo <= on) ?? versions[0]
    if (version === undefined) return null
    if (version.system !== null) return version.system
    unit = version.parent
  }
  return null
}
