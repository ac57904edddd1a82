import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { checkMoves } from '../acts/moves/check-moves.ts'
import { type Outcome, type ToldChange, told, verdicts } from '../acts/moves/outcome.ts'
import type { MoveAsked } from '../acts/moves/plan.ts'
import { type FiledMove, headingOf, readMoves } from '../acts/moves/read-sheet.ts'
import { KnownProblem, ValidationProblem } from '../acts/problem.ts'
import { problemLine } from '../acts/roster/report/report.ts'
import { dayText, type Language } from '../policy/index.ts'
import { reading } from './database.ts'
import { checkedDay, dayAsked } from './day.ts'
import { exitCodes, Failure } from './failure.ts'
import { say } from './say.ts'
import { type RuleTitle, ruleTitles } from './titles.ts'
import { effectWords } from './words.ts'

interface Options {
  readonly person?: string
  readonly post?: string
  readonly from?: string
  readonly at?: string
  readonly postAt?: string
  readonly on?: string
  readonly moves?: string
  readonly english?: boolean
}

const noPolicy = {
  zh: '有的调动当日没有适用的政策：没有规则不准，不等于可行。',
  en: 'No policy on file governs some of these moves on their day: that nothing bars them does not mean that they are allowed.',
} as const

const words = {
  zh: { verdict: '结论：', begins: '将产生：', ends: '将消除：', nothing: '不产生也不消除任何问题。', open: '待定' },
  en: {
    verdict: 'Verdict: ',
    begins: 'Would begin:',
    ends: 'Would end:',
    nothing: 'Nothing would begin and nothing would end.',
    open: 'undetermined',
  },
} as const

/** `cadre check`: the verdict on moves somebody proposes, then everything that would begin or end with them, and why. */
export const check = async (options: Options): Promise<void> => {
  const { on, english = false } = options
  const asked = on === undefined ? undefined : checkedDay(on)
  const language = english ? 'en' : 'zh'
  const filed = await movesAsked(options)
  const lines = await reading(async (tx) => {
    const day = await dayAsked(tx, asked)
    const moves = filed.map((move): MoveAsked => ({ ...move, on: move.on ?? day }))
    const outcome = await checkMoves(tx, moves, { language, seesFamily: true }).catch((error: unknown) => {
      throw refused(error, filed, options, language)
    })
    return outcomeLines(outcome, await ruleTitles(tx, language), language)
  })
  say(lines.join('\n'))
}

const movesAsked = async ({ moves, person, post, from, at, postAt }: Options): Promise<readonly FiledMove[]> => {
  if (moves !== undefined) {
    if (person !== undefined || post !== undefined || from !== undefined)
      throw new Failure('--moves 与 --person、--post、--from 不能并用。', exitCodes.misused)
    return movesOf(moves)
  }
  if (person === undefined || (post === undefined && from === undefined))
    throw new Failure('请写明 --person，以及 --post（到任）或 --from（离任）；一份方案用 --moves。', exitCodes.misused)
  const [to, left] = [post ?? null, from ?? null]
  return [{ row: 0, person, personAt: at ?? null, from: left, to, postAt: postAt ?? null, on: null }]
}

const movesOf = async (path: string): Promise<readonly FiledMove[]> => {
  const bytes = await readFile(path).catch(() => null)
  if (bytes === null) throw new Failure(`读不到文件\`${path}\`。`)
  const read = readMoves(basename(path), bytes)
  if ('moves' in read) return read.moves
  throw new Failure(read.problems.map((problem) => problemLine(problem, 'zh')).join('\n'))
}

/** Everything that is wrong with a plan, each with the row it stands in. */
const refused = (error: unknown, filed: readonly FiledMove[], { moves }: Options, language: Language): unknown => {
  if (!(error instanceof KnownProblem)) return error
  const issues = error instanceof ValidationProblem ? error.issues : [error]
  const sentences = issues.map(({ path, says, remedy }) => {
    const row = filed[Number(path[1])]?.row ?? 0
    const where = moves === undefined || row === 0 ? '' : `${basename(moves)} 第 ${row} 行 ${columnOf(path[2] ?? '')}：`
    return `${where}${says[language]}${language === 'en' ? ' ' : ''}${remedy[language]}`
  })
  return new Failure(sentences.join('\n'))
}

const columnOf = (part: string): string =>
  part === 'person' || part === 'from' || part === 'to' || part === 'on' ? headingOf(part) : ''

type Titles = ReadonlyMap<string, RuleTitle>

const outcomeLines = (
  { verdict, policyOnFile, begins, ends }: Outcome,
  titles: Titles,
  language: Language,
): readonly string[] => {
  const { verdict: head, nothing, begins: new_, ends: gone } = words[language]
  return [
    language === 'zh' ? `${head}${verdicts[verdict]}（${verdict}）` : `${head}${verdict}`,
    ...(policyOnFile ? [] : [noPolicy[language]]),
    ...(policyOnFile && begins.length + ends.length === 0 ? [nothing] : []),
    ...section(new_, '■', begins, titles, language),
    ...section(gone, '□', ends, titles, language),
  ]
}

const section = (head: string, mark: string, changes: readonly ToldChange[], titles: Titles, language: Language) =>
  changes.length === 0 ? [] : [`\n${head}`, ...changes.flatMap((change) => changeLines(mark, change, titles, language))]

const changeLines = (mark: string, change: ToldChange, titles: Titles, language: Language): readonly string[] => {
  const { catalogueId, rule, effect, status, since, until } = change
  const zh = language === 'zh'
  const open = status === 'ACTIVE' ? '' : zh ? `，${words.zh.open}` : `, ${words.en.open}`
  const strength = zh ? `（${effectWords[effect]}${open}）` : ` (${effect.toLowerCase()}${open})`
  const from = since === null ? '' : ` ${dayText(since)}${zh ? '起' : ' on'}`
  const to = until === null ? '' : zh ? `至${dayText(until)}` : ` until ${dayText(until)}`
  const { subject, explain } = told(change)
  const title = titles.get(rule)?.title ?? rule
  return [`${mark} ${catalogueId} ${title}${strength}${from}${to}`, `  ${subject}`, explain()]
}
