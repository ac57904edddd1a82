const digits = '零一二三四五六七八九'
const units: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** 七十四 is 74. */
const numberOf = (numeral: string): number => {
  if (/^\d+$/.test(numeral)) return Number(numeral)
  let [sum, last] = [0, 0]
  for (const character of numeral.replaceAll('〇', '零')) {
    const unit = units[character]
    if (unit === undefined) last = digits.indexOf(character)
    else {
      sum += Math.max(1, last) * unit
      last = 0
    }
  }
  return sum + last
}

/** The numbers an article is cited by, outermost first: 第七十四条第一款 is 74, 1. */
const numbersIn = (article: string): readonly number[] =>
  [...article.matchAll(/\d+|[零〇一二三四五六七八九十百千]+/g)].map(([numeral]) => numberOf(numeral))

/** Articles in the order in which an instrument has them; those without a number last. */
export const byArticle = (a: string | null, b: string | null): number => {
  const [left, right] = [a === null ? [] : numbersIn(a), b === null ? [] : numbersIn(b)]
  if (left.length === 0 || right.length === 0) return right.length - left.length
  for (const [i, number] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    if (number !== other) return number - other
  }
  return left.length - right.length
}
