import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import { type Draft, type Drafts, readable, type WrittenRow } from '../reading/draft.ts'
import type { StatedDay } from '../reading/stated-day.ts'
import type { Inquiry } from './inquiry.ts'
import type { FileRow, OrgRows } from './rows.ts'
import { earlierFirst, stretchOf, surelyMeet } from './stretch.ts'

type Dated = 'units' | 'teams' | 'terms' | 'posts' | 'authorities' | 'assignments' | 'states' | 'kin'
const dated: readonly Dated[] = ['units', 'teams', 'terms', 'posts', 'authorities', 'assignments', 'states', 'kin']

interface Dates {
  readonly from: StatedDay | null
  readonly to: StatedDay | null
}

const reversed = (from: string, to: string) =>
  complaint(
    'REVERSED_DATES',
    {
      zh: `终止日期\`${to}\`不晚于起始日期\`${from}\`，其间没有一天。`,
      en: `\`to\` (\`${to}\`) is not after \`from\` (\`${from}\`): there is no day between them.`,
    },
    {
      zh: '终止日期是不再如此的第一天，须晚于起始日期；请核对两个日期是否填反。',
      en: '`to` is the first day it is no longer so and must come after `from`; check whether the two were swapped.',
    },
  )

const onlyDays = (taken: 'first' | 'last') =>
  complaint(
    'DAY_ASSUMED',
    { zh: '此处须精确到日，只写到月或年。', en: 'This is a plain day; only a month or year is given.' },
    taken === 'first'
      ? {
          zh: '已按该时段的第一天计；如有确切日期请补填。',
          en: 'Its first day was taken; state the day if it is known.',
        }
      : {
          zh: '已按该时段的最后一天计；如有确切日期请补填。',
          en: 'Its last day was taken; state the day if it is known.',
        },
  )

const isVague = (day: StatedDay | null): boolean => day !== null && day.text.length < 10 && day.text !== '?'

/** Every row with two dates: the end must come after the start. */
export const checkDays = (drafts: Drafts, inquiry: Inquiry): void => {
  for (const sheet of dated) {
    for (const draft of drafts[sheet]) {
      const { from, to }: Dates = draft.values
      if (from === null || to === null || to.hi > from.lo) continue
      inquiry.say(draft, 'to', reversed(from.text, to.text))
    }
  }
  for (const draft of drafts.assignments) {
    if (isVague(draft.values.decided_on)) inquiry.warn(draft, 'decided_on', onlyDays('first'))
  }
  for (const draft of drafts.dossier) {
    const { on, until } = draft.values
    if (isVague(until)) inquiry.warn(draft, 'until', onlyDays('last'))
    if (on !== null && until !== null && until.hi < on.lo) inquiry.say(draft, 'until', reversed(on.text, until.text))
  }
}

const datesOf = ({ from, to }: Dates): string => `${from?.text ?? '…'} – ${to?.text ?? '…'}`

const duplicateCode = (code: string, first: WrittenRow) =>
  complaint(
    'DUPLICATE_CODE',
    {
      zh: `编号\`${code}\`已在第 ${first.row} 行出现，且两行都未写日期。`,
      en: `The code \`${code}\` already stands in row ${first.row}, and neither row has dates.`,
    },
    {
      zh: '如是同一对象的先后情况，请用起止日期分开；如是另一对象，请换编号。',
      en: 'If both rows tell how it changed, part them by `from` and `to`; if it is another one, give it another code.',
    },
  )

const overlapping = (code: string, other: WrittenRow, dates: Dates) =>
  complaint(
    'OVERLAPPING_DATES',
    {
      zh: `\`${code}\`与第 ${other.row} 行（${datesOf(dates)}）的日期重叠。`,
      en: `The days of \`${code}\` overlap those of row ${other.row} (${datesOf(dates)}).`,
    },
    {
      zh: '同一编号的各行日期不能重叠；前一行的终止日期应等于后一行的起始日期。',
      en: 'Rows of one code must not share a day; let the earlier row end where the later one begins.',
    },
  )

interface Version {
  readonly draft: Draft<'units'> | Draft<'teams'> | Draft<'posts'>
  readonly self: { readonly id: string; readonly code: string }
}

/** Several rows of one code tell how it changed: their days must be disjoint. */
export const checkVersions = (org: OrgRows, inquiry: Inquiry): void => {
  for (const rows of [org.units, org.teams, org.posts]) {
    for (const versions of grouped<Version, string>(rows, ({ self }) => self.id).values()) {
      if (versions.length > 1) checkDisjoint(versions, inquiry)
    }
  }
}

const checkDisjoint = (versions: readonly Version[], inquiry: Inquiry) => {
  const inTime = versions
    .filter(({ draft }) => readable(draft, 'from', 'to'))
    .map((version) => ({ ...version, days: stretchOf(version.draft.values.from, version.draft.values.to) }))
    .sort((a, b) => earlierFirst(a.days, b.days) || a.draft.row - b.draft.row)
  inTime.forEach((version, index) => {
    const before = inTime.slice(0, index).findLast(({ days }) => surelyMeet(days, version.days))
    if (before === undefined) return
    const [first, second] = before.draft.row < version.draft.row ? [before, version] : [version, before]
    const { from, to }: Dates = second.draft.values
    const undated = from === null && to === null
    const wrong = undated
      ? duplicateCode(version.self.code, first.draft)
      : overlapping(version.self.code, first.draft, first.draft.values)
    inquiry.say(second.draft, undated ? 'code' : 'from', wrong)
  })
}

/** A person is managed by one jurisdiction at a time. */
export const checkAuthorities = (rows: readonly FileRow<'authorities'>[], inquiry: Inquiry): void => {
  for (const own of grouped(rows, ({ person }) => person.id).values()) {
    const inTime = own
      .filter(({ draft }) => readable(draft, 'from', 'to', 'jurisdiction'))
      .map((row) => ({ ...row, days: stretchOf(row.draft.values.from, row.draft.values.to) }))
      .sort((a, b) => earlierFirst(a.days, b.days))
    inTime.forEach((row, index) => {
      const before = inTime.slice(0, index).findLast(({ days }) => surelyMeet(days, row.days))
      if (before === undefined) return
      inquiry.say(row.draft, 'from', overlapping(row.person.code, before.draft, before.draft.values))
    })
  }
}
