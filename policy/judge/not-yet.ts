import type { PersonFacts } from '../facts/person.ts'
import { staysOf } from '../facts/stays.ts'
import type { RotationRule } from '../law/rule.ts'
import { type Day, dayText } from '../time/day.ts'
import { daysFrom, has, intersect } from '../time/days.ts'
import { holdsOn } from '../time/truth.ts'
import type { Assessment } from './assess.ts'
import { type CompiledRule, pieceOn } from './compiled-rule.ts'
import type { NotYet } from './explanation.ts'
import { chainOn, type Judge } from './judge.ts'
import type { Node } from './node.ts'
import { leavesOf } from './node.ts'
import { versionFor } from './rule-book.ts'
import type { Subject } from './subject.ts'
import { arithmeticWords } from './wording/arithmetic.ts'
import { nodeWords } from './wording/rule.ts'
import { dayWords, inLanguage, type Language } from './wording/words.ts'

/** The rules of the chain that do not bind this person on the day, each with the first later day on which it would. */
export const notYet = (
  judge: Judge,
  person: PersonFacts,
  authority: string,
  on: Day,
  language: Language,
): readonly NotYet[] => {
  const chain = chainOn(judge, authority, on)
  const assessed = judge.assess(person)
  return judge
    .rules(person)
    .filter((rule) => chain.includes(rule.installation) && rule.from <= on && on < rule.to)
    .flatMap((rule) => {
      const mine = assessed.filter(
        (a) => a.line.id === rule.id && a.line.jurisdiction === rule.installation.jurisdiction,
      )
      if (mine.some((a) => has(a.due.possibly, on))) return []
      return [
        { rule: rule.id, catalogueId: rule.rule.catalogueId, ...nextDay(rule, mine, person, judge, on, language) },
      ]
    })
}

const nextDay = (
  rule: CompiledRule<RotationRule>,
  mine: readonly Assessment[],
  person: PersonFacts,
  judge: Judge,
  on: Day,
  language: Language,
): Pick<NotYet, 'firstDay' | 'because'> => {
  const first = mine.map((a) => ({ a, day: firstAfter(a, on) })).toSorted((x, y) => x.day - y.day)[0]
  if (first !== undefined && Number.isFinite(first.day)) {
    const { line, subject } = first.a
    return {
      firstDay: first.day,
      because: sumsOn(versionFor(line, first.day, first.day + 1), subject, first.day, language),
    }
  }
  return { firstDay: null, because: failing(rule, subjectOf(rule, person, judge, on), on, language) }
}

const firstAfter = ({ due }: Assessment, on: Day): Day => {
  const later = daysFrom(on + 1)
  return intersect(due.surely, later)[0] ?? intersect(due.possibly, later)[0] ?? Infinity
}

const sumsOn = (rule: CompiledRule<RotationRule>, subject: Subject, on: Day, language: Language): string => {
  const node = pieceOn(rule, on)?.node
  const sums = node === undefined ? [] : leavesOf(node).map((leaf) => arithmeticWords(leaf, subject, on, language))
  const stated = sums.filter((sum) => sum !== '')
  return stated.length > 0
    ? stated.join(inLanguage(language, '；', '; '))
    : inLanguage(language, `自${dayWords(on, language)}起`, `from ${dayText(on)}`)
}

/** The stay held on the day, else the last one. */
const subjectOf = (rule: CompiledRule<RotationRule>, person: PersonFacts, judge: Judge, on: Day): Subject | null => {
  const stays = staysOf(person.pieces, rule.rule.per, judge.setting)
  const stay = stays.find((s) => s.pieces.some((p) => p.from.lo <= on && on < p.to.hi)) ?? stays.at(-1)
  return stay === undefined ? null : { person, stay, setting: judge.setting, own: rule.installation.jurisdiction }
}

const failing = (rule: CompiledRule<RotationRule>, subject: Subject | null, on: Day, language: Language): string => {
  const node = pieceOn(rule, on)?.node
  if (subject === null || node === undefined) return inLanguage(language, '没有可计的任职', 'no service counts')
  const words = blockers(node, subject, on).map((blocker) => {
    const sum = blocker.children.length > 0 ? '' : arithmeticWords(blocker, subject, on, language)
    const label = nodeWords(blocker, rule.rule.per, language)
    return sum === '' ? label : inLanguage(language, `${label}（${sum}）`, `${label} (${sum})`)
  })
  if (words.length === 0)
    return inLanguage(
      language,
      '任职已结束、已到退休年龄或者不在本级管理',
      'service ended, retired, or not managed here',
    )
  return inLanguage(language, `不具备：${words.join('；')}`, `missing: ${words.join('; ')}`)
}

/** The conditions that keep the rule from binding: what is asked for and does not hold, or is ruled out and does. */
const blockers = (node: Node, subject: Subject, on: Day): readonly Node[] => {
  if (holdsOn(node.truth(subject), on) !== 'NO') return []
  if ('not' in node.condition || node.children.length === 0) return [node]
  return node.children.flatMap((child) => blockers(child, subject, on))
}
