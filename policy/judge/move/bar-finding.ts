import { parse as uuidBytes, v5 as uuidv5 } from 'uuid'
import type { PlacementRule, TogetherRule } from '../../law/rule.ts'
import { type Day, dayText } from '../../time/day.ts'
import type { DatedRule } from '../compiled-rule.ts'
import type { ExplanationNode } from '../explanation.ts'
import { type Line, versionFor } from '../rule-book.ts'
import { type Judging, stoppedNeed } from '../stopped.ts'
import { barOnMoveWords } from '../wording/move.ts'
import { citedWords, stoppedWords } from '../wording/paragraph.ts'
import { dayWords, inLanguage, type Language } from '../wording/words.ts'
import type { MoveFinding } from './move.ts'

/** UUID namespace of what is found about moves. */
const namespace = uuidBytes('4e1d2a8c-7b64-5d11-9a3f-8c25b0e6f713')
const utf8 = new TextEncoder()

type Bar = DatedRule<PlacementRule | TogetherRule, unknown>

/** What a bar is found of. */
export interface Barred {
  readonly line: Pick<Line<Bar>, 'id' | 'jurisdiction' | 'versions'>
  readonly on: Day
  /** Whose moves, in the order of the plan. */
  readonly people: readonly string[]
  /** The moves among all the rule may be found of, as text. */
  readonly moves: string
}

/** What is said between the rule and how it stands, and the conditions it was read off. */
interface Grounds {
  readonly sentences: readonly string[]
  readonly nodes: readonly ExplanationNode[]
}

export const barFinding = (barred: Barred, sure: boolean, grounds: (language: Language) => Grounds): MoveFinding =>
  finding(barred, sure, (language) => {
    const { sentences, nodes } = grounds(language)
    return { sentences: [...sentences, barOnMoveWords(sure, barred.on, language)], nodes }
  })

/** A bar of a plugin that asked for more than it may: it says nothing for sure, and why. */
export const stoppedBar = (barred: Barred, budget: number, judging: Judging): MoveFinding =>
  finding(barred, false, (language) => {
    const { why } = stoppedNeed(barred.line, budget, language, judging)
    return { sentences: [stoppedWords(why, dayWords(barred.on, language), language)], nodes: [] }
  })

const finding = (
  { line, on, people, moves }: Barred,
  sure: boolean,
  tell: (language: Language) => Grounds,
): MoveFinding => {
  const version = versionFor(line, on, on + 1)
  const status = sure ? 'ACTIVE' : 'UNDETERMINED'
  const { rule, installation } = version
  return {
    id: uuidv5(utf8.encode([line.jurisdiction, line.id, moves, dayText(on)].join()), namespace),
    rule: line.id,
    catalogueId: rule.catalogueId,
    effect: rule.effect,
    jurisdiction: line.jurisdiction,
    digest: installation.digest,
    kind: rule.kind,
    status,
    people,
    explain: (language) => {
      const { sentences, nodes } = tell(language)
      const text = [citedWords(version, on, language), ...sentences].filter((part) => part !== '')
      return { text: text.join(inLanguage(language, '', ' ')), status, nodes, exemptions: [] }
    },
  }
}
