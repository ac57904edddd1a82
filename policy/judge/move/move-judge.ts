import type { Chart } from '../../facts/org.ts'
import type { Setting } from '../../facts/person.ts'
import type { Installation } from '../../law/plugin.ts'
import { stepsPerMove } from '../fuel.ts'
import type { TeamFacts } from '../team/team.ts'
import type { MoveFacts, MoveFinding } from './move.ts'
import { placementBook, placementsOf } from './placements.ts'
import { togetherBook, togetherOf } from './together.ts'

/** A bench of installed placement and together rules, ready to judge moves that somebody proposes. */
export interface MoveJudge {
  placements(move: MoveFacts): readonly MoveFinding[]
  /** `teams`: every team that a mover leaves. */
  together(moves: readonly MoveFacts[], chart: Chart, teams: readonly TeamFacts[]): readonly MoveFinding[]
}

/** `budget`: steps that judging one move by one plugin may take; for each move of a plan, judging them together may take as many. */
export const moveJudge = (
  installations: readonly Installation[],
  setting: Setting,
  budget: number = stepsPerMove,
): MoveJudge => {
  const placements = placementBook(installations, setting.divisions)
  const togethers = togetherBook(installations, setting.divisions)
  return {
    placements: (move) => placementsOf(move, placements, setting, budget),
    together: (moves, chart, teams) => togetherOf(moves, togethers, { chart, teams, setting, budget }),
  }
}
