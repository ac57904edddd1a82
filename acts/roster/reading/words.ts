import {
  capacities,
  categories,
  dossierKinds,
  duties,
  levels,
  seats,
  stateKinds,
  teamKinds,
  unitKinds,
} from '../../../policy/index.ts'

/** A closed list of words: what a cell may say, in English or Chinese, and the canonical word it means. */
export interface WordList<W extends string> {
  /** Every accepted spelling, canonical words first. */
  readonly spellings: readonly string[]
  /** Spelling in lower case to canonical word. */
  readonly meaning: ReadonlyMap<string, W>
}

export const listOfWords = <W extends string>(
  pairs: readonly (readonly [spelling: string, word: W])[],
): WordList<W> => ({
  spellings: [...new Set(pairs.map(([spelling]) => spelling))],
  meaning: new Map(pairs.map(([spelling, word]) => [spelling.toLowerCase(), word])),
})

const isKeyOf = <W extends string>(words: Readonly<Record<W, string>>, text: string): text is W =>
  Object.hasOwn(words, text)

const wordList = <W extends string>(
  words: Readonly<Record<W, string>>,
  also: Readonly<Record<string, NoInfer<W>>> = {},
): WordList<W> => {
  const canonical = Object.keys(words).filter((word) => isKeyOf(words, word))
  return listOfWords([
    ...canonical.map((word) => [word, word] as const),
    ...canonical.map((word) => [words[word], word] as const),
    ...Object.entries(also).map(([spelling, word]) => [spelling, word] as const),
  ])
}

/** The canonical word a cell means, or `null` when the list has no such word. */
export const wordOf = <W extends string>(list: WordList<W>, value: string): W | null =>
  list.meaning.get(value.toLowerCase()) ?? null

/** Names and codes of GB/T 12407 beside the everyday names of the levels. */
export const levelWords = wordList(levels, {
  科员级: 'clerk',
  '150': 'clerk',
  副股: 'unit_deputy',
  副股级: 'unit_deputy',
  正股: 'unit_chief',
  正股级: 'unit_chief',
  副科级: 'section_deputy',
  乡科级副职: 'section_deputy',
  '142': 'section_deputy',
  正科级: 'section_chief',
  乡科级正职: 'section_chief',
  '141': 'section_chief',
  副处级: 'division_deputy',
  副县级: 'division_deputy',
  县处级副职: 'division_deputy',
  '132': 'division_deputy',
  正处级: 'division_chief',
  正县级: 'division_chief',
  县处级正职: 'division_chief',
  '131': 'division_chief',
  副厅级: 'bureau_deputy',
  厅局级副职: 'bureau_deputy',
  '122': 'bureau_deputy',
  正厅级: 'bureau_chief',
  厅局级正职: 'bureau_chief',
  '121': 'bureau_chief',
  副部级: 'ministry_deputy',
  省部级副职: 'ministry_deputy',
  '112': 'ministry_deputy',
  正部级: 'ministry_chief',
  省部级正职: 'ministry_chief',
  '111': 'ministry_chief',
  国家级副职: 'state_deputy',
  '102': 'state_deputy',
  国家级正职: 'state_chief',
  '101': 'state_chief',
})

export const capacityWords = wordList(capacities, { 试用: 'probation', 试用期: 'probation', 兼职: 'concurrent' })
export const categoryWords = wordList(categories, { 参照公务员法管理: 'reference', 参公管理: 'reference' })
export const unitKindWords = wordList(unitKinds, {
  监察委员会: 'supervision_commission',
  派驻纪检组: 'dispatched_office',
})
export const teamKindWords = wordList(teamKinds)
export const seatWords = wordList(seats)
export const dutyWords = wordList(duties)
export const stateKindWords = wordList(stateKinds, { 立案: 'case_filed' })
export const dossierKindWords = wordList(dossierKinds)

export const sexWords = wordList({ M: '男', F: '女' }, { '1': 'M', '2': 'F', 男性: 'M', 女性: 'F' })

export const kinKindWords = wordList(
  { birth: '亲生', adoptive: '收养', step_supported: '继亲抚养' },
  {
    血亲: 'birth',
    养: 'adoptive',
    继: 'step_supported',
    有抚养关系的继亲: 'step_supported',
  },
)
export type KinKind = 'birth' | 'adoptive' | 'step_supported'

export const endedByWords = wordList(
  { divorce: '离婚', death: '死亡', annulled: '撤销', dissolved: '解除' },
  { 去世: 'death', 婚姻无效: 'annulled', 解除收养: 'dissolved' },
)
export type EndedBy = 'divorce' | 'death' | 'annulled' | 'dissolved'

/** Values of `people.retirement_limit` (改革前任职年龄界限); `-1` is 已到龄人员. */
export const retirementLimitWords = wordList({
  '50': '50岁',
  '55': '55岁',
  '60': '60岁',
  '63': '63岁',
  '65': '65岁',
  '66': '66岁',
  '-1': '已到龄人员',
})

export const caseStageWords = wordList({ preliminary: '初核', filed: '立案', judicial: '司法' })

/** Kinds of governmental sanction (政务处分法 art. 7, CSL 62 and 64) and of party discipline (党纪处分条例 art. 8). */
export const sanctionWords = listOfWords<string>([
  ...[
    ...['警告', '记过', '记大过', '降级', '撤职', '开除'],
    ...['党内警告', '党内严重警告', '撤销党内职务', '留党察看', '开除党籍'],
  ].map((word) => [word, word] as const),
  ['严重警告', '党内严重警告'],
])

export const appraisalWords = wordList(
  { 优秀: '优秀', 称职: '称职', 基本称职: '基本称职', 不称职: '不称职' },
  { excellent: '优秀', competent: '称职', basically_competent: '基本称职', incompetent: '不称职' },
)

export const yesNoWords = wordList(
  { yes: '是', no: '否' },
  { true: 'yes', false: 'no', y: 'yes', n: 'no', '1': 'yes', '0': 'no', 有: 'yes', 无: 'no' },
)
