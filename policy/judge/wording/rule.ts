import type { Dim } from '../../facts/vocabulary.ts'
import type { Condition } from '../../law/condition.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { computedOf, conditionOf, effects, type Rule } from '../../law/rule.ts'
import { period } from '../../time/period.ts'
import {
  type ConstantPiece,
  constantPieces,
  parametersOf,
  type Resolved,
  type ResolvedTree,
  resolve,
  resolvedTree,
} from '../resolve.ts'
import { leafWords } from './condition.ts'
import { moveBarWords } from './move.ts'
import { pairLeafWords, postsWords } from './pair.ts'
import { teamLeafWords, teamsWords } from './team.ts'
import { inLanguage, type Language, periodWords } from './words.ts'

/** A rule as the sentence a lawyer would compare with the text, with the latest values of its parameters or with these. */
export const renderRule = (
  rule: Rule,
  document: PluginDocument,
  language: Language,
  values: ConstantPiece | undefined = latestValues(rule, document),
): string => {
  const say = (zh: string, en: string) => inLanguage(language, zh, en)
  if (values === undefined) return say(`${rule.title.zh}（参数尚未公布）`, `${rule.title.en} (values not published)`)
  const when = treeWords(
    resolvedTree(conditionOf(rule), document, values),
    (leaf) => leafOf(rule, leaf, language),
    language,
  )
  if (rule.kind === 'exemption') {
    return rule.class === 'DEFER'
      ? say(`${when}的，暂缓交流。`, `Where ${when}: the move is deferred.`)
      : say(`${when}的，可不予交流。`, `Where ${when}: the move is waived.`)
  }
  if (rule.kind === 'avoidance')
    return say(`${when}的，${barWords.zh[rule.effect]}。`, `Where ${when}: ${barWords.en[rule.effect]}.`)
  if (rule.kind === 'placement' || rule.kind === 'together') {
    const [zh, en] = moveBarWords[rule.kind][rule.effect]
    return say(`${when}的，${zh}。`, `Where ${when}: ${en}.`)
  }
  if (rule.kind === 'composition') {
    const teams = teamsWords(resolve(rule.of, values), language)
    return say(`${teams}${effects[rule.effect]}：${when}。`, `${teams} ${rule.effect.toLowerCase()}: ${when}.`)
  }
  const within = rule.deadline === undefined ? '' : periodWords(period(resolve(rule.deadline, values).within), language)
  const by = within === '' ? '' : say(`，${within}内完成`, `, within ${within}`)
  return say(
    `${when}的，${effects[rule.effect]}${actionWords(rule.action, language)}${by}。`,
    `Where ${when}: ${rule.effect.toLowerCase()} ${actionWords(rule.action, language)}${by}.`,
  )
}

const latestValues = (rule: Rule, document: PluginDocument): ConstantPiece | undefined =>
  constantPieces(parametersOf(computedOf(rule), document), document).at(-1)

const leafOf = (rule: Rule, leaf: Resolved<Condition>, language: Language): string => {
  if (rule.kind === 'avoidance') return pairLeafWords(leaf, language)
  if (rule.kind === 'together' && 'posts' in leaf)
    return inLanguage(
      language,
      `拟离任的两个职位${postsWords(leaf.posts, language)}`,
      `of the two posts left, ${postsWords(leaf.posts, language)}`,
    )
  return leafWords(leaf, rule.kind === 'rotation' ? rule.per : [], language)
}

const actionWords = (action: 'move' | 'adjust' | 'retire' | 'leaveLeading' | undefined, language: Language): string => {
  if (action === 'adjust') return inLanguage(language, '调整岗位', 'be adjusted')
  if (action === 'retire') return inLanguage(language, '退休', 'retire')
  return action === 'leaveLeading'
    ? inLanguage(language, '免去领导职务', 'leave the leading post')
    : inLanguage(language, '交流', 'move')
}

/** What a bar says of two people in two posts. */
const barWords = {
  zh: { MUST_NOT: '不得同时任此二职', GENERALLY_NOT: '一般不得同时任此二职', WARN: '应予提示' },
  en: {
    MUST_NOT: 'the two must not hold these posts together',
    GENERALLY_NOT: 'the two should in general not hold these posts together',
    WARN: 'to be pointed out',
  },
} as const

/** A condition as a clause: 现任…，且同一职位任职连续满10年 */
export const nodeWords = (node: ResolvedTree, per: readonly Dim[], language: Language): string =>
  treeWords(node, (leaf) => leafWords(leaf, per, language), language)

/** The same with the leaves in the words of the kind of rule. */
const treeWords = (
  node: ResolvedTree,
  leafWordsOf: (leaf: Resolved<Condition>) => string,
  language: Language,
): string => {
  const parts = node.children.map((child) => treeWords(child, leafWordsOf, language))
  if ('all' in node.condition) return parts.join(inLanguage(language, '，且', ' and '))
  if ('any' in node.condition)
    return parts.length === 1
      ? (parts[0] ?? '')
      : inLanguage(language, `（${parts.join('，或者')}）`, `(${parts.join(' or ')})`)
  if ('not' in node.condition) {
    const [child] = node.children
    if (child !== undefined && isAboutTeam(child.condition)) return shareWords(child, false, leafWordsOf, language)
    const words = parts.join('')
    return inLanguage(language, words.startsWith('存在') ? `不${words}` : `并非（${words}）`, `not (${words})`)
  }
  return isAboutTeam(node.condition) ? shareWords(node, true, leafWordsOf, language) : leafWordsOf(node.condition)
}

/** What is asked of a team, and of each of its members. */
const shareWords = (
  node: ResolvedTree,
  holds: boolean,
  leafWordsOf: (leaf: Resolved<Condition>) => string,
  language: Language,
): string => {
  const who = node.children.map((child) => treeWords(child, leafWordsOf, language)).join('')
  return teamLeafWords(node, who, holds, language)
}

const isAboutTeam = (condition: Resolved<Condition>): boolean => 'share' in condition || 'count' in condition
