import type { Day } from '../../time/day.ts'
import { type Holds, never } from '../../time/truth.ts'
import type { Explanation, ExplanationNode } from '../explanation.ts'
import { stoppedNeed } from '../stopped.ts'
import { citedWords, stoppedWords } from '../wording/paragraph.ts'
import { dayWords, inLanguage, type Language } from '../wording/words.ts'
import type { Crew } from './crew.ts'
import { headsOn } from './tally.ts'
import type { TeamStanding } from './team.ts'
import type { CompiledTeamRule, TeamLine } from './team-book.ts'
import type { TeamNode } from './team-condition.ts'

/** How a rule stands with those counted together on a day; `null` when nobody is there. */
export const standingOf = (
  version: CompiledTeamRule,
  node: TeamNode,
  crew: Crew,
  holds: Holds,
  on: Day,
): TeamStanding | null => {
  const numbers = numbersOn(node, crew, on)
  if (numbers.members === 0) return null
  return {
    rule: version.id,
    catalogueId: version.rule.catalogueId,
    teams: crew.teams.map(({ id }) => id),
    holds,
    ...numbers,
    explain: (language) => explanation(version, numbers, holds, on, language),
  }
}

/** How it stands with a rule of a plugin that asked for more than it may: whom it counts is unknown. */
export const stoppedStanding = (
  line: TeamLine,
  version: CompiledTeamRule,
  crew: Crew,
  on: Day,
  budget: number,
): TeamStanding | null => {
  const { members } = headsOn(crew, () => never, on)
  if (members === 0) return null
  return {
    rule: version.id,
    catalogueId: version.rule.catalogueId,
    teams: crew.teams.map(({ id }) => id),
    ...{ holds: 'UNDETERMINED', surely: 0, possibly: members, members },
    explain: (language) => {
      const { why } = stoppedNeed(line, budget, language, 'team')
      const parts = [citedWords(version, on, language), stoppedWords(why, dayWords(on, language), language)]
      return { text: parts.join(inLanguage(language, '', ' ')), status: 'UNDETERMINED', nodes: [], exemptions: [] }
    },
  }
}

export type Numbers = Pick<TeamStanding, 'surely' | 'possibly' | 'members'>

/** Members on a day, and how many of them a condition about the team counts. */
export const numbersOn = (node: TeamNode, crew: Crew, on: Day): Numbers => {
  const counting = countingNode(node)
  const heads = headsOn(crew, (member) => counting.counts?.(member) ?? never, on)
  return { surely: heads.surely.length, possibly: heads.possibly.length, members: heads.members }
}

/** 2020-06-01，9名成员中计入3名 */
export const numberWords = ({ surely, possibly, members }: Numbers, on: Day, language: Language): string => {
  const day = dayWords(on, language)
  const more = possibly - surely
  const doubt = more > 0 ? inLanguage(language, `，另有${more}名不能确定`, `, and ${more} more in doubt`) : ''
  return inLanguage(
    language,
    `${day}，${members}名成员中计入${surely}名${doubt}`,
    `On ${day} ${surely} of ${members} members count${doubt}`,
  )
}

/** The first share or count of the tree: what the numbers are about. */
const countingNode = (node: TeamNode): TeamNode => {
  if (node.counts !== undefined) return node
  const [first = node] = node.children
  return first === node ? node : countingNode(first)
}

const verdicts: Readonly<Record<Holds, readonly [string, string]>> = {
  YES: ['符合', 'the rule is met'],
  NO: ['不符合', 'the rule is not met'],
  UNDETERMINED: ['尚缺事实，不能确定是否符合', 'whether it is met cannot be said: facts are missing'],
}

const explanation = (
  version: CompiledTeamRule,
  numbers: Numbers,
  holds: Holds,
  on: Day,
  language: Language,
): Explanation => {
  const [zh, en] = verdicts[holds]
  const sum = numberWords(numbers, on, language)
  const node: ExplanationNode = {
    ...{ label: version.rule.title[language], holds, since: null, until: null, counted: [], children: [] },
    arithmetic: sum,
  }
  const text = inLanguage(
    language,
    `${citedWords(version, on, language)}${sum}，${zh}。`,
    `${citedWords(version, on, language)} ${sum}: ${en}.`,
  )
  return {
    text,
    status: holds === 'NO' ? 'ACTIVE' : holds === 'YES' ? null : 'UNDETERMINED',
    nodes: [node],
    exemptions: [],
  }
}
