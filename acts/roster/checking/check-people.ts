import { rootOf } from '../../../db/divisions.ts'
import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import type { Draft } from '../reading/draft.ts'
import { readStatedDay, type StatedDay } from '../reading/stated-day.ts'
import { isDivision } from './division-book.ts'
import type { Someone } from './entity.ts'
import type { Inquiry } from './inquiry.ts'
import type { AssignmentRow, PeopleRows, PersonRow } from './rows.ts'
import { stretchOf, surelyMeet } from './stretch.ts'

const beforeBirth = (birth: string) =>
  complaint(
    'JOINED_BEFORE_BIRTH',
    { zh: `早于本人出生日期\`${birth}\`。`, en: `This is before the person was born (\`${birth}\`).` },
    { zh: '请核对出生日期和任职日期。', en: 'Check the day of birth and the day of joining.' },
  )

const diedBeforeBirth = (birth: string) =>
  complaint(
    'REVERSED_DATES',
    { zh: `去世日期早于出生日期\`${birth}\`。`, en: `The day of death is before the day of birth (\`${birth}\`).` },
    { zh: '请核对两个日期。', en: 'Check both days.' },
  )

const afterDeath = (died: string) =>
  complaint(
    'AFTER_DEATH',
    { zh: `晚于本人去世日期\`${died}\`。`, en: `This is after the person died (\`${died}\`).` },
    { zh: '请核对去世日期和任职日期。', en: 'Check the day of death and the day of joining.' },
  )

/** Surely earlier: even its last possible day comes before the first of the other, or is it. */
const surelyBefore = (a: StatedDay, b: StatedDay) => a.hi < b.lo

/** Birth, work, posts and death come in this order. */
export const checkLives = ({ people, assignments }: PeopleRows, inquiry: Inquiry): void => {
  const rows = new Map(people.map((row) => [row.self.id, row]))
  for (const { draft } of people) checkLife(draft, inquiry)
  for (const { draft, person } of assignments) {
    const life = lifeOf(person, rows.get(person.id))
    const { from } = draft.values
    if (from === null) continue
    if (life.birth !== null && surelyBefore(from, life.birth)) inquiry.say(draft, 'from', beforeBirth(life.birth.text))
    if (life.died !== null && surelyBefore(life.died, from)) inquiry.say(draft, 'from', afterDeath(life.died.text))
  }
}

interface Life {
  readonly birth: StatedDay | null
  readonly died: StatedDay | null
}

/** As their row in the file says; of someone without one, as it is stored. */
export const lifeOf = ({ stored }: Someone, row: PersonRow | undefined): Life => {
  if (row !== undefined) return row.draft.values
  const birth = stored?.birth == null ? null : readStatedDay(stored.birth)
  return { birth: birth === null || 'wrong' in birth ? null : birth, died: null }
}

const limitDerived = complaint(
  'LIMIT_DERIVED',
  { zh: '“已到龄人员”未写明界限年龄。', en: '`-1` (已到龄人员) names no age.' },
  {
    zh: '已按性别、类别和层次推算；如有界限年龄请填 50、55、60、63、65 或 66。',
    en: 'The limit is derived from sex, category and level; state 50, 55, 60, 63, 65 or 66 if there is one.',
  },
)

const checkLife = (draft: Draft<'people'>, inquiry: Inquiry) => {
  const { birth, died, work_start, retirement_limit } = draft.values
  if (retirement_limit === '-1') inquiry.warn(draft, 'retirement_limit', limitDerived)
  if (birth === null) return
  if (died !== null && surelyBefore(died, birth)) inquiry.say(draft, 'died', diedBeforeBirth(birth.text))
  if (work_start !== null && surelyBefore(work_start, birth)) inquiry.say(draft, 'work_start', beforeBirth(birth.text))
}

const samePost = (code: string, other: Draft<'assignments'>) =>
  complaint(
    'SAME_POST_TWICE',
    {
      zh: `同一人在职位\`${code}\`上与第 ${other.row} 行（${other.values.from?.text} – ${other.values.to?.text ?? '至今'}）的任职日期重叠。`,
      en: `The same person already holds \`${code}\` on some of these days (row ${other.row}: ${other.values.from?.text} – ${other.values.to?.text ?? 'still'}).`,
    },
    {
      zh: '请合并两行，或让前一行在后一行开始之日终止。',
      en: 'Merge the rows, or let the earlier one end on the day the later one begins.',
    },
  )

/** Nobody surely holds one post twice on the same day; two stays that both go on do, whenever they began. */
export const checkCareers = ({ assignments }: PeopleRows, inquiry: Inquiry): void => {
  const usable = assignments.filter(({ draft }) => !draft.bad.has('from') && !draft.bad.has('to'))
  for (const career of grouped(usable, ({ person }) => person.id).values()) {
    const holdings = grouped(career, ({ post }) => post.id)
    for (const rows of holdings.values()) if (rows.length > 1) checkHolding(rows, inquiry)
  }
}

const checkHolding = (rows: readonly AssignmentRow[], inquiry: Inquiry) => {
  const stays = rows.map(({ draft, post }) => ({ draft, post, days: stretchOf(draft.values.from, draft.values.to) }))
  stays.forEach((stay, index) => {
    const goesOn = stay.draft.values.to === null
    const before = stays
      .slice(0, index)
      .find(({ days, draft }) => (goesOn && draft.values.to === null) || surelyMeet(days, stay.days))
    if (before !== undefined) inquiry.say(stay.draft, 'from', samePost(stay.post.code, before.draft))
  })
}

const transferNeeded = (stored: string, stated: string) =>
  complaint(
    'TRANSFER_NEEDED',
    {
      zh: `该人员档案现由\`${stored}\`管理，\`${stated}\`属于另一省份，名册不能跨省移转档案。`,
      en: `The file lies with \`${stored}\`; \`${stated}\` is in another province, and a roster cannot move a file there.`,
    },
    { zh: '请办理档案移转，或改回原管理权限。', en: 'Transfer the file first, or state the present authority.' },
  )

/** A file changes province only by a transfer. */
export const checkTransfers = (people: readonly PersonRow[], inquiry: Inquiry): void => {
  for (const { draft, self } of people) {
    const { authority } = draft.values
    if (authority === null || !isDivision(authority) || self.stored === null) continue
    if (rootOf(authority) === self.stored.root) continue
    inquiry.say(draft, 'authority', transferNeeded(self.stored.authority, authority))
  }
}
