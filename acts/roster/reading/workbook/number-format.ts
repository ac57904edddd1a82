/** How a cell shows its number: as it is, as a day, to so many decimals, or in some way of which we cannot keep what is shown. */
export type NumberFormat =
  | { readonly is: 'general' }
  | { readonly is: 'day'; readonly precision: 'day' | 'month' | 'year' }
  | { readonly is: 'time' }
  | { readonly is: 'fixed'; readonly decimals: number; readonly digits: number }
  | { readonly is: 'other'; readonly code: string }

/** Formats known by number only (ECMA-376 part 1, 18.8.30), with the Chinese ones; 27 to 58 are days and times there. */
const builtIn: Readonly<Record<number, string>> = {
  ...{ 0: 'General', 1: '0', 2: '0.00', 3: '#,##0', 4: '#,##0.00', 9: '0%', 10: '0.00%', 11: '0.00E+00', 12: '# ?/?' },
  ...{
    13: '# ??/??',
    14: 'yyyy/m/d',
    15: 'd-mmm-yy',
    16: 'd-mmm',
    17: 'mmm-yy',
    18: 'h:mm',
    19: 'h:mm:ss',
    20: 'h:mm',
  },
  ...{
    21: 'h:mm:ss',
    22: 'yyyy/m/d h:mm',
    27: 'yyyy年m月',
    28: 'm月d日',
    29: 'm月d日',
    30: 'm-d-yy',
    31: 'yyyy年m月d日',
  },
  ...{
    32: 'h:mm',
    33: 'h:mm:ss',
    34: 'h:mm',
    35: 'h:mm:ss',
    36: 'yyyy年m月',
    37: '#,##0',
    38: '#,##0',
    39: '#,##0.00',
  },
  ...{ 40: '#,##0.00', 45: 'm:ss', 46: 'h:mm:ss', 47: 'm:ss', 48: '0.0E+0', 49: '@', 50: 'yyyy年m月', 51: 'm月d日' },
  ...{ 52: 'yyyy年m月', 53: 'm月d日', 54: 'm月d日', 55: 'h:mm', 56: 'h:mm:ss', 57: 'yyyy年m月', 58: 'm月d日' },
}

/** The part for positive numbers, without escapes, colours and blanks kept for alignment. */
const bare = (code: string): string =>
  (/^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/[_*]./g, '')
    .replace(/\\./g, '')
    .trim()

const dayFormat = (code: string): NumberFormat | null => {
  const letters = code.replace(/"[^"]*"/g, '').toLowerCase()
  const [year, day, clock] = [/[ye]/.test(letters), /d/.test(letters), /[hs]/.test(letters)]
  if (!/[ymdhs]/.test(letters)) return null
  if (year) return { is: 'day', precision: day ? 'day' : /m/.test(letters) ? 'month' : 'year' }
  return clock ? { is: 'time' } : { is: 'day', precision: 'day' }
}

/** What a format code means for us. */
export const formatOf = (code: string): NumberFormat => {
  const plain = bare(code)
  if (/^(general|g\/通用格式|@|)$/i.test(plain)) return { is: 'general' }
  const [fixed, whole = '', decimals = ''] = /^([#,0]*0|#)(?:\.(0+))?$/.exec(plain) ?? []
  if (fixed !== undefined) {
    return { is: 'fixed', decimals: decimals.length, digits: whole.replaceAll(',', '').replaceAll('#', '').length }
  }
  return dayFormat(plain) ?? { is: 'other', code }
}

/** The format of that number, given those the workbook defines itself. */
export const formatNumbered = (id: number, own: ReadonlyMap<number, string>): NumberFormat =>
  formatOf(own.get(id) ?? builtIn[id] ?? 'General')
