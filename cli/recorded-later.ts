import type { PolicyAsked } from '../acts/bench.ts'
import { chainsOf } from '../acts/governing.ts'
import { laterFacts } from '../acts/replays/later/later-facts.ts'
import { laterPolicies } from '../acts/replays/later-policies.ts'
import { replayPerson } from '../acts/replays/replay-person.ts'
import { gatherFacts, type KnownAt } from '../db/facts.ts'
import type { PersonRow } from '../db/queries/people.ts'
import type { Tx } from '../db/transaction.ts'
import { type Change, changeKinds, type DayText, day, dayText, type Language, type Standing } from '../policy/index.ts'
import type { RuleTitle } from './titles.ts'
import { statusIn } from './words.ts'

/** What an explanation was asked by, where it is not by what we know and have installed now. */
export interface EarlierMoments {
  readonly knownAt: KnownAt
  readonly policy?: PolicyAsked
}

const words = {
  zh: {
    differs: '与现在的认定不同：',
    same: '现在的认定与此相同。',
    facts: '其后记录的事实：',
    policies: '其后安装或变动的政策：',
    nothing: '其后没有与其有关的记录。',
    none: '无',
    was: '当时',
    is: '现在',
    since: (on: string) => `，自${on}起`,
  },
  en: {
    differs: 'Said otherwise now:',
    same: 'The same is said now.',
    facts: 'Recorded later:',
    policies: 'Installed or changed later:',
    nothing: 'Nothing that concerns them was recorded later.',
    none: 'nothing',
    was: 'then',
    is: 'now',
    since: (on: string) => ` since ${on}`,
  },
} as const

interface Asked {
  readonly on: DayText
  readonly language: Language
  readonly titles: ReadonlyMap<string, RuleTitle>
}

/** How what is said of a person now differs from then, and what was recorded later. */
export const recordedLater = async (
  tx: Tx,
  person: PersonRow,
  { knownAt, policy }: EarlierMoments,
  { on, language, titles }: Asked,
): Promise<readonly string[]> => {
  const say = words[language]
  const policyAt = policy?.policyAt ?? knownAt
  const replayed = await replayPerson(tx, person, { on: day(on), knownAt, policyAt })
  const facts = (await laterFacts(tx, [person], knownAt, { seesFamily: true })).get(person.id) ?? []
  const chains = chainsOf(
    [...(await gatherFacts(tx, [person])), ...(await gatherFacts(tx, [person], knownAt))],
    [person.authority],
  )
  const policies = (await laterPolicies(tx, policyAt)).filter(({ jurisdiction }) => chains.has(jurisdiction))
  const lines = (entries: readonly { readonly recordedAt: string; readonly sentence: Record<Language, string> }[]) =>
    entries.map(({ recordedAt, sentence }) => `  ${inBeijing(recordedAt)}  ${sentence[language]}`)
  const changes = (replayed?.changes ?? []).map((change) => told(change, titles, language))
  return [
    ...(changes.length === 0 ? [`\n□ ${say.same}`] : [`\n□ ${say.differs}`, ...changes]),
    ...(facts.length === 0 ? [] : [`\n□ ${say.facts}`, ...lines(facts)]),
    ...(policies.length === 0 ? [] : [`\n□ ${say.policies}`, ...lines(policies)]),
    ...(facts.length + policies.length === 0 ? [`\n□ ${say.nothing}`] : []),
  ]
}

/** To the minute: `2026-11-26 07:00`. */
const inBeijing = (recordedAt: string): string => {
  const instant = Date.parse(recordedAt.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00'))
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

const told = (change: Change, titles: ReadonlyMap<string, RuleTitle>, language: Language): string => {
  const say = words[language]
  const standing = (at: Standing | null) =>
    at === null ? say.none : `${statusIn(language, at.status)}${say.since(dayText(at.since))}`
  const kind = language === 'zh' ? changeKinds[change.kind] : change.kind.toLowerCase().replaceAll('_', ' ')
  const rule = `${change.catalogueId} ${titles.get(change.rule)?.title ?? change.rule}`
  return language === 'zh'
    ? `  ${rule}：${kind}（${say.was}：${standing(change.before)}；${say.is}：${standing(change.after)}）`
    : `  ${rule}: ${kind} (${say.was}: ${standing(change.before)}; ${say.is}: ${standing(change.after)})`
}
