import type { PersonFacts } from '../facts/person.ts'
import type { Assessment } from './assess.ts'
import type { Finding } from './finding.ts'
import { findingsOf } from './findings-of.ts'
import type { Judge } from './judge.ts'

/** A finding with what it was read off. */
export interface Judged {
  readonly assessment: Assessment
  readonly finding: Finding
}

export const judged = (judge: Judge, person: PersonFacts): readonly Judged[] =>
  judge.assess(person).flatMap((assessment) => findingsOf(assessment).map((finding) => ({ assessment, finding })))
