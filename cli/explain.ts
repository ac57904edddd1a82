import { explainPerson } from '../acts/explain.ts'
import { AmbiguousCodeProblem, NotFoundProblem } from '../acts/problem.ts'
import { type PersonRow, peopleByCode } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import { type DayText, day as dayNumber, dayText, type Language } from '../policy/index.ts'
import { reading } from './database.ts'
import { checkedDay, dayAsked } from './day.ts'
import { say } from './say.ts'
import { ruleTitles } from './titles.ts'
import { statusWords } from './words.ts'

interface Options {
  readonly at?: string
  readonly on?: string
  readonly english?: boolean
}

/** `cadre explain`: the reason behind everything that binds a person on a day, and when the rest would. */
export const explain = async (code: string, { at, on, english = false }: Options): Promise<void> => {
  const asked = on === undefined ? undefined : checkedDay(on)
  const lines = await reading(async (tx) => {
    const person = await personOf(tx, code, at ?? null)
    return reasons(tx, person, await dayAsked(tx, asked), english ? 'en' : 'zh')
  })
  say(lines.join('\n'))
}

const personOf = async (tx: Tx, code: string, at: string | null): Promise<PersonRow> => {
  const found = await peopleByCode(tx, code, at)
  const [first, second] = found
  if (first === undefined) throw new NotFoundProblem(['person'], code, { zh: '人员', en: 'person' })
  if (second !== undefined)
    throw new AmbiguousCodeProblem(
      ['person'],
      code,
      found.map(({ authority }) => authority),
    )
  return first
}

const reasons = async (tx: Tx, person: PersonRow, on: DayText, language: Language): Promise<string[]> => {
  const [explained, titles] = await Promise.all([
    explainPerson(tx, person, { on: dayNumber(on), language }),
    ruleTitles(tx),
  ])
  const titleOf = (rule: string) => titles.get(rule)?.title ?? rule
  const findings = (explained?.findings ?? []).flatMap(({ finding, span, explanation, needs }) => [
    `\n■ ${finding.catalogueId} ${titleOf(finding.rule)}（${statusWords[span.status]}）`,
    explanation.text,
    ...needs.map(({ fact, of, why }) => `  待补：${of}${fact}。${why}`),
  ])
  const later = (explained?.notYet ?? []).map(({ rule, firstDay, because }) => {
    const when = firstDay === null ? '—' : dayText(firstDay)
    return `  ${when.padEnd(10)}  ${titles.get(rule)?.catalogueId ?? rule}：${because}`
  })
  return [
    `${person.name}（${person.code ?? ''}，${person.authority}）${on}`,
    ...(findings.length === 0 ? ['当日没有任何规则要求其交流、调整或退休。'] : findings),
    ...(later.length === 0 ? [] : ['\n□ 尚未到期（到期日、规则、理由）', ...later]),
  ]
}
