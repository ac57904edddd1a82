import { declaredTerm, declaredTerms, type Sex } from '../../../policy/index.ts'
import { type Complaint, complaint } from '../problem.ts'
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

/** The sexes a word tells: that of the relative, and that of whoever has such a relative (only a man has a 岳父). */
export interface Sexes {
  readonly relative: Sex | null
  readonly person: Sex | null
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

const relations: ReadonlyMap<string, Relation> = new Map([
  ...[...declaredTerms()].map((word): readonly [string, Relation] => [word, { word, kind: null }]),
  ...primitive.flatMap(([word, kind, , spellings]) =>
    spellings.split(' ').map((spelling): readonly [string, Relation] => [spelling, { word, kind }]),
  ),
])

const sexes: ReadonlyMap<string, Sexes> = new Map(
  primitive.flatMap(([, , told, spellings]) => spellings.split(' ').map((spelling) => [spelling, told] as const)),
)

/** What a word says of the sexes of the two; of a word for a primitive tie as it was written, 父亲 and not parent. */
export const sexesOf = (spelling: string): Sexes => {
  const word = spelling.trim().toLowerCase()
  const term = declaredTerm(word)
  return sexes.get(word) ?? { relative: term?.sex ?? null, person: term?.ofSex ?? null }
}

const stepRelatives: Readonly<Record<string, Tie>> = { 继父: 'parent', 继母: 'parent', 继子: 'child', 继女: 'child' }

/**
 * The tie that a relation is with the kind stated beside it. A step-parent whose support is on record is a parent (Civil Code
 * 1072 ¶2), which the word alone does not tell.
 */
export const tieOf = (relation: Relation, kind: KinKind | null): Relation => {
  const supported = kind === 'step_supported' ? stepRelatives[relation.word] : undefined
  return { word: supported ?? relation.word, kind: kind ?? relation.kind }
}

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
