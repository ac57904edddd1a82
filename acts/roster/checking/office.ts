import type { DivisionCode } from '../../../policy/index.ts'
import { invalid, type ProblemPath } from '../../problem.ts'
import { isDivision } from './division-book.ts'

/** Refuses a code that no jurisdiction has: nobody could file a roster there. */
export const checkOffice = (at: DivisionCode, path: ProblemPath = ['at']): void => {
  if (isDivision(at)) return
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
