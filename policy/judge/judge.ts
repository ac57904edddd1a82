import type { PersonFacts, Setting } from '../facts/person.ts'
import type { Installation } from '../law/plugin.ts'
import type { RotationRule } from '../law/rule.ts'
import { type Day, dayText } from '../time/day.ts'
import { type Assessment, assess, rulesFor } from './assess.ts'
import type { CompiledRule } from './compiled-rule.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings-of.ts'
import { stepsPerPerson } from './fuel.ts'
import { type Restates, sameStay, shownOf } from './restated.ts'
import { ruleBook } from './rule-book.ts'

/** A bench of installed policies, ready to judge anyone. Pure: the same facts always give the same findings. */
export interface Judge {
  readonly installations: readonly Installation[]
  readonly setting: Setting
  readonly budget: number
  findings(person: PersonFacts): readonly Finding[]
  /** What the findings and their explanations are read off. */
  assess(person: PersonFacts): readonly Assessment[]
  /** Every version of every enabled rotation rule, as it judges this person. */
  rules(person: PersonFacts): readonly CompiledRule<RotationRule>[]
}

/** `budget`: steps that judging one person by one plugin may take. */
export const compile = (
  installations: readonly Installation[],
  setting: Setting,
  budget: number = stepsPerPerson,
): Judge => {
  const book = ruleBook(installations, setting.divisions)
  const restated = new Map(book.map((line) => [line.id, line.versions.at(-1)?.rule.restates ?? []]))
  const restates: Restates = ({ rule }) => restated.get(rule) ?? []
  return {
    installations,
    setting,
    budget,
    rules: (person) => rulesFor(person, book, setting),
    assess: (person) => assess(person, book, setting, budget),
    findings: (person) => shownOf(assess(person, book, setting, budget), findingsOf, restates, sameStay),
  }
}

/** What is installed and effective for a jurisdiction on a day, the nation first. */
export const chainOn = (judge: Judge, jurisdiction: string, on: Day): readonly Installation[] => {
  const chain = judge.setting.divisions.chain(jurisdiction)
  const today = dayText(on)
  return judge.installations
    .filter((i) => chain.includes(i.jurisdiction) && i.effectiveFrom <= today && (i.effectiveTo ?? '9999') > today)
    .toSorted((a, b) => chain.indexOf(a.jurisdiction) - chain.indexOf(b.jurisdiction))
}
