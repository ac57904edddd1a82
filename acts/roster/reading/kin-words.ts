import { type Complaint, complaint } from '../problem.ts'
import { type Sexes, sexesOfTerm } from './kin-term-sexes.ts'
import { didYouMean } from './suggest.ts'
import type { KinKind } from './words.ts'

/** The primitive ties: what the relative is to the person. Everything else is derived from them, or declared. */
export type Tie = 'parent' | 'child' | 'spouse' | 'special_interest'

/** A relation as the file states it: a primitive tie, or a declared term whose middle persons are unknown. */
export interface Relation {
  readonly word: Tie | string
  /** What the word itself says about the tie: 养父 is an adoptive parent. */
  readonly kind: KinKind | null
}

const either: Sexes = { relative: null, person: null }
const he: Sexes = { relative: 'M', person: null }
const she: Sexes = { relative: 'F', person: null }

const primitive: readonly (readonly [Tie, KinKind | null, Sexes, string])[] = [
  ['parent', null, either, 'parent 父母'],
  ['parent', null, he, '父亲 父 爸爸'],
  ['parent', null, she, '母亲 母 妈妈'],
  ['parent', 'adoptive', he, '养父'],
  ['parent', 'adoptive', she, '养母'],
  ['child', null, either, 'child 子女'],
  ['child', null, he, '子 儿子 独生子 长子 次子 三子 四子 五子 其他儿子'],
  ['child', null, she, '女 女儿 独生女 长女 次女 三女 四女 五女 其他女儿'],
  ['child', 'adoptive', he, '养子'],
  ['child', 'adoptive', she, '养女'],
  ['spouse', null, either, 'spouse 配偶 爱人'],
  ['spouse', null, { relative: 'M', person: 'F' }, '夫 丈夫'],
  ['spouse', null, { relative: 'F', person: 'M' }, '妻 妻子'],
  ['special_interest', null, either, 'special_interest 特定关系人'],
]

/** Terms that GB/T 4761, the editor of the appointment form and everyday speech know, and that are kept as declared. */
const declared = `
继父 继母 继子 继女 岳父 岳母 公公 婆婆 女婿 儿媳 儿媳妇 长女婿 二女婿 三女婿 四女婿 五女婿 长儿媳 二儿媳 三儿媳 四儿媳 五儿媳
兄 弟 姐 妹 哥哥 弟弟 姐姐 妹妹 兄弟 姐妹 兄弟姐妹 其他兄弟姐妹 嫂 嫂子 弟媳 弟妹 姐夫 妹夫
祖父 祖母 爷爷 奶奶 祖父母 外祖父 外祖母 外公 外婆 姥爷 姥姥 外祖父母 曾祖父 曾祖母 外曾祖父 外曾祖母 曾外祖父 曾外祖母 高祖父 高祖母
孙子 孙女 外孙 外孙子 外孙女 其他孙子 孙媳妇 外孙媳妇 孙女婿 外孙女婿 曾孙 曾孙子 曾孙女 外曾孙 外曾孙子 外曾孙女 曾外孙 曾外孙女 玄孙 外玄外孙
伯父 伯伯 大伯 伯母 叔父 叔叔 婶母 婶婶 婶子 姑母 姑姑 姑妈 姑父 姑夫 姑丈 舅父 舅舅 舅母 舅妈 姨母 姨妈 姨 姨父 姨夫 姨丈
大姑 大姑丈 大姑夫 大姨 大姨丈 大舅 大舅妈 大舅爷 小舅 小舅妈 小舅妇 小舅爷 小姨 小姑
堂兄 堂弟 堂姐 堂妹 堂哥 堂兄弟 堂姐妹 表兄 表弟 表姐 表妹 表哥 表兄弟 表姐妹 姑表哥 姑表姐 姑表弟 姑表妹 舅表哥 舅表姐 舅表弟 舅表妹 姨哥 姨表哥 姨表姐 姨表弟 姨表妹
堂嫂 表嫂 堂姐夫 表姐夫 堂妹夫 表妹夫 堂弟媳 表弟媳 堂舅 堂叔 堂伯 堂姑 堂侄 堂侄女 表叔 表伯 表姑 表舅 表姨 表侄 表侄女 表外甥
侄 侄子 侄儿 侄女 侄女婿 侄媳 侄媳妇 外甥 外甥女 甥女婿 外甥女婿 外甥媳妇 侄孙 侄孙女 甥孙 甥孙女 侄外孙 侄外孙女 甥外孙 甥外孙女 侄外孙妇 侄外曾外孙 妻侄子 妻侄女 夫侄子 夫侄女 姨甥 姨甥女 姑甥女 姑甥孙
大伯子 小叔子 大姑子 小姑子 大舅子 小舅子 大姨子 小姨子 大婶子 小婶子 姨大伯子 堂大舅子 连襟 妯娌 伯公 伯公父 姑奶奶 姨奶奶 姨外婆 姑婆 姨婆 舅公 叔公 叔祖父 伯祖父 姑祖母 舅祖父 姨祖母 舅曾祖父
叔岳父 舅岳父 姑岳母 姨岳母 姨伯父 祖岳母 祖岳父 外祖公父 外祖婆母 祖公父 曾祖公父 舅祖公父 外曾外祖岳父 外曾外曾外祖父 外曾外曾孙 姑表伯父 姑表侄男 舅表侄男 叔侄外孙
亲家 亲家公 亲家母 女姻父 男眷父 男眷舅弟 姻侄 姻侄孙 姻侄外孙 侄姻女 甥姻女 兄弟眷父 兄弟眷兄弟 兄弟眷姊妹 兄弟眷甥女 兄弟眷祖父 叔兄弟眷父 叔眷外祖父 舅兄弟眷父 舅眷外祖父 舅眷舅父
姊妹姻父 姊妹姻兄弟 姊妹姻姊妹 姊妹姻甥男 姊妹姻兄弟妇 姑姊妹姻父 姑姊妹姻兄弟 姨姊妹姻兄弟 配偶的祖父母 配偶的外祖父母 配偶的曾祖父母`

const relations: ReadonlyMap<string, Relation> = new Map([
  ...declared
    .trim()
    .split(/\s+/)
    .map((word): readonly [string, Relation] => [word, { word, kind: null }]),
  ...primitive.flatMap(([word, kind, , spellings]) =>
    spellings.split(' ').map((spelling): readonly [string, Relation] => [spelling, { word, kind }]),
  ),
])

const sexes: ReadonlyMap<string, Sexes> = new Map(
  primitive.flatMap(([, , told, spellings]) => spellings.split(' ').map((spelling) => [spelling, told] as const)),
)

/** What a word says of the sexes of the two; of a word for a primitive tie as it was written, 父亲 and not parent. */
export const sexesOf = (spelling: string): Sexes => sexes.get(spelling.trim().toLowerCase()) ?? sexesOfTerm(spelling)

export const relationOf = (word: string): Relation | null => relations.get(word.trim().toLowerCase()) ?? null

export const relationSpellings = (): Iterable<string> => relations.keys()

/** What is wrong with a word for a relation that is not known. */
export const unknownRelation = (word: string): Complaint =>
  complaint(
    'UNKNOWN_RELATION',
    { zh: `\`${word}\`不是已知的亲属关系词。`, en: `\`${word}\` is not a known word for a relation.` },
    didYouMean(word, relationSpellings(), {
      zh: '请写 parent 父母、child 子女、spouse 配偶、special_interest 特定关系人，或堂兄等亲属称谓。',
      en: 'Write parent, child, spouse, special_interest, or a Chinese kinship term such as 堂兄.',
    }),
  )
