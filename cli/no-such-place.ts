import { formerRemedy, formerSays } from '../acts/former-division.ts'
import { formerDivisionOf } from '../db/division-history.ts'
import { divisions } from '../db/divisions.ts'
import { Failure } from './failure.ts'

/** Said of a code that no jurisdiction has; of one that was removed, with the code of today. */
export const noSuchPlace = (at: string): Failure => {
  const former = formerDivisionOf(at)
  return new Failure(
    former === null
      ? `没有代码为\`${at}\`的辖区，请用 GB/T 2260 六位代码，如 411100。`
      : `${formerSays(former).zh}${formerRemedy(former).zh}`,
  )
}

/** A place as an option names it: one that is no jurisdiction today is refused, and not taken for one where nothing is. */
export const checkPlace = (at: string): void => {
  if (divisions.level(at) === null) throw noSuchPlace(at)
}
