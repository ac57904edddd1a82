import { type Day, day, type Finding, type Installation } from '../../policy/index.ts'

/** Whether a finding is one of this document's rules at this place, on a day on which the document counts. */
export const isOwnOn = (
  { rule, jurisdiction }: Finding,
  { plugin, jurisdiction: at, effectiveFrom, effectiveTo }: Installation,
  on: Day,
): boolean =>
  jurisdiction === at &&
  rule.startsWith(`${plugin.id}/`) &&
  day(effectiveFrom) <= on &&
  (effectiveTo === null || on < day(effectiveTo))
