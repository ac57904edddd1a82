import { levelOrder } from '../../../facts/vocabulary.ts'
import type { CaseMove } from '../../../law/case.ts'
import type { PlacementRule } from '../../../law/rule.ts'
import { dutiesAndExemptions } from '../exemption-items.ts'
import type { LowerDocument } from '../lower-document.ts'
import type { SuperiorRule } from '../superior-rules.ts'
import { bars, bench, standings } from './bench.ts'
import { heldLine, type Officer } from './officer.ts'

/** Whether the superior binds the officer, and the bar forbids every move that no bar above forbids. */
export const cannotMove = (superior: SuperiorRule, rule: PlacementRule, lower: LowerDocument) => {
  const { at, divisions, superiors, installation, rules } = lower
  const stands = bench(
    superiors.map((one) => dutiesAndExemptions(one, superior)),
    at,
    divisions,
  )
  const barsAbove = rules.filter((bar) => bar.rule.kind === 'placement' && bar.rule.effect === 'MUST_NOT')
  return (officer: Officer): boolean => {
    if (!standings(stands, officer, superior.id).some(({ status }) => status === 'ACTIVE')) return false
    const open = movesOf(officer)
      .map((move) => ({ ...officer, moves: [move] }))
      .filter((moving) => !barsAbove.some((bar) => bars(bar.installation, bar.rule, moving, lower)))
    return open.length > 0 && open.every((moving) => bars(installation, rule, moving, lower))
  }
}

/** Moves of many kinds out of the post held: level, higher, lower, to another organ, place, and kind of unit. */
const movesOf = (officer: Officer): readonly CaseMove[] => {
  const { from: _, to: __, ...line } = heldLine(officer)
  const other = { ...line, post: '另一职位', internalUnit: '另一科', organ: '另一局' }
  const level = levelOrder.indexOf(line.level ?? 'clerk')
  const [up, down] = [levelOrder[level + 1], levelOrder[level - 1]]
  const taken = [
    other,
    { ...line, post: '另一职位' },
    { ...other, place: '310101' },
    { ...other, unitKind: 'township' as const, teamKind: 'organ' as const },
    { ...other, leading: true, seats: ['chief' as const] },
    { ...other, leading: false, seats: [], duties: [] },
    ...(up === undefined ? [] : [{ ...other, level: up }]),
    ...(down === undefined ? [] : [{ ...other, level: down }]),
  ]
  return taken.map((takes) => ({ leaves: line.post, takes }))
}
