import type { Bilingual, DayText } from '../../../policy/index.ts'
import type { RosterProblem } from '../problem.ts'
import { columnInChinese } from '../reading/column-name.ts'

/** What a roster changed, or with `check` would change. */
export interface RosterCounts {
  /** People with a row in the file. */
  readonly people: number
  readonly peopleNew: number
  /** People of whose file anything changes. */
  readonly peopleChanged: number
  /** People whose own data (name, birth, category, who manages them …) change. */
  readonly personalChanged: number
  /** People whose assignments change; whose states, dossier, ties of kinship. */
  readonly careersChanged: number
  readonly statesChanged: number
  readonly dossiersChanged: number
  /** On either side of a tie. */
  readonly kinChanged: number
  /** Units, teams and posts that are new or no longer what they were. */
  readonly organisationChanged: number
  /** People judged again. */
  readonly judged: number
  /** People due on `on` who were not before, and the other way round. */
  readonly becomeDue: number
  readonly ceaseDue: number
}

/** The answer to a roster: taken whole, or refused whole with every bad cell. */
export interface RosterReport {
  readonly accepted: boolean
  /** Whether it was only examined: nothing was written. */
  readonly check: boolean
  /** The jurisdiction that files the roster, and the day its counts speak of. */
  readonly at: string
  readonly on: DayText
  readonly problems: readonly RosterProblem[]
  readonly warnings: readonly RosterProblem[]
  readonly counts: RosterCounts
}

/** Everything a report lists. */
export type Told = Pick<RosterReport, 'problems' | 'warnings'>

type Language = keyof Bilingual

const place = ({ file, row, column }: RosterProblem, language: Language): string => {
  const parts =
    language === 'zh'
      ? [row === null ? null : `第 ${row} 行`, columnInChinese(file, column)]
      : [row === null ? null : `row ${row}`, column]
  return [file, ...parts.filter((part) => part !== null)].join(language === 'zh' ? ' ' : ', ')
}

/** One problem: where it stands, what is wrong, and what to do. */
export const problemLine = (problem: RosterProblem, language: Language): string => {
  const [colon, stop] = language === 'zh' ? ['：', ''] : [': ', ' ']
  const where = place(problem, language)
  // A full-width bracket brings its own blank.
  const value = problem.value === null ? '' : `${where.endsWith('）') ? '' : ' '}\`${problem.value}\``
  return `${where}${value}${colon}${problem.reason[language]}${stop}${problem.remedy[language]} [${problem.code}]`
}

const outcome = ({ counts, check }: RosterReport): Bilingual => {
  if (check) return { zh: '仅检查，未写入任何内容。', en: 'Only examined: nothing was written.' }
  if (counts.judged === 0 && counts.organisationChanged === 0) {
    return { zh: '与已有资料一致，未写入任何内容。', en: 'It says what is stored already: nothing was written.' }
  }
  return { zh: '已写入，结论已更新。', en: 'Written; findings are current.' }
}

const changes = (report: RosterReport): Bilingual => {
  const { people, peopleNew, peopleChanged, organisationChanged } = report.counts
  const { careersChanged, becomeDue, ceaseDue, personalChanged, statesChanged, dossiersChanged, kinChanged } =
    report.counts
  return {
    zh: [
      `名册 ${people} 人（新增 ${peopleNew} 人）；${organisationChanged} 个单位、班子、职位有变化。`,
      `${peopleChanged} 人档案有变化：个人信息 ${personalChanged} 人，状态 ${statesChanged} 人，考察材料 ${dossiersChanged} 人，亲属关系 ${kinChanged} 人。`,
      `${careersChanged} 人履历有变化，${becomeDue} 人转为应交流，${ceaseDue} 人不再应交流（${report.on}）。`,
      outcome(report).zh,
    ].join('\n'),
    en: [
      `${people} people in the roster (${peopleNew} new); ${organisationChanged} units, teams and posts change.`,
      `${peopleChanged} files change: personal data of ${personalChanged}, states of ${statesChanged}, dossier of ${dossiersChanged}, kin of ${kinChanged}.`,
      `${careersChanged} careers change, ${becomeDue} people become due, ${ceaseDue} cease to be (${report.on}).`,
      outcome(report).en,
    ].join('\n'),
  }
}

/** The report as text a person reads in a terminal. */
export const renderReport = (report: RosterReport, language: Language = 'zh'): string => {
  const { accepted, problems, warnings } = report
  const zh = language === 'zh'
  const head = accepted
    ? changes(report)[language]
    : zh
      ? `名册有 ${problems.length} 处问题，未写入任何内容：`
      : `The roster has ${problems.length} problems; nothing was written:`
  const noted = warnings.length === 0 ? [] : [zh ? `提示 ${warnings.length} 条：` : `${warnings.length} warnings:`]
  return [
    head,
    ...problems.map((problem) => `  ✗ ${problemLine(problem, language)}`),
    ...noted,
    ...warnings.map((warning) => `  ! ${problemLine(warning, language)}`),
  ].join('\n')
}
