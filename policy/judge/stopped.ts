import type { PersonFacts, Setting } from '../facts/person.ts'
import { heldAtAll } from '../facts/stays.ts'
import { noDays, union } from '../time/days.ts'
import { both } from '../time/truth.ts'
import type { Assessment } from './assess.ts'
import { wholePerson } from './compiled-rule.ts'
import type { Need } from './explanation.ts'
import type { PersonDays } from './person-days.ts'
import type { RotationLine } from './rule-book.ts'
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
  const force = line.versions.flatMap(({ pieces }) => pieces).reduce((sum, { cut }) => union(sum, cut), noDays)
  const served = both(both({ surely: noDays, possibly: force }, days.chain(line.governs)), heldAtAll(subject.stay))
  const retires = line.versions.some(({ rule }) => rule.action === 'retire')
  const { possibly } = retires ? served : both(served, days.serving())
  return { line, subject, branch: 0, due: { surely: noDays, possibly }, reaches: [], stopped: days.fuel.budget }
}

/** Why nothing was computed, and who can change that. */
export const stoppedNeed = ({ id, versions }: RotationLine, budget: number, language: Language): Need => {
  const plugin = versions.at(-1)?.installation.plugin
  return {
    fact: 'plugin.budget',
    of: id,
    why: inLanguage(
      language,
      `政策文件“${plugin?.name.zh ?? ''}”（${plugin?.id ?? ''} ${plugin?.version ?? ''}）超出计算限额（每人 ${budget} 步），未予计算，应由制定机关精简规则`,
      `the policy “${plugin?.name.en ?? ''}” (${plugin?.id ?? ''} ${plugin?.version ?? ''}) exceeds its budget of ${budget} steps for one person and was stopped; who issued it must simplify its rules`,
    ),
  }
}
