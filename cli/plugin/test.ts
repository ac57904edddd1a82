import { divisions } from '../../db/divisions.ts'
import {
  type Case,
  deadlinesOf,
  type Expectation,
  type Language,
  mutationTest,
  type PluginDocument,
  runCase,
} from '../../policy/index.ts'
import { exitCodes } from '../failure.ts'
import { say } from '../say.ts'
import { hintFor } from './hints.ts'
import { placeLine, told } from './problem-lines.ts'
import { wellFormed } from './sound.ts'
import { readSource, type Source } from './source.ts'

interface Options {
  readonly cases?: boolean
  readonly english?: boolean
}

const answers: Readonly<Record<Language, Readonly<Record<Expectation, string>>>> = {
  zh: { binds: '适用', passes: '不适用', undetermined: '待定', exempt: '免除', deferred: '暂缓' },
  en: { binds: 'binds', passes: 'passes', undetermined: 'undetermined', exempt: 'exempt', deferred: 'deferred' },
}

/** `cadre plugin test`: the worked cases as sentences; then whether they would notice a slip of the pen. */
export const test = async (path: string, { cases = false, english = false }: Options): Promise<void> => {
  const language = english ? 'en' : 'zh'
  const source = await readSource(path)
  const plugin = wellFormed(source)
  const outcomes = plugin.cases.map((worked) => caseLines(plugin, worked, language))
  const failed = outcomes.filter(({ holds }) => !holds).length
  for (const { lines } of outcomes) say(lines.join('\n'))
  say(casesLine(outcomes.length, failed, language))
  const missed = cases || failed > 0 ? 0 : tryMutants(plugin, source, language)
  if (failed + missed > 0) process.exitCode = exitCodes.refused
}

interface ToldCase {
  readonly holds: boolean
  readonly lines: readonly string[]
}

/** One case as a sentence, and where it does not hold, what was said instead. */
const caseLines = (plugin: PluginDocument, worked: Case, language: Language): ToldCase => {
  const found = runCase(plugin, worked, divisions)
  const limits = worked.dueBy === undefined ? {} : deadlinesOf(plugin, worked, divisions)
  const wrong = [
    ...Object.entries(worked.expect)
      .filter(([rule, answer]) => isOn(plugin, rule) && found[rule] !== answer)
      .map(([rule, answer]) =>
        wrongLine(plugin, rule, answers[language][answer], said(found[rule], language), language),
      ),
    ...Object.entries(worked.dueBy ?? {})
      .filter(([rule, limit]) => isOn(plugin, rule) && limits[rule] !== limit)
      .map(([rule, limit]) => wrongLine(plugin, rule, limit, limits[rule] ?? '—', language)),
  ]
  const answered = Object.entries(worked.expect)
    .map(([rule, answer]) => {
      const name = plugin.rules.find(({ id }) => id === rule)?.catalogueId ?? rule
      return `${name} ${answers[language][answer]}${limitWords(worked.dueBy?.[rule], language)}`
    })
    .join(language === 'zh' ? '、' : ', ')
  const holds = wrong.length === 0
  return { holds, lines: [`${holds ? '✓' : '✗'} ${worked.on}　${worked.name}　${answered}`, ...wrong] }
}

const limitWords = (limit: string | undefined, language: Language): string => {
  if (limit === undefined) return ''
  return language === 'zh' ? `（期限${limit}）` : ` (by ${limit})`
}

const isOn = ({ rules }: PluginDocument, rule: string) => rules.find(({ id }) => id === rule)?.enabled !== false

const said = (answer: Expectation | undefined, language: Language) =>
  answer === undefined ? '—' : answers[language][answer]

const wrongLine = ({ rules }: PluginDocument, id: string, wanted: string, got: string, language: Language): string => {
  const rule = rules.find((each) => each.id === id)
  const name = rule === undefined ? id : `${rule.catalogueId} ${told(rule.title, language)}`
  return language === 'zh' ? `    ${name}：应为${wanted}，实为${got}` : `    ${name}: should say ${wanted}, says ${got}`
}

const casesLine = (all: number, failed: number, language: Language): string => {
  if (language === 'zh')
    return failed === 0 ? `案例 ${all} 个，全部相符。` : `案例 ${all} 个，${failed} 个不符；改正规则或案例。`
  return failed === 0
    ? `${all} cases, all as they say.`
    : `${all} cases, ${failed} not as they say: correct the rule or the case.`
}

/** Says which small changes no case would notice; how many. */
const tryMutants = (plugin: PluginDocument, source: Source, language: Language): number => {
  const zh = language === 'zh'
  const { tried, unnoticed } = mutationTest(plugin)
  for (const { rule, ...change } of unnoticed) {
    const { path, from, to } = change
    say(`✗ ${placeLine(path.map(String), source)}　${changeWords(from, to, language)}　${rule}`)
    say(`  ${told(hintFor(change), language)}`)
  }
  say(
    unnoticed.length === 0
      ? zh
        ? `改动 ${tried} 处，每一处都有案例察觉。`
        : `${tried} small changes tried, each noticed by a case.`
      : zh
        ? `改动 ${tried} 处，${unnoticed.length} 处没有案例察觉。请照各处的提示补案例。`
        : `${tried} small changes tried, ${unnoticed.length} noticed by no case. Add the cases told of.`,
  )
  return unnoticed.length
}

/** What was changed: of a list, which of its members was left out. */
const changeWords = (from: unknown, to: unknown, language: Language): string => {
  if (!Array.isArray(from) || !Array.isArray(to)) return `${JSON.stringify(from)} → ${JSON.stringify(to)}`
  const kept = new Set(to.map((member) => JSON.stringify(member)))
  const left = from.map((member) => JSON.stringify(member)).filter((member) => !kept.has(member))
  return `${language === 'zh' ? '去掉 ' : 'without '}${left.join(' ')}`
}
