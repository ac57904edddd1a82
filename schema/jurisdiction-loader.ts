import type { AsOf } from '../db/queries/as-of.ts'
import { type JurisdictionRow, jurisdictionsBelow, jurisdictionsByCode } from '../db/queries/jurisdictions.ts'
import { type Seen, seenAt } from './as-of.ts'
import type { Context } from './context.ts'
import { formerJurisdiction } from './former-jurisdiction.ts'
import type { Loader } from './loading.ts'

/** A jurisdiction; what it leads to is seen at the same moment. */
export type JurisdictionSeen = JurisdictionRow & Seen

const byCode: Loader<string, JurisdictionRow | null> = {
  cacheKey: (code) => code,
  batch: async (codes, { read }) => {
    const rows = await read((tx) => jurisdictionsByCode(tx, codes))
    return codes.map((code, i) => rows[i] ?? formerJurisdiction(code))
  },
}

const below: Loader<string, readonly JurisdictionRow[]> = {
  cacheKey: (code) => code,
  batch: (codes, { read }) => read((tx) => jurisdictionsBelow(tx, codes)),
}

export const loadJurisdiction = async (context: Context, code: string, at: AsOf): Promise<JurisdictionSeen | null> => {
  const row = await context.load(byCode, code)
  return row === null ? null : seenAt(row, at)
}

/** The jurisdiction a stored code names. */
export const jurisdictionOf = async (context: Context, code: string, at: AsOf): Promise<JurisdictionSeen> =>
  seenAt(await context.named(byCode, code), at)

export const jurisdictionOrNull = async (
  context: Context,
  code: string | null,
  at: AsOf,
): Promise<JurisdictionSeen | null> => (code === null ? null : loadJurisdiction(context, code, at))

export const childrenOf = async (context: Context, code: string, at: AsOf): Promise<JurisdictionSeen[]> =>
  (await context.load(below, code)).map((row) => seenAt(row, at))
