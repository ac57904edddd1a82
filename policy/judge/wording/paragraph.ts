import type { RotationRule, Rule } from '../../law/rule.ts'
import { effects } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import { type CompiledRule, type DatedRule, pieceOn } from '../compiled-rule.ts'
import type { ExemptionConsidered, ExplanationNode, Names, Need } from '../explanation.ts'
import type { Finding, Span } from '../finding.ts'
import { delegatedWords } from './delegated.ts'
import { renderRule } from './rule.ts'
import { dayWords, inLanguage, type Language, statedWords } from './words.ts'

interface Told {
  readonly version: CompiledRule<RotationRule>
  readonly finding: Finding
  readonly span: Span | null
  readonly nodes: readonly ExplanationNode[]
  readonly exemptions: readonly ExemptionConsidered[]
  readonly needs: readonly Need[]
  /** Nothing was computed: `needs` says why. */
  readonly stopped: boolean
  readonly on: Day
  readonly language: Language
  readonly names: Names
}

/** The explanation as one paragraph: the rule, the service counted, the sum, the exemptions, and how it stands that day. */
export const paragraph = (told: Told): string => {
  const { language } = told
  const parts = [lawWords(told), serviceWords(told), ...sums(told), ...exemptionWords(told), standingWords(told)]
  return parts.filter((part) => part !== '').join(inLanguage(language, '', ' '))
}

const lawWords = ({ version, on, language }: Told): string => citedWords(version, on, language)

/** The rule with where it stands in the law, and with the values a lower place set for the day, where one did. */
export const citedWords = (version: DatedRule<Rule, unknown>, on: Day, language: Language): string => {
  const { rule, installation } = version
  const { plugin } = installation
  const instrument = plugin.instruments.find((i) => i.id === rule.cite.instrument)
  const article = rule.cite.article ?? ''
  const unverified = rule.cite.verified ? '' : inLanguage(language, '，条文待核对', ', text not yet compared')
  const judging = pieceOn(version, on)
  const isLocal = judging !== undefined && judging.setBy.length > 0
  const sentence = renderRule(rule, plugin, language, isLocal ? judging : undefined)
  const set = isLocal ? delegatedWords(judging.setBy, plugin, judging.values, language) : ''
  return inLanguage(
    language,
    `依据《${instrument?.title.zh ?? ''}》${article}（${rule.catalogueId}${unverified}）：${sentence}${set}`,
    `Under ${instrument?.title.en ?? ''} ${article} (${rule.catalogueId}${unverified}): ${sentence}${set === '' ? '' : ` ${set}`}`,
  )
}

const serviceWords = ({ finding, language, names }: Told): string => {
  const rows = finding.counted.filter((counted) => counted.kind === 'assignment')
  if (rows.length === 0) return ''
  const listed = rows.map(({ id, from, to }) => {
    const [start, end] = [statedWords(from, language), statedWords(to, language)]
    return inLanguage(
      language,
      `${names.assignment(id)}（${start}至${end}）`,
      `${names.assignment(id)} (${start} to ${end})`,
    )
  })
  return inLanguage(language, `计入的任职：${listed.join('；')}。`, `Service counted: ${listed.join('; ')}.`)
}

const sums = ({ nodes, language }: Told): readonly string[] =>
  nodes
    .filter((node) => node.arithmetic !== '')
    .map((node) => inLanguage(language, `${node.label}：${node.arithmetic}。`, `${node.label}: ${node.arithmetic}.`))

const exemptionWords = ({ exemptions, language }: Told): readonly string[] =>
  exemptions
    .filter((e) => e.applies !== 'NO')
    .map((e) => {
      const until =
        e.until === null
          ? ''
          : inLanguage(language, `，至${dayWords(e.until, language)}`, `, until ${dayWords(e.until, language)}`)
      return inLanguage(language, `${e.catalogueId} ${e.reason}${until}。`, `${e.catalogueId} ${e.reason}${until}.`)
    })

const standingWords = (told: Told): string => {
  const { rule } = told.version
  const { span, on, language } = told
  const day = dayWords(on, language)
  if (span === null) return inLanguage(language, `${day}不在该项义务的期间内。`, `On ${day} the duty does not bind.`)
  const since = dayWords(span.since, language)
  const by =
    span.dueBy === null
      ? ''
      : inLanguage(
          language,
          `，应于${dayWords(span.dueBy, language)}前完成`,
          `, to be done by ${dayWords(span.dueBy, language)}`,
        )
  const effect = inLanguage(language, effects[rule.effect], rule.effect.toLowerCase())
  switch (span.status) {
    case 'ACTIVE':
      return inLanguage(
        language,
        `截至${day}，自${since}起属于“${effect}”情形${by}。`,
        `On ${day} the duty (${effect}) binds, since ${since}${by}.`,
      )
    case 'DEFERRED':
      return inLanguage(
        language,
        `截至${day}，该项义务自${since}起成立，暂缓执行${by}。`,
        `On ${day} the duty, standing since ${since}, is deferred${by}.`,
      )
    case 'EXEMPT':
      return inLanguage(
        language,
        `截至${day}，该项义务自${since}起成立，可不予交流。`,
        `On ${day} the duty, standing since ${since}, is waived.`,
      )
    default:
      return openWords(told, day)
  }
}

const openWords = ({ needs, stopped, language }: Told, day: string): string => {
  const asked = [...new Set(needs.map((need) => need.why))].join(inLanguage(language, '；', '; '))
  if (stopped) return stoppedWords(asked, day, language)
  const verify = asked === '' ? inLanguage(language, '有关事实', 'the facts') : asked
  return inLanguage(
    language,
    `截至${day}，依现有档案尚不能确定，须先核实：${verify}。`,
    `On ${day} the file does not tell; to be verified first: ${verify}.`,
  )
}

/** How it stands on a day with a rule that was stopped. */
export const stoppedWords = (why: string, day: string, language: Language): string =>
  inLanguage(language, `截至${day}，是否适用尚不能确定：${why}。`, `On ${day} it is not determined: ${why}.`)
