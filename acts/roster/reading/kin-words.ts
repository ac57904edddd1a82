import { declaredTerms } from '../../../policy/index.ts'
import type { KinKind } from './words.ts'

/** The primitive ties: what the relative is to the person. Everything else is derived from them, or declared. */
export type Tie = 'parent' | 'child' | 'spouse' | 'special_interest'

/** A relation as the file states it: a primitive tie, or a declared term whose middle persons are unknown. */
export interface Relation {
  readonly word: Tie | string
  /** What the word itself says about the tie: 养父 is an adoptive parent. */
  readonly kind: KinKind | null
}

const primitive: readonly (readonly [Tie, KinKind | null, string])[] = [
  ['parent', null, 'parent 父母 父亲 母亲 父 母 爸爸 妈妈'],
  ['parent', 'adoptive', '养父 养母'],
  [
    'child',
    null,
    'child 子女 子 女 儿子 女儿 独生子 独生女 长子 次子 三子 四子 五子 长女 次女 三女 四女 五女 其他儿子 其他女儿',
  ],
  ['child', 'adoptive', '养子 养女'],
  ['spouse', null, 'spouse 配偶 夫 妻 丈夫 妻子 爱人'],
  ['special_interest', null, 'special_interest 特定关系人'],
]

const relations: ReadonlyMap<string, Relation> = new Map([
  ...[...declaredTerms()].map((word): readonly [string, Relation] => [word, { word, kind: null }]),
  ...primitive.flatMap(([word, kind, spellings]) =>
    spellings.split(' ').map((spelling): readonly [string, Relation] => [spelling, { word, kind }]),
  ),
])

export const relationOf = (word: string): Relation | null => relations.get(word.toLowerCase()) ?? null

export const relationSpellings = (): Iterable<string> => relations.keys()
