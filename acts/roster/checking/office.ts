import { formerDivisionOf } from '../../../db/division-history.ts'
import type { DivisionCode } from '../../../policy/index.ts'
import { formerRemedy, formerSays } from '../../former-division.ts'
import { invalid, type ProblemPath } from '../../problem.ts'
import { isDivision } from './division-book.ts'

/** Refuses a code that no jurisdiction has: nobody could file a roster there. */
export const checkOffice = (at: DivisionCode, path: ProblemPath = ['at']): void => {
  if (isDivision(at)) return
  const former = formerDivisionOf(at)
  if (former !== null) throw invalid(path, at, formerSays(former), formerRemedy(former))
  throw invalid(
    path,
    at,
    { zh: `\`${at}\`不在 GB/T 2260 区划树中。`, en: `\`${at}\` is no division of GB/T 2260.` },
    {
      zh: '请用填报机关所在辖区的六位代码。',
      en: 'Give the six-digit code of the jurisdiction that files the roster.',
    },
  )
}
