import { type ExplainedPerson, explainPerson } from '../acts/explain.ts'
import { AmbiguousCodeProblem, NotFoundProblem } from '../acts/problem.ts'
import { type PersonRow, peopleByCode } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import { type DayText, day as dayNumber, dayText, effectOrder, type Language } from '../policy/index.ts'
import { reading } from './database.ts'
import { checkedDay, dayAsked } from './day.ts'
import { governing, noPolicy } from './governing.ts'
import { checkedInstant } from './instant.ts'
import { type EarlierMoments, recordedLater } from './recorded-later.ts'
import { say } from './say.ts'
import { type RuleTitle, ruleTitles } from './titles.ts'
import { statusIn } from './words.ts'

interface Options {
  readonly at?: string
  readonly on?: string
  readonly knownAt?: string
  readonly policyAt?: string
  readonly english?: boolean
  readonly all?: boolean
}

const words = {
  zh: {
    none: '当日没有任何规则要求其交流、调整或退休。',
    settle: '待核实：',
    later: '尚未到期：',
    never: (count: number) => `另有 ${count} 条规则，事实不变则不会到期（--all 列出）。`,
  },
  en: {
    none: 'No rule asks for a move, an adjustment or retirement on this day.',
    settle: 'To be settled: ',
    later: 'Not yet due:',
    never: (count: number) => `${count} more rules will not become due while the facts stay (--all lists them).`,
  },
} as const

/** `cadre explain`: the reason behind everything that binds a person on a day, and when the rest would. */
export const explain = async (code: string, options: Options): Promise<void> => {
  const { at, on, english = false, all = false } = options
  const moments = momentsOf(options)
  const policyAt = moments.policy?.policyAt ?? moments.knownAt
  const asked = on === undefined ? undefined : checkedDay(on)
  const language = english ? 'en' : 'zh'
  const lines = await reading(async (tx) => {
    const person = await personOf(tx, code, at ?? null)
    const day = await dayAsked(tx, asked)
    const [explained, titles, policies] = await Promise.all([
      explainPerson(tx, person, { on: dayNumber(day), language, ...moments }),
      ruleTitles(tx, language, policyAt),
      governing(tx, person.authority, day, policyAt),
    ])
    const none = policies.length === 0 ? noPolicy[language] : words[language].none
    const said = [heading(person, day), ...reasons(explained, titles, { language, all, none })]
    if (policyAt === null) return said
    const both = new Map([...titles, ...(await ruleTitles(tx, language))])
    return [...said, ...(await recordedLater(tx, person, moments, { on: day, language, titles: both }))]
  })
  say(lines.join('\n'))
}

/** What was known, and installed, by the moments asked for. */
const momentsOf = ({ knownAt, policyAt }: Options): EarlierMoments => ({
  knownAt: knownAt === undefined ? null : checkedInstant(knownAt),
  ...(policyAt !== undefined && { policy: { policyAt: checkedInstant(policyAt), shadow: null } }),
})

const personOf = async (tx: Tx, code: string, at: string | null): Promise<PersonRow> => {
  const found = await peopleByCode(tx, code, at)
  const [first, second] = found
  if (first === undefined) throw new NotFoundProblem(['person'], code, { zh: '人员', en: 'person' })
  if (second === undefined) return first
  const authorities = found.map(({ authority }) => authority)
  throw new AmbiguousCodeProblem(['person'], code, authorities)
}

const heading = ({ name, code, authority }: PersonRow, on: DayText) => `${name}（${code ?? ''}，${authority}）${on}`

interface Wording {
  readonly language: Language
  readonly all: boolean
  /** What is said when nothing is found. */
  readonly none: string
}

const reasons = (
  explained: ExplainedPerson | null,
  titles: ReadonlyMap<string, RuleTitle>,
  { language, all, none }: Wording,
): string[] => {
  const { findings = [], notYet = [] } = explained ?? {}
  const strictest = [...findings].sort((a, b) => rank(a.finding) - rank(b.finding))
  const shown = notYet.filter(({ firstDay }) => all || firstDay !== null)
  const hidden = notYet.length - shown.length
  const later = shown.map(({ rule, firstDay, because }) => {
    const day = firstDay === null ? '—'.padEnd(10) : dayText(firstDay)
    return `  ${day}  ${titles.get(rule)?.catalogueId ?? rule}  ${because}`
  })
  return [
    ...(findings.length === 0 ? [none] : []),
    ...strictest.flatMap(({ finding, span, explanation, needs }) => [
      `\n■ ${finding.catalogueId} ${titles.get(finding.rule)?.title ?? finding.rule}（${statusIn(language, span.status)}）`,
      explanation.text,
      ...needs.map(({ why }) => `${words[language].settle}${why}`),
    ]),
    ...(later.length === 0 ? [] : [`\n□ ${words[language].later}`, ...later]),
    ...(hidden === 0 ? [] : [`\n${words[language].never(hidden)}`]),
  ]
}

const rank = ({ effect }: ExplainedPerson['findings'][number]['finding']) => effectOrder.indexOf(effect)
