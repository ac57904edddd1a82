import type { KinWord } from '../kinship.ts'
import type { Reached } from '../pattern.ts'
import type { DeclaredTerm } from './declared-term.ts'

/** Words of one meaning, parted by spaces. */
export type TermGroup = { readonly words: string } & Partial<Omit<DeclaredTerm, 'word'>>

const lineal: Reached = { class: 'DIRECT_BLOOD', pattern: 'K2', words: ['DIRECT_BLOOD'], listed: true }
const stepChild: Reached = { ...lineal, words: ['DIRECT_BLOOD', 'CHILD'] }
const collateral: Reached = {
  class: 'COLLATERAL_WITHIN_THREE',
  pattern: 'K3',
  words: ['COLLATERAL_WITHIN_THREE'],
  listed: true,
}
const affinity = (
  pattern: 'K4A' | 'K4B' | 'K4C' | 'K4D' | 'K4E',
  more: readonly KinWord[] = [],
  listed = true,
): Reached => ({
  class: 'NEAR_AFFINITY',
  pattern,
  words: ['NEAR_AFFINITY', ...more],
  listed,
})
const distant: Reached = { class: null, pattern: 'DISTANT_IN_LAW', words: ['DISTANT_IN_LAW'], listed: false }
const inLawOfInLaw: Reached = {
  class: null,
  pattern: 'IN_LAW_OF_IN_LAW',
  words: ['IN_LAW_OF_IN_LAW'],
  listed: false,
}

const directBlood: readonly TermGroup[] = [
  { words: '祖父 爷爷 外祖父 外公 姥爷 曾祖父 外曾祖父 曾外祖父 高祖父 外曾外曾外祖父', reached: lineal, sex: 'M' },
  { words: '祖母 奶奶 外祖母 外婆 姥姥 曾祖母 外曾祖母 曾外祖母 高祖母', reached: lineal, sex: 'F' },
  { words: '祖父母 外祖父母 其他孙子', reached: lineal },
  { words: '孙子 外孙 外孙子 曾孙 曾孙子 外曾孙 外曾孙子 曾外孙 玄孙 外玄外孙 外曾外曾孙', reached: lineal, sex: 'M' },
  { words: '孙女 外孙女 曾孙女 外曾孙女 曾外孙女', reached: lineal, sex: 'F' },
  // Kin only where support has formed, which the word does not tell.
  { words: '继父', reached: lineal, unclear: true, sex: 'M' },
  { words: '继母', reached: lineal, unclear: true, sex: 'F' },
  { words: '继子', reached: stepChild, unclear: true, sex: 'M' },
  { words: '继女', reached: stepChild, unclear: true, sex: 'F' },
]

const collaterals: readonly TermGroup[] = [
  { words: '兄 哥哥', reached: collateral, sex: 'M', born: 'earlier' },
  { words: '弟 弟弟', reached: collateral, sex: 'M', born: 'later' },
  { words: '姐 姐姐', reached: collateral, sex: 'F', born: 'earlier' },
  { words: '妹 妹妹', reached: collateral, sex: 'F', born: 'later' },
  { words: '兄弟', reached: collateral, sex: 'M' },
  { words: '姐妹', reached: collateral, sex: 'F' },
  { words: '兄弟姐妹 其他兄弟姐妹', reached: collateral },
  { words: '伯父 伯伯 叔父 叔叔 舅父 舅舅 大舅 小舅', reached: collateral, sex: 'M' },
  { words: '姑母 姑姑 姑妈 大姑 姨母 姨妈 姨 大姨', reached: collateral, sex: 'F' },
  // Said of a father’s brother and of a husband’s, of a mother’s sister and of a wife’s.
  { words: '大伯', reached: collateral, unclear: true, sex: 'M' },
  { words: '小姑 小姨', reached: collateral, unclear: true, sex: 'F' },
  { words: '堂兄 堂哥 表兄 表哥 姑表哥 舅表哥 姨哥 姨表哥', reached: collateral, sex: 'M', born: 'earlier' },
  { words: '堂弟 表弟 姑表弟 舅表弟 姨表弟', reached: collateral, sex: 'M', born: 'later' },
  { words: '堂姐 表姐 姑表姐 舅表姐 姨表姐', reached: collateral, sex: 'F', born: 'earlier' },
  { words: '堂妹 表妹 姑表妹 舅表妹 姨表妹', reached: collateral, sex: 'F', born: 'later' },
  { words: '堂兄弟 表兄弟', reached: collateral, sex: 'M' },
  { words: '堂姐妹 表姐妹', reached: collateral, sex: 'F' },
  { words: '侄 侄子 侄儿 外甥', reached: collateral, sex: 'M' },
  { words: '侄女 外甥女', reached: collateral, sex: 'F' },
]

const affines: readonly TermGroup[] = [
  { words: '岳父', reached: affinity('K4A'), sex: 'M', ofSex: 'M' },
  { words: '岳母', reached: affinity('K4A'), sex: 'F', ofSex: 'M' },
  { words: '公公', reached: affinity('K4A'), sex: 'M', ofSex: 'F' },
  { words: '婆婆', reached: affinity('K4A'), sex: 'F', ofSex: 'F' },
  { words: '女婿 长女婿 二女婿 三女婿 四女婿 五女婿', reached: affinity('K4A', ['CHILD_SPOUSE']), sex: 'M' },
  { words: '儿媳 儿媳妇 长儿媳 二儿媳 三儿媳 四儿媳 五儿媳', reached: affinity('K4A', ['CHILD_SPOUSE']), sex: 'F' },
  { words: '嫂 嫂子 弟媳 弟妹', reached: affinity('K4B'), sex: 'F' },
  { words: '姐夫 妹夫', reached: affinity('K4B'), sex: 'M' },
  { words: '大伯子 小叔子', reached: affinity('K4B'), sex: 'M', ofSex: 'F' },
  { words: '大姑子 小姑子', reached: affinity('K4B'), sex: 'F', ofSex: 'F' },
  { words: '大舅子 小舅子', reached: affinity('K4B'), sex: 'M', ofSex: 'M' },
  { words: '大姨子 小姨子', reached: affinity('K4B'), sex: 'F', ofSex: 'M' },
  { words: '连襟', reached: affinity('K4C'), sex: 'M', ofSex: 'M' },
  { words: '妯娌 大婶子 小婶子', reached: affinity('K4C'), sex: 'F', ofSex: 'F' },
  { words: '大姑夫', reached: affinity('K4C'), sex: 'M' },
  { words: '小舅妇', reached: affinity('K4C'), sex: 'F' },
  { words: '亲家', reached: affinity('K4D') },
  { words: '亲家公', reached: affinity('K4D'), sex: 'M' },
  { words: '亲家母', reached: affinity('K4D'), sex: 'F' },
  { words: '伯母 婶母 婶婶 婶子 舅母 舅妈 大舅妈 小舅妈', reached: affinity('K4E'), sex: 'F' },
  { words: '姑父 姑夫 姑丈 大姑丈 姨父 姨夫 姨丈 大姨丈', reached: affinity('K4E'), sex: 'M' },
  { words: '堂嫂 表嫂 堂弟媳 表弟媳', reached: affinity('K4E'), sex: 'F' },
  { words: '堂姐夫 表姐夫 堂妹夫 表妹夫', reached: affinity('K4E'), sex: 'M' },
  { words: '侄媳 侄媳妇 外甥媳妇', reached: affinity('K4E'), sex: 'F' },
  { words: '侄女婿 甥女婿 外甥女婿', reached: affinity('K4E'), sex: 'M' },
  { words: '妻侄子', reached: affinity('K4E', [], false), sex: 'M', ofSex: 'M' },
  { words: '妻侄女', reached: affinity('K4E', [], false), sex: 'F', ofSex: 'M' },
  { words: '夫侄子', reached: affinity('K4E', [], false), sex: 'M', ofSex: 'F' },
  { words: '夫侄女 姑甥女', reached: affinity('K4E', [], false), sex: 'F', ofSex: 'F' },
  { words: '姨甥', reached: affinity('K4E', [], false), sex: 'M' },
  { words: '姨甥女', reached: affinity('K4E', [], false), sex: 'F' },
  { words: '叔岳父 伯岳父 舅岳父', reached: affinity('K4E', [], false), sex: 'M', ofSex: 'M' },
  { words: '姑岳母 姨岳母', reached: affinity('K4E', [], false), sex: 'F', ofSex: 'M' },
  { words: '伯公父 姨大伯子', reached: affinity('K4E', [], false), sex: 'M', ofSex: 'F' },
  { words: '堂大舅子', reached: affinity('K4E', [], false), sex: 'M', ofSex: 'M' },
]

const outside: readonly TermGroup[] = [
  { words: '孙媳妇 外孙媳妇', reached: distant, sex: 'F' },
  { words: '孙女婿 外孙女婿', reached: distant, sex: 'M' },
  { words: '祖岳父', reached: distant, sex: 'M', ofSex: 'M' },
  { words: '祖岳母', reached: distant, sex: 'F', ofSex: 'M' },
  { words: '祖公父 外祖公父', reached: distant, sex: 'M', ofSex: 'F' },
  { words: '外祖婆母', reached: distant, sex: 'F', ofSex: 'F' },
  { words: '配偶的祖父母 配偶的外祖父母', reached: distant },
  { words: '兄弟眷父 兄弟眷兄弟 姊妹姻父 姊妹姻兄弟', reached: inLawOfInLaw, sex: 'M' },
  { words: '兄弟眷姊妹 姊妹姻姊妹', reached: inLawOfInLaw, sex: 'F' },
  { words: '姻侄', reached: inLawOfInLaw, sex: 'M' },
  {
    words: `堂舅 堂叔 堂伯 堂侄 表叔 表伯 表舅 表侄 表外甥 侄孙 甥孙 侄外孙 甥外孙 侄外曾外孙 姑甥孙 大舅爷 小舅爷 伯公 舅公 叔公 叔祖父
      伯祖父 舅祖父 舅曾祖父 姨伯父 曾祖公父 舅祖公父 外曾外祖岳父 姑表伯父 姑表侄男 舅表侄男 叔侄外孙 男眷父 女姻父 男眷舅弟
      姻侄孙 姻侄外孙 兄弟眷祖父 叔兄弟眷父 叔眷外祖父 舅兄弟眷父 舅眷外祖父 舅眷舅父 姊妹姻甥男 姑姊妹姻父 姑姊妹姻兄弟
      姨姊妹姻兄弟`,
    sex: 'M',
  },
  {
    words: `堂姑 堂侄女 表姑 表姨 表侄女 侄孙女 甥孙女 侄外孙女 甥外孙女 侄外孙妇 姑奶奶 姨奶奶 姨外婆 姑婆 姨婆 姑祖母 姨祖母 侄姻女
      甥姻女 兄弟眷甥女 姊妹姻兄弟妇`,
    sex: 'F',
  },
  { words: '配偶的曾祖父母' },
]

/** Terms of GB/T 4761, of the appointment form and of everyday speech, by what they mean for avoidance. */
export const groups: readonly TermGroup[] = [...directBlood, ...collaterals, ...affines, ...outside]
