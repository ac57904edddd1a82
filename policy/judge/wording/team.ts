import { divisionLevels, teamKinds } from '../../facts/vocabulary.ts'
import type { Condition } from '../../law/condition.ts'
import type { CompositionRule } from '../../law/rule.ts'
import type { Resolved, ResolvedTree } from '../resolve.ts'
import { inLanguage, type Language, listed, readable } from './words.ts'

/** 县级党委、政府领导班子（同一地方合并计算） */
export const teamsWords = (
  { teamKind, place, groupBy }: Resolved<CompositionRule['of']>,
  language: Language,
): string => {
  const kinds = listed(
    teamKind.map((kind) => inLanguage(language, teamKinds[kind], readable(kind))),
    language,
  )
  const levels = (place ?? []).map((level) => inLanguage(language, divisionLevels[level], level))
  const where =
    levels.length === 0 ? '' : inLanguage(language, listed(levels, language), ` at ${listed(levels, language)} level`)
  const together =
    groupBy === 'place' ? inLanguage(language, '（同一地方合并计算）', ' (counted together in each place)') : ''
  return inLanguage(language, `${where}${kinds}领导班子${together}`, `Leading teams (${kinds})${where}${together}`)
}

const shareWords = (fraction: string, language: Language): string => {
  const [p = '', q = ''] = fraction.split('/').map((n) => numerals[Number(n)] ?? n)
  return inLanguage(language, `${q}分之${p}`, fraction)
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

/** How many of a team, as a clause: 班子成员中…的不少于三分之一 (or not so); `who` is said by the words of the members' condition. */
export const teamLeafWords = ({ condition }: ResolvedTree, who: string, holds: boolean, language: Language): string => {
  const asked = limitOf(condition)
  if (asked === null) return ''
  const { least, amount, over } = asked
  const whole = inLanguage(language, over === 'seats' ? '班子职数' : '班子成员', over === 'seats' ? 'seats' : 'members')
  const many =
    typeof amount === 'number' ? inLanguage(language, `${amount}名`, String(amount)) : shareWords(amount, language)
  const those = who === '' ? '' : inLanguage(language, `中“${who}”的`, ` with “${who}”`)
  const [zh, en] = limits[least ? 'least' : 'most'][holds ? 'holds' : 'fails']
  return inLanguage(language, `${whole}${those}${zh}${many}`, `${en} ${many} of the ${whole}${those}`)
}

const limits = {
  least: { holds: ['不少于', 'at least'], fails: ['不足', 'fewer than'] },
  most: { holds: ['不超过', 'at most'], fails: ['超过', 'more than'] },
} as const

interface Limit {
  readonly least: boolean
  readonly amount: number | string
  readonly over: 'members' | 'seats'
}

const limitOf = (c: ResolvedTree['condition'] | Condition): Limit | null => {
  if (!('share' in c) && !('count' in c)) return null
  const { atLeast, atMost } = 'share' in c ? c.share : c.count
  const amount = atLeast ?? atMost
  if (amount === undefined || typeof amount === 'object') return null
  const over = 'share' in c ? (c.share.over ?? 'members') : 'members'
  return { least: atLeast !== undefined, amount, over }
}
