import type { FractionText } from './condition.ts'

/** A share in whole numbers, `p` of `q`. */
export interface Fraction {
  readonly p: number
  readonly q: number
}

/** `1/3`; `null` when it is no proper fraction: neither nothing, nor more than all. */
export const parseFraction = (text: FractionText): Fraction | null => {
  const [p = 0, q = 0] = /^\d{1,4}\/\d{1,4}$/.test(text) ? text.split('/').map(Number) : []
  return p > 0 && p <= q ? { p, q } : null
}

/** The same of a document that was checked. */
export const fraction = (text: FractionText): Fraction => {
  const parsed = parseFraction(text)
  if (parsed === null) throw new RangeError(`\`${text}\` is no fraction.`)
  return parsed
}
