import { dayText } from '../../../policy/index.ts'
import { complaint } from '../problem.ts'
import { readable, type WrittenRow } from '../reading/draft.ts'
import { type Step, wayBack } from './circle.ts'
import type { Inquiry } from './inquiry.ts'
import type { OrgView } from './org-view.ts'
import type { OrgRows } from './rows.ts'
import type { PostFacts } from './stored-org.ts'
import { stretchOf } from './stretch.ts'

/** Codes for the sentences: a way through the organisation is told by the codes people know. */
type Names = (id: string) => string

const namesOf = (org: OrgRows): Names => {
  const names = new Map<string, string>()
  for (const { self, parent } of org.units) for (const e of [self, parent]) if (e !== null) names.set(e.id, e.code)
  for (const { self, reportsTo, succeeds } of org.posts) {
    for (const e of [self, reportsTo, ...succeeds]) if (e !== null) names.set(e.id, e.code)
  }
  for (const { succeeds } of org.units) for (const e of succeeds) names.set(e.id, e.code)
  return (id) => names.get(id) ?? '…'
}

const told = (way: readonly string[], names: Names) => way.map((id) => `\`${names(id)}\``).join(' → ')

const containsItself = (way: string) =>
  complaint(
    'UNIT_CONTAINS_ITSELF',
    { zh: `单位不能隶属于自身：${way}。`, en: `A unit may not contain itself: ${way}.` },
    {
      zh: '请改正其中一行的上级单位；最上一级留空。',
      en: 'Correct the parent of one of them; the topmost one has none.',
    },
  )

const reportsInCircle = (way: string) =>
  complaint(
    'REPORTS_TO_CYCLE',
    { zh: `上下级关系成环：${way}。`, en: `The posts report to each other in a circle: ${way}.` },
    {
      zh: '请改正其中一行的直接上级；留空即为本单位正职（正职为上级单位正职）。',
      en: 'Correct one of them; left blank, it is the chief of the unit, and for a chief the chief of the parent unit.',
    },
  )

/** Who leads from then on is told by nothing: whether relatives are under whoever took over stays open. */
const superiorEnds = (post: string, end: string) =>
  complaint(
    'SUPERIOR_ENDS',
    {
      zh: `直接上级职位\`${post}\`自 ${end} 起已不存在，此后由谁直接领导不明，亲属回避无从认定。`,
      en: `The superior \`${post}\` is no more from ${end} on: who leads since then is not stated, and whether relatives serve under them stays undetermined.`,
    },
    {
      zh: '请把本行止于该日，另起一行写明此后的直接上级（职位更名的填新职位）；留空即为本单位正职。',
      en: 'End this row on that day and write another with the superior since then (of a renamed post the new one); left blank, it is the chief of the unit.',
    },
  )

const succeedsItself = (way: string) =>
  complaint(
    'SUCCESSION_CYCLE',
    { zh: `承继关系成环：${way}。`, en: `The succession runs in a circle: ${way}.` },
    {
      zh: '后者承继前者，不能反过来；请核对方向。',
      en: 'The later one succeeds the earlier one, never the reverse; check the direction.',
    },
  )

/** Units that contain themselves, posts that report to themselves, successions without a beginning. */
export const checkOrg = (org: OrgRows, view: OrgView, inquiry: Inquiry): void => {
  const names = namesOf(org)
  checkUnits(org, view, inquiry, names)
  checkReports(org, view, inquiry, names)
  checkSuccessions(org, view, inquiry, names)
}

const checkUnits = (org: OrgRows, view: OrgView, inquiry: Inquiry, names: Names) => {
  const steps = (unit: string): Step[] =>
    (view.units.get(unit) ?? []).flatMap(({ parent, days }) => (parent === null ? [] : [{ to: parent, days }]))
  for (const { draft, self, parent } of org.units) {
    if (parent === null || !readable(draft, 'from', 'to')) continue
    const days = stretchOf(draft.values.from, draft.values.to)
    const way = wayBack(self.id, { to: parent.id, days }, steps)
    if (way !== null) inquiry.say(draft, 'parent', containsItself(told([self.id, ...way], names)))
  }
}

/** The superior of a version: the one stated, else the only chief of the unit, and for a chief the chief of the parent unit. */
const superiors = (view: OrgView): ((post: string) => readonly Step[]) => {
  const chiefs = new Map<string, Set<string>>()
  for (const versions of view.posts.values()) {
    for (const { post, unit, seats } of versions) {
      if (!seats.includes('chief')) continue
      chiefs.set(unit, (chiefs.get(unit) ?? new Set()).add(post))
    }
  }
  const onlyChief = (unit: string | null): string | null => {
    const found = unit === null ? undefined : chiefs.get(unit)
    return found?.size === 1 ? ([...found][0] ?? null) : null
  }
  const implied = ({ unit, seats }: PostFacts): readonly (string | null)[] =>
    seats.includes('chief') ? (view.units.get(unit) ?? []).map(({ parent }) => onlyChief(parent)) : [onlyChief(unit)]
  return (post) =>
    (view.posts.get(post) ?? []).flatMap((version) =>
      (version.reportsTo === null ? implied(version) : [version.reportsTo]).flatMap((to) =>
        to === null || to === post ? [] : [{ to, days: version.days }],
      ),
    )
}

const checkReports = (org: OrgRows, view: OrgView, inquiry: Inquiry, names: Names) => {
  const steps = superiors(view)
  for (const { draft, self, reportsTo } of org.posts) {
    if (reportsTo === null || !readable(draft, 'from', 'to')) continue
    const days = stretchOf(draft.values.from, draft.values.to)
    const way = wayBack(self.id, { to: reportsTo.id, days }, steps)
    if (way !== null) inquiry.say(draft, 'reports_to', reportsInCircle(told([self.id, ...way], names)))
    const ends = (view.posts.get(reportsTo.id) ?? []).map(({ days: { to } }) => to.hi)
    if (ends.length > 0 && Math.max(...ends) < days.to.lo)
      inquiry.warn(draft, 'reports_to', superiorEnds(reportsTo.code, dayText(Math.max(...ends))))
  }
}

const checkSuccessions = (org: OrgRows, view: OrgView, inquiry: Inquiry, names: Names) => {
  const steps = (later: string): Step[] =>
    (view.successions.get(later) ?? []).map(({ earlier }) => ({ to: earlier, days: null }))
  const check = (draft: WrittenRow, self: string, earlier: readonly { readonly id: string }[]) => {
    for (const { id } of earlier) {
      const way = wayBack(self, { to: id, days: null }, steps)
      if (way !== null) inquiry.say(draft, 'succeeds', succeedsItself(told([self, ...way], names)))
    }
  }
  for (const { draft, self, succeeds } of org.units) check(draft, self.id, succeeds)
  for (const { draft, self, succeeds } of org.posts) check(draft, self.id, succeeds)
}
