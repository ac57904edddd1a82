import { type DayText, type PluginDocument, parseDay } from '../../policy/index.ts'
import { invalid, type ProblemPath } from '../problem.ts'
import { refused } from './refusal.ts'

/** First day on which anything of the document is law. */
const lawFrom = ({ instruments, rules }: PluginDocument): DayText => {
  const starts = [...instruments, ...rules].flatMap(({ inForce }) =>
    inForce === undefined ? [] : ['from' in inForce ? inForce.from : inForce.knownBy],
  )
  return starts.sort()[0] ?? '1900-01-01'
}

/** The day from which a document shall count: the one stated, or that of its law; never before its law. */
export const firstDay = (
  plugin: PluginDocument,
  stated: DayText | null,
  path: ProblemPath = ['effectiveFrom'],
): DayText => {
  const first = lawFrom(plugin)
  if (stated === null) return first
  if (parseDay(stated) === null) throw refused(path, stated, notADay(stated), writeDay)
  if (stated < first) throw beforeLaw(path, stated, first)
  return stated
}

/** What had counted before anyone decided so needs a reason. */
export const reasonForPast = (from: DayText, today: DayText, reason: string | null | undefined): string | null => {
  const said = reason?.trim() ?? ''
  if (said !== '') return said
  if (from >= today) return null
  throw invalid(
    ['input', 'reason'],
    null,
    {
      zh: `自\`${from}\`起适用，早于今日 ${today}：已经过去的日子要改按新规定认定，须说明理由。`,
      en: `It would count from \`${from}\`, before today (${today}): days gone by are judged anew, and that needs a reason.`,
    },
    { zh: '写明理由，或改为今日以后的日期。', en: 'Say why, or choose today or a later day.' },
  )
}

/** A decision of some weight is written down with its reason. */
export const statedReason = (reason: string): string => {
  const said = reason.trim()
  if (said !== '') return said
  throw invalid(
    ['input', 'reason'],
    reason,
    { zh: '未写理由。', en: 'No reason is given.' },
    { zh: '写明理由；它与决定一并留存。', en: 'Say why; it is kept beside the decision.' },
  )
}

/** A day of an input, or nothing is done. */
export const soundDay = (text: string, path: ProblemPath): DayText => {
  if (parseDay(text) === null) throw invalid(path, text, notADay(text), writeDay)
  return text
}

const notADay = (value: string) => ({
  zh: `\`${value}\` 不是日历上的日期。`,
  en: `\`${value}\` is not a day of the calendar.`,
})
const writeDay = { zh: '写成 YYYY-MM-DD。', en: 'Write YYYY-MM-DD.' }

const beforeLaw = (path: ProblemPath, value: string, first: DayText) =>
  refused(
    path,
    value,
    {
      zh: `自\`${value}\`起生效，早于文件最早的施行日 ${first}。`,
      en: `It cannot take effect on \`${value}\`: nothing of it is in force before ${first}.`,
    },
    { zh: `生效日不得早于 ${first}。`, en: `Choose ${first} or a later day.` },
  )
