import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import { type Draft, readable } from '../reading/draft.ts'
import type { Inquiry } from './inquiry.ts'
import type { TermRow } from './rows.ts'
import { earlierFirst, stretchOf, surelyMeet } from './stretch.ts'

const numberTwice = (number: number, row: number) =>
  complaint(
    'TERM_NUMBER_TWICE',
    {
      zh: `该班子的第 ${number} 届已在第 ${row} 行出现。`,
      en: `Term ${number} of this team already stands in row ${row}.`,
    },
    { zh: '一届一行，请核对届次。', en: 'One row per term; check the number.' },
  )

const outOfOrder = (number: number, earlier: Draft<'terms'>) =>
  complaint(
    'TERM_ORDER',
    {
      zh: `第 ${number} 届的日期早于第 ${earlier.values.number ?? '?'} 届（第 ${earlier.row} 行）或与其重叠。`,
      en: `Term ${number} begins before, or overlaps, term ${earlier.values.number ?? '?'} (row ${earlier.row}).`,
    },
    { zh: '届次须与时间先后一致，且互不重叠。', en: 'Terms follow one another in the order of their numbers.' },
  )

const assumedDay = complaint(
  'DAY_ASSUMED',
  { zh: '届期须精确到日，此处只写到月或年。', en: 'A term begins and ends on a day; only a month or year is given.' },
  { zh: '已按该时段的第一天计；如有确切日期请补填。', en: 'Its first day was taken; state the day if it is known.' },
)

const unknownDay = complaint(
  'BAD_DATE',
  { zh: '届期的起止日期不能为不详。', en: 'The days of a term cannot be unknown.' },
  {
    zh: '请填写至少到年的日期；尚未届满的终止日期留空。',
    en: 'Give at least the year; leave `to` blank while the term runs.',
  },
)

/** Terms of a team follow one another, each number once, each on stated days. */
export const checkTerms = (terms: readonly TermRow[], inquiry: Inquiry): void => {
  for (const { draft } of terms) {
    for (const column of ['from', 'to'] as const) {
      const day = draft.values[column]
      if (day === null || day.text.length === 10) continue
      if (day.text === '?') inquiry.say(draft, column, unknownDay)
      else inquiry.warn(draft, column, assumedDay)
    }
  }
  for (const own of grouped(terms, ({ team }) => team.id).values()) checkTeam(own, inquiry)
}

const checkTeam = (terms: readonly TermRow[], inquiry: Inquiry) => {
  const numbered = grouped(terms, ({ draft }) => draft.values.number)
  for (const [number, [first, ...again]] of numbered) {
    if (number === null || first === undefined) continue
    for (const { draft } of again) inquiry.say(draft, 'number', numberTwice(number, first.draft.row))
  }
  const inTime = terms
    .filter(({ draft }) => readable(draft, 'from', 'to', 'number'))
    .map(({ draft }) => ({
      draft,
      number: draft.values.number ?? 0,
      days: stretchOf(draft.values.from, draft.values.to),
    }))
    .sort((a, b) => a.number - b.number)
  inTime.forEach((term, index) => {
    const before = inTime[index - 1]
    if (before === undefined || before.number === term.number) return
    if (earlierFirst(before.days, term.days) <= 0 && !surelyMeet(before.days, term.days)) return
    inquiry.say(term.draft, 'from', outOfOrder(term.number, before.draft))
  })
}
