import { dims } from '../../facts/vocabulary.ts'
import type { Condition } from '../../law/condition.ts'
import type { Bar } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import type { Resolved } from '../resolve.ts'
import { whereWords } from './where.ts'
import { dayWords, inLanguage, type Language, readable } from './words.ts'

/** A condition about a proposed move as a clause of a sentence; `null` where it is about something else. */
export const moveLeafWords = (c: Resolved<Condition>, language: Language): string | null => {
  if ('takes' in c) return postWords('拟任', 'taking', whereWords(c.takes, language), language)
  if ('leaves' in c) return postWords('拟离任', 'leaving', whereWords(c.leaves, language), language)
  if ('rises' in c) return inLanguage(language, '职务层次上升', 'the level rises')
  if ('crosses' in c) {
    const { dim } = c.crosses
    const name =
      dim === 'system' ? inLanguage(language, '系统', 'system') : inLanguage(language, dims[dim], readable(dim))
    return inLanguage(language, `跨${name}任职`, `moving to another ${name}`)
  }
  return 'departs' in c ? inLanguage(language, '按方案离任', 'leaving by the plan') : null
}

const postWords = (zh: string, en: string, filter: string, language: Language): string =>
  inLanguage(language, `${zh}${filter === '' ? '职务' : filter}`, `${en} a post${filter === '' ? '' : ` (${filter})`}`)

/** What a bar says of a move, or of moves made together. */
export const moveBarWords: Readonly<
  Record<'placement' | 'together', Readonly<Record<Bar, readonly [string, string]>>>
> = {
  placement: {
    MUST_NOT: ['不得作此任免', 'the move must not be made'],
    GENERALLY_NOT: ['一般不作此任免', 'the move should in general not be made'],
    WARN: ['应予提示', 'to be pointed out'],
  },
  together: {
    MUST_NOT: ['不得同时变动', 'the moves must not be made together'],
    GENERALLY_NOT: ['一般不同时变动', 'the moves should in general not be made together'],
    WARN: ['应予提示', 'to be pointed out'],
  },
}

/** How the rule stands with the moves on their day. */
export const barOnMoveWords = (sure: boolean, on: Day, language: Language): string =>
  sure
    ? inLanguage(
        language,
        `${dayWords(on, language)}作此变动属于上述情形。`,
        `A move on ${dayWords(on, language)} falls under it.`,
      )
    : inLanguage(
        language,
        `${dayWords(on, language)}作此变动是否属于上述情形，尚缺事实，不能确定。`,
        `Whether a move on ${dayWords(on, language)} falls under it cannot be said: facts are missing.`,
      )
