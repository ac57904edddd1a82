import type { Tx } from '../../db/transaction.ts'
import { compile, dayText, type Language, moveJudge, pairJudge, teamJudge } from '../../policy/index.ts'
import { type Moment, present } from '../bench.ts'
import { barChanges } from './bars.ts'
import { compositionChanges } from './compositions.ts'
import { conflictChanges } from './conflicts.ts'
import { type Draft, together, toldOf } from './draft.ts'
import { gatherCalled } from './gather-words.ts'
import type { Outcome } from './outcome.ts'
import type { MoveAsked } from './plan.ts'
import { readPlan } from './read-plan.ts'
import type { PlaceOf } from './refusals.ts'
import { rotationChanges } from './rotations.ts'
import { gatherScene, type Scene } from './scene.ts'
import { gravestFirst, verdictOf } from './verdict.ts'
import { type Called, type View, wordsFor } from './words.ts'

export interface CheckOptions {
  readonly language: Language
  /** Whether the caller may read who is whose kin. Without it the verdict is the same, and no relative is named. */
  readonly seesFamily: boolean
  /** What we knew, and what we judged by; default: now. */
  readonly moment?: Moment
  /** How the caller's input names its parts; default `moves`, the place in the list, the part. */
  readonly placeOf?: PlaceOf
}

/**
 * What would begin and what would end if these moves were made, under the policies that apply, and whether they may be made
 * (不得, 一般不宜, 可行). All moves are laid over the facts together; the record is read and not touched.
 */
export const checkMoves = async (
  tx: Tx,
  moves: readonly MoveAsked[],
  { language, seesFamily, moment = present, placeOf = inList }: CheckOptions,
): Promise<Outcome> => {
  const scene = await gatherScene(tx, await readPlan(tx, moves, placeOf, moment.knownAt), moment)
  const { begins, ends } = changesIn(scene)
  const movers = scene.plan.movers.map(({ person }) => person)
  const outcome = { verdict: verdictOf(begins), policyOnFile: isGoverned(scene), movers, chains: scene.chains }
  if (begins.length === 0 && ends.length === 0) return { ...outcome, begins: [], ends: [] }
  const told = (drafts: readonly Draft[], view: View, called: Called) => {
    const words = wordsFor(scene, language, view, called)
    return drafts.toSorted(gravestFirst).map((draft) => toldOf(draft, words, seesFamily))
  }
  const called = await gatherCalled(tx, scene, language, (listening) => {
    const conflicts = [
      ...told(begins.filter(isConflict), 'after', listening),
      ...told(ends.filter(isConflict), 'before', listening),
    ]
    for (const { family } of conflicts) family?.explain()
  })
  return { ...outcome, begins: told(begins, 'after', called), ends: told(ends, 'before', called) }
}

const isConflict = ({ kind }: Draft): boolean => kind === 'avoidance'

/** Whether on the day of each move some policy is at work on the chain of the post. */
const isGoverned = ({ moves, installations, setting }: Scene): boolean =>
  moves.every(({ on, takes, leaves }) => {
    const chain = setting.divisions.chain((takes ?? leaves)?.authority ?? '')
    const today = dayText(on)
    return installations.some(
      ({ jurisdiction, effectiveFrom, effectiveTo }) =>
        chain.includes(jurisdiction) && effectiveFrom <= today && (effectiveTo === null || today < effectiveTo),
    )
  })

const inList: PlaceOf = (move, part) => ['moves', String(move), part]

/** Each policy is made ready once, for everyone of the plan. */
const changesIn = (scene: Scene) => {
  const { installations, setting } = scene
  return together([
    barChanges(scene, moveJudge(installations, setting)),
    conflictChanges(scene, pairJudge(installations, setting)),
    compositionChanges(scene, teamJudge(installations, setting)),
    rotationChanges(scene, compile(installations, setting)),
  ])
}
