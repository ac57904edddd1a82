import type { Sex } from '../../../policy/index.ts'

/** The sexes a word tells: that of the relative, and that of whoever has such a relative (only a husband has a 岳父). */
export interface Sexes {
  readonly relative: Sex | null
  readonly person: Sex | null
}

const men = '兄 弟 哥 父 公 爷 爸 叔 伯 舅 夫 婿 丈 孙 侄 甥 祖父 儿 子'.split(' ')
const women = '姐 妹 母 婆 奶 妈 姑 姨 嫂 媳 妇 婶 女 姥姥'.split(' ')

/** What a declared term says of the two, where it says it beyond doubt. */
export const sexesOfTerm = (term: string): Sexes => ({ relative: sexOfRelative(term), person: sexOfDeclarer(term) })

const sexOfRelative = (term: string): Sex | null => {
  if (/兄弟|姐妹|父母|姊妹|兄妹|的/.test(term)) return null
  if (women.some((ending) => term.endsWith(ending)) || /[姨姑婶嫂]子$/.test(term)) return 'F'
  if (/[侄甥孙]$/.test(term)) return null
  return men.some((ending) => term.endsWith(ending)) ? 'M' : null
}

const sexOfDeclarer = (term: string): Sex | null => {
  if (/^(岳|连襟|大舅子|小舅子|大姨子|小姨子|妻)/.test(term)) return 'M'
  return /^(公公|婆婆|妯娌|大伯子|小叔子|大姑子|小姑子|夫侄)/.test(term) ? 'F' : null
}
