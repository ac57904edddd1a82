import { grouped } from '../grouped.ts'
import { complaint } from '../problem.ts'
import { type Draft, readable } from '../reading/draft.ts'
import { lifeOf } from './check-people.ts'
import { type Step, wayBack } from './circle.ts'
import type { Someone } from './entity.ts'
import type { Inquiry } from './inquiry.ts'
import type { KinRow, PeopleRows } from './rows.ts'

const toSelf = complaint(
  'KIN_TO_SELF',
  { zh: '本人不能是自己的亲属。', en: 'Nobody is their own relative.' },
  { zh: '请填写亲属的编号。', en: 'Give the code of the relative.' },
)

const noRelative = complaint(
  'REQUIRED_MISSING',
  {
    zh: '未写明亲属：relative 与 relative_name 都为空。',
    en: 'No relative is named: `relative` and `relative_name` are both blank.',
  },
  { zh: '亲属有编号时填 relative，否则填 relative_name。', en: 'Fill in `relative` with a code, or `relative_name`.' },
)

const ownAncestor = (way: string) =>
  complaint(
    'KIN_CYCLE',
    { zh: `父母子女关系成环：${way}。`, en: `Nobody is their own ancestor: ${way}.` },
    {
      zh: '请核对其中一行的关系：relation 是亲属相对于本人的称谓（父亲、儿子）。',
      en: 'Correct one of these rows: `relation` is what the relative is to the person (parent, child).',
    },
  )

const noOlder = (parent: string, child: string) =>
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

/** A tie of parent and child, whichever of them declares it. */
interface Descent {
  readonly draft: Draft<'kin'>
  readonly child: Someone
  readonly parent: Someone
}

const descentOf = ({ draft, person, relative }: KinRow): readonly Descent[] => {
  const word = draft.values.relation?.word
  if (relative === null || relative.id === person.id) return []
  if (word === 'parent') return [{ draft, child: person, parent: relative }]
  return word === 'child' ? [{ draft, child: relative, parent: person }] : []
}

/** Each tie names someone else; nobody descends from themselves, or from someone no older. */
export const checkKin = (drafts: readonly Draft<'kin'>[], { kin, people }: PeopleRows, inquiry: Inquiry): void => {
  for (const draft of drafts) {
    const { relative, relative_name } = draft.values
    if (relative === null && relative_name === null && readable(draft, 'relative'))
      inquiry.say(draft, 'relative', noRelative)
  }
  for (const { draft, person, relative } of kin) {
    if (relative?.id === person.id) inquiry.say(draft, 'relative', toSelf)
  }
  const descents = kin.flatMap(descentOf)
  checkAncestors(descents, inquiry)
  checkBirths(descents, people, inquiry)
}

const checkAncestors = (descents: readonly Descent[], inquiry: Inquiry) => {
  const codes = new Map(descents.flatMap(({ child, parent }) => [child, parent]).map(({ id, code }) => [id, code]))
  const parents = grouped(descents, ({ child }) => child.id)
  const stepTo = ({ parent }: Descent): Step => ({ to: parent.id, days: null })
  for (const descent of descents) {
    const { draft, child } = descent
    const way = wayBack(child.id, stepTo(descent), (id) => (parents.get(id) ?? []).map(stepTo))
    const told = way === null ? [] : [child.id, ...way].map((id) => `\`${codes.get(id) ?? '…'}\``)
    if (way !== null) inquiry.say(draft, 'relative', ownAncestor(told.join(' → ')))
  }
}

const checkBirths = (descents: readonly Descent[], people: PeopleRows['people'], inquiry: Inquiry) => {
  const rows = new Map(people.map((row) => [row.self.id, row]))
  for (const { draft, child, parent } of descents) {
    const [older, younger] = [parent, child].map((someone) => lifeOf(someone, rows.get(someone.id)).birth)
    if (older == null || younger == null || younger.text === '?' || older.text === '?') continue
    if (older.lo >= younger.hi) inquiry.say(draft, 'relative', noOlder(older.text, younger.text))
  }
}
