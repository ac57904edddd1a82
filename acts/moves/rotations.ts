import {
  type Day,
  explainJudged,
  type Finding,
  type Judge,
  type Judged,
  judged,
  type PersonFacts,
} from '../../policy/index.ts'
import { type Draft, type Drafts, dayOrNull, type Standing, standings } from './draft.ts'
import type { Plan } from './plan.ts'
import type { Laid, Scene } from './scene.ts'

/** Duties of the movers that the plan brings about, and those it settles. */
export const rotationChanges = ({ plan, people }: Scene, judge: Judge): Drafts => {
  const movers = plan.movers.map(({ person }) => ({ laid: people.get(person.id), days: daysOf(plan, person.id) }))
  const changes = movers.map(({ laid, days }) => (laid === undefined ? nothing : changesOf(laid, days, judge)))
  return { begins: changes.flatMap(({ begins }) => begins), ends: changes.flatMap(({ ends }) => ends) }
}

const nothing: Drafts = { begins: [], ends: [] }

const daysOf = ({ moves }: Plan, person: string): readonly Day[] => [
  ...new Set(moves.filter((move) => move.person.id === person).map(({ on }) => on)),
]

const changesOf = ({ before, after }: Laid, days: readonly Day[], judge: Judge): Drafts => {
  const [was, is] = [judge.findings(before), judge.findings(after)]
  const [reasonsBefore, reasonsAfter] = [reasonsOf(judge, before), reasonsOf(judge, after)]
  const begins = new Map<string, Draft>()
  const ends = new Map<string, Draft>()
  for (const on of days) {
    const [standing, standsThen] = [standingOn(was, on), standingOn(is, on)]
    for (const [id, { finding, status }] of standsThen) {
      const former = standing.get(id)
      if (standings[status] > standings[former?.status ?? 'none'] && !begins.has(id))
        begins.set(id, draftOf(finding, status, { person: after, reasons: reasonsAfter, on, ends: false }))
    }
    for (const [id, { finding, status }] of standing) {
      const still = standsThen.get(id)?.status ?? 'none'
      const lost = status === 'ACTIVE' && still === 'none' ? 'ACTIVE' : 'UNDETERMINED'
      if (standings[still] < standings[status] && !ends.has(id))
        ends.set(id, draftOf(finding, lost, { person: before, reasons: reasonsBefore, on, ends: true }))
    }
  }
  return { begins: [...begins.values()], ends: [...ends.values()] }
}

interface Stands {
  readonly finding: Finding
  readonly status: Standing
}

/** Findings that bind, or may, on the day; one that a stricter rule says again is shown with that one. */
const standingOn = (findings: readonly Finding[], on: Day): ReadonlyMap<string, Stands> =>
  new Map(
    findings.flatMap((finding): [string, Stands][] => {
      const span = finding.spans.find(({ from, to }) => from <= on && on < to)
      if (span === undefined || span.shownWith !== null) return []
      return span.status === 'ACTIVE' || span.status === 'UNDETERMINED'
        ? [[finding.id, { finding, status: span.status }]]
        : []
    }),
  )

type Reasons = () => ReadonlyMap<string, Judged>

/** What the findings of a person are explained by: worked out once, and only where something is told. */
const reasonsOf = (judge: Judge, person: PersonFacts): Reasons => {
  let known: ReadonlyMap<string, Judged> | null = null
  return () => {
    known ??= new Map(judged(judge, person).map((found) => [found.finding.id, found]))
    return known
  }
}

interface Seen {
  readonly person: PersonFacts
  readonly reasons: Reasons
  readonly on: Day
  readonly ends: boolean
}

const draftOf = (finding: Finding, status: Standing, { person, reasons, on, ends }: Seen): Draft => ({
  kind: 'rotation',
  rule: finding.rule,
  catalogueId: finding.catalogueId,
  effect: finding.effect,
  digest: finding.digest,
  status,
  since: dayOrNull(finding.from),
  until: ends ? on : dayOrNull(finding.to),
  veiled: null,
  tell: (words) => ({
    subject: `${words.person(person.id)}${words.language === 'zh' ? '：' : ': '}${words.title(finding)}`,
    subjects: words.subjects([person.id]),
    explain: () => {
      const found = reasons().get(finding.id)
      return found === undefined ? '' : explainJudged(found, on, words.language, words).text
    },
  }),
})
