import { formerName } from '../acts/former-division.ts'
import { formerDivisionOf } from '../db/division-history.ts'
import { divisions, kindOf, levelOf, rootOf } from '../db/divisions.ts'
import type { JurisdictionRow } from '../db/queries/jurisdictions.ts'

/**
 * A jurisdiction that was removed, as the place someone comes from: named with its name of today, below what it would lie
 * in today, and surely no more on the first day of the month after the first list without it.
 */
export const formerJurisdiction = (code: string): JurisdictionRow | null => {
  const former = formerDivisionOf(code)
  if (former === null) return null
  const { name, successor, liesIn, goneBy } = former
  const chain = divisions.chain(code)
  const ancestors = successor === null ? chain : chain.slice(0, -1)
  const level = levelOf(code)
  return {
    ...{ code, level, kind: kindOf(name, level), ancestors, root: rootOf(liesIn) },
    name: formerName(former),
    parent: ancestors.at(-1) ?? null,
    validFrom: null,
    validTo: monthAfter(goneBy),
  }
}

const monthAfter = (month: string): string => {
  const [year = '', number = ''] = month.split('-')
  return number === '12' ? `${Number(year) + 1}-01-01` : `${year}-${String(Number(number) + 1).padStart(2, '0')}-01`
}
