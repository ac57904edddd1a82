import type { PersonFacts, Setting } from '../facts/person.ts'
import { heldAtAll } from '../facts/stays.ts'
import { type Days, noDays, union } from '../time/days.ts'
import { both, type Truth } from '../time/truth.ts'
import type { Assessment } from './assess.ts'
import { wholePerson } from './compiled-rule.ts'
import type { Need } from './explanation.ts'
import type { PersonDays } from './person-days.ts'
import type { Compiled, Line, RotationLine } from './rule-book.ts'
import { inLanguage, type Language } from './wording/words.ts'

/**
 * A rule of a plugin that asked for more than it may: what it would say of this person is unknown on every day on which it could
 * bind (in force and installed, on the chain, in service), and nothing of it is sure.
 */
export const stoppedAssessment = (
  line: RotationLine,
  person: PersonFacts,
  setting: Setting,
  days: PersonDays,
): Assessment => {
  const subject = wholePerson(person, line.jurisdiction, setting)
  const served = both(both(couldBind(line), days.chain(line.governs)), heldAtAll(subject.stay))
  const retires = line.versions.some(({ rule }) => rule.action === 'retire')
  const { possibly } = retires ? served : both(served, days.serving())
  return { line, subject, branch: 0, due: { surely: noDays, possibly }, reaches: [], stopped: days.fuel.budget }
}

/** Nothing is sure of a rule that was stopped; on the days it is in force and installed it may bind. */
export const couldBind = ({ versions }: Pick<Line<Forceful>, 'versions'>): Truth => ({
  surely: noDays,
  possibly: versions.flatMap(({ pieces }) => pieces).reduce((sum, { cut }) => union(sum, cut), noDays),
})

interface Forceful {
  readonly pieces: readonly { readonly cut: Days }[]
}

/** What a plugin is judged of when it is stopped. */
export type Judging = 'person' | 'pair' | 'move' | 'plan' | 'team'

const each: Readonly<Record<Judging, readonly [zh: string, en: string]>> = {
  person: ['每人', 'one person'],
  pair: ['每二人', 'two people'],
  move: ['每项任免', 'one move'],
  plan: ['每个方案', 'one plan'],
  team: ['每个班子', 'one team'],
}

/** Why nothing was computed, and who can change that. */
export const stoppedNeed = (
  { id, versions }: Pick<Line<Compiled>, 'id' | 'versions'>,
  budget: number,
  language: Language,
  judging: Judging = 'person',
): Need => {
  const plugin = versions.at(-1)?.installation.plugin
  const [zh, en] = each[judging]
  return {
    fact: 'plugin.budget',
    of: id,
    why: inLanguage(
      language,
      `政策文件“${plugin?.name.zh ?? ''}”（${plugin?.id ?? ''} ${plugin?.version ?? ''}）超出计算限额（${zh} ${budget} 步），未予计算，应由制定机关精简规则`,
      `the policy “${plugin?.name.en ?? ''}” (${plugin?.id ?? ''} ${plugin?.version ?? ''}) exceeds its budget of ${budget} steps for ${en} and was stopped; who issued it must simplify its rules`,
    ),
  }
}
