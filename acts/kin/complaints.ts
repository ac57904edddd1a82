import type { Bilingual, TieEnd } from '../../policy/index.ts'
import { complaint } from '../roster/problem.ts'
import { endedByWords } from '../roster/reading/words.ts'

export const toSelf = complaint(
  'KIN_TO_SELF',
  { zh: '本人不能是自己的亲属。', en: 'Nobody is their own relative.' },
  { zh: '请填写亲属的编号。', en: 'Give the code of the relative.' },
)

export const noRelative = complaint(
  'REQUIRED_MISSING',
  {
    zh: '未写明亲属：relative 与 relative_name 都为空。',
    en: 'No relative is named: `relative` and `relative_name` are both blank.',
  },
  { zh: '亲属有编号时填 relative，否则填 relative_name。', en: 'Fill in `relative` with a code, or `relative_name`.' },
)

export const ownAncestor = (way: string) =>
  complaint(
    'KIN_CYCLE',
    { zh: `父母子女关系成环：${way}。`, en: `Nobody is their own ancestor: ${way}.` },
    {
      zh: '请核对其中一条的关系：relation 是亲属相对于本人的称谓（父亲、儿子）；环中也可能有已记录的关系。',
      en: 'Correct one of these ties: `relation` is what the relative is to the person (parent, child). Some of them may be on file already.',
    },
  )

export const noOlder = (parent: string, child: string) =>
  complaint(
    'PARENT_NOT_OLDER',
    {
      zh: `父母（生于\`${parent}\`）不早于子女（生于\`${child}\`）出生。`,
      en: `The parent (born \`${parent}\`) was not born before the child (born \`${child}\`).`,
    },
    {
      zh: '请核对两人的出生日期，以及谁是父母、谁是子女。',
      en: 'Check both days of birth, and which of the two is the parent.',
    },
  )

const sameOne = {
  zh: '若与已有的是同一人，请填写其编号；养父母、形成扶养关系的继父母请在 kind 注明。',
  en: 'If it is one of the same, give their code; mark an adoptive or supporting step-parent in `kind`.',
}

export const thirdParent = (child: string, others: readonly string[]) =>
  complaint(
    'THIRD_BIRTH_PARENT',
    {
      zh: `\`${child}\`已有两位亲生父母（${others.map((name) => `\`${name}\``).join('、')}），不能有第三位。`,
      en: `\`${child}\` has two parents by birth already (${others.map((name) => `\`${name}\``).join(', ')}); nobody has a third.`,
    },
    sameOne,
  )

export const parentsAlike = (child: string, other: string, father: boolean) =>
  complaint(
    'TWO_BIRTH_PARENTS_OF_ONE_SEX',
    {
      zh: `\`${child}\`的亲生${father ? '父亲' : '母亲'}已是\`${other}\`，不能有两位。`,
      en: `\`${child}\` has a ${father ? 'father' : 'mother'} by birth already, \`${other}\`; nobody has two.`,
    },
    sameOne,
  )

export const twoSpouses = (person: string, other: string, days: Bilingual) =>
  complaint(
    'TWO_SPOUSES',
    {
      zh: `\`${person}\`在其中一些日子已与\`${other}\`有婚姻关系（${days.zh}），一人不能同时有两位配偶。`,
      en: `\`${person}\` is married to \`${other}\` on some of these days (${days.en}); nobody has two spouses at once.`,
    },
    {
      zh: '前一段婚姻结束的，请写明其 to 和 ended_by；若是同一人，请填写其编号；未经核实的，verified 填 no。',
      en: 'End the earlier marriage with `to` and `ended_by`; if it is the same spouse, give their code; if it is hearsay, set `verified` to no.',
    },
  )

export const tieTwice = (days: Bilingual) =>
  complaint(
    'SAME_TIE_TWICE',
    {
      zh: `同一亲属关系已有记录（${days.zh}），两者日期重叠。`,
      en: `The same tie is stated already (${days.en}), and the two overlap.`,
    },
    {
      zh: '一段关系只写一条：日期有误的请更正原有的一条；离婚后复婚的，请写明前一段的 to。',
      en: 'State one tie once: correct the days of the one that is there; of a couple who married again, end the first marriage.',
    },
  )

const sexNamed = { M: { zh: '男性', en: 'a man' }, F: { zh: '女性', en: 'a woman' } } as const

export const wrongSex = (spelling: string, who: string, of: 'relative' | 'person', needs: 'M' | 'F') => {
  const other = needs === 'M' ? 'F' : 'M'
  const whose = of === 'relative' ? { zh: '亲属', en: 'the relative' } : { zh: '本人', en: 'the person' }
  return complaint(
    'WRONG_SEX_FOR_RELATION',
    {
      zh: `称谓\`${spelling}\`要求${whose.zh}为${sexNamed[needs].zh}，而\`${who}\`登记为${sexNamed[other].zh}。`,
      en: `\`${spelling}\` says that ${whose.en} is ${sexNamed[needs].en}; \`${who}\` is on file as ${sexNamed[other].en}.`,
    },
    {
      zh: 'relation 是亲属相对于本人的称谓；请核对称谓、亲属编号和性别。',
      en: '`relation` is what the relative is to the person; check the word, the code and the sex.',
    },
  )
}

export const endMisplaced = (end: TieEnd, ends: readonly TieEnd[]) => {
  const list = (of: (end: TieEnd) => string, joint: string) => ends.map((word) => `\`${of(word)}\``).join(joint)
  return complaint(
    'END_MISPLACED',
    {
      zh: `这种亲属关系不会因\`${inChinese(end)}\`而终止。`,
      en: `A tie of this kind does not end by \`${end}\`.`,
    },
    {
      zh: `可用：${list(inChinese, '、')}；解除收养的，kind 须为 adoptive。`,
      en: `Use ${list((word) => word, ', ')}; where an adoption was dissolved, \`kind\` is adoptive.`,
    },
  )
}

const inChinese = (end: TieEnd): string =>
  endedByWords.spellings.find((word) => /\p{Script=Han}/u.test(word) && endedByWords.meaning.get(word) === end) ?? end

export const endWithoutDay = complaint(
  'REQUIRED_MISSING',
  {
    zh: '写明了终止原因，但终止日期为空，即“至今”。',
    en: '`ended_by` says that the tie has ended, and a blank `to` that it has not.',
  },
  { zh: '请填写 to；日期不详写 ?。', en: 'Fill in `to`; write ? when the day is not known.' },
)
