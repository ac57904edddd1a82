import type { DivisionCode, Divisions } from './person.ts'
import type { DivisionLevel } from './vocabulary.ts'

/** The nation's own node; GB/T 2260 has none. */
export const nationCode: DivisionCode = '100000'

/** Four cities governed directly by the nation: their districts have no municipality between. */
const direct = new Set(['11', '12', '31', '50'])

/**
 * The tree as the digits of GB/T 2260 codes tell it, for made-up examples. Placeholders (`110100`, `419000`) are skipped, as
 * nobody governs there. What is really installed uses the table of divisions.
 */
export const divisionsByCode: Divisions = {
  level: (code): DivisionLevel | null => {
    if (!/^\d{6}$/.test(code)) return null
    if (code === nationCode) return 'nation'
    if (code.endsWith('0000')) return 'province'
    return code.endsWith('00') ? 'municipality' : 'county'
  },
  chain: (code) => {
    if (!/^\d{6}$/.test(code)) return []
    const province = `${code.slice(0, 2)}0000`
    const skipped = direct.has(code.slice(0, 2)) || code.slice(2, 4) === '90'
    const middle = skipped ? [] : [`${code.slice(0, 4)}00`]
    return [...new Set([nationCode, ...(code === nationCode ? [] : [province, ...middle, code])])]
  },
  // The digits do not tell.
  autonomous: () => false,
}
