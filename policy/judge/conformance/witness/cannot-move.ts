import { levelOrder } from '../../../facts/vocabulary.ts'
import type { CaseMove } from '../../../law/case.ts'
import type { Installation } from '../../../law/plugin.ts'
import type { PlacementRule } from '../../../law/rule.ts'
import { storySetting } from '../../case-story.ts'
import type { MoveFacts } from '../../move/move.ts'
import { moveJudge } from '../../move/move-judge.ts'
import { movesProposed } from '../../move/moves-of-case.ts'
import { dutiesAndExemptions } from '../exemption-items.ts'
import type { LowerDocument } from '../lower-document.ts'
import type { SuperiorRule } from '../superior-rules.ts'
import { bench, only, standings } from './bench.ts'
import { heldLine, type Officer } from './officer.ts'

/** Whether the superior binds the officer, and the bars forbid every move that no bar above forbids. */
export const cannotMove = (superior: SuperiorRule, rules: readonly PlacementRule[], lower: LowerDocument) => {
  const { at, divisions, superiors, installation } = lower
  const stands = bench(
    superiors.map((one) => dutiesAndExemptions(one, superior)),
    at,
    divisions,
  )
  const judging = (installations: readonly Installation[]) => {
    const judgeFor = (officer: Officer) => moveJudge(installations, storySetting(officer, divisions))
    const plain = judgeFor(plainStory)
    return (officer: Officer) => {
      const judge = officer.successions === undefined ? plain : judgeFor(officer)
      return (move: MoveFacts) =>
        judge.placements(move).some(({ effect, status }) => effect === 'MUST_NOT' && status === 'ACTIVE')
    }
  }
  const barredAbove = judging(superiors.map((one) => only(one, ({ kind }) => kind === 'placement')))
  const barred = judging([only(installation, ({ id }) => rules.some((rule) => rule.id === id))])
  return (officer: Officer): boolean => {
    if (!standings(stands, officer, superior.id).some(({ status }) => status === 'ACTIVE')) return false
    const [isBarredAbove, isBarred] = [barredAbove(officer), barred(officer)]
    let isHeld = false
    for (const move of movesProposed({ ...officer, moves: movesOf(officer) }, at)) {
      if (isBarredAbove(move)) continue
      if (!isBarred(move)) return false
      isHeld = true
    }
    return isHeld
  }
}

/** Most stories tell of no post that succeeds another: one bench serves them all. */
const plainStory: Officer = { name: 'officer', on: '2020-01-01', career: [], expect: {} }

/** Moves of many kinds out of the post held: to every level, leading and not, to another organ, place, and kind of unit. */
const movesOf = (officer: Officer): readonly CaseMove[] => {
  const { from: _, to: __, ...line } = heldLine(officer)
  const other = { ...line, post: '另一职位', internalUnit: '另一科', organ: '另一局' }
  const taken = [
    other,
    { ...line, post: '另一职位' },
    { ...other, place: '310101' },
    { ...other, unitKind: 'township' as const, teamKind: 'organ' as const },
    { ...other, leading: true, seats: ['chief' as const] },
    { ...other, leading: false, seats: [], duties: [] },
    ...levelOrder.flatMap((level) => [
      { ...other, level },
      { ...other, level, leading: true },
      { ...other, level, leading: false, seats: [], duties: [] },
    ]),
  ]
  return taken.map((takes) => ({ leaves: line.post, takes }))
}
