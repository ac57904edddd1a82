import type { FactClass } from '../facts/fact-class.ts'
import type { DivisionLevel } from '../facts/vocabulary.ts'
import type { DayText } from '../time/day.ts'
import type { Case } from './case.ts'
import type { Bilingual, Instrument } from './citation.ts'
import type { Condition } from './condition.ts'
import type { Parameter } from './dated.ts'
import type { Clause, Rule } from './rule.ts'

/** The policy of one jurisdiction: a JSON document, never code. What `plugins/` writes and what anyone may install. */
export interface PluginDocument {
  readonly format: 1
  readonly id: string
  /** `major.minor.patch` */
  readonly version: string
  readonly name: Bilingual
  readonly level: DivisionLevel
  /** GB/T 2260 code; absent in a template, which is bound to a jurisdiction of its level when installed. */
  readonly jurisdiction?: string
  /** Last day someone compared the document with the published text. */
  readonly reviewedOn: DayText
  /** Classes of facts its rules read, beside careers; none unless stated. */
  readonly reads?: readonly FactClass[]
  readonly instruments: readonly Instrument[]
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Values that a superior lets this level set, by the full name `<plugin>/<parameter>`; days they do not cover keep the superior's. */
  readonly delegated?: Readonly<Record<string, Parameter>>
  /** Named conditions, used with `ref`; acyclic. */
  readonly definitions: Readonly<Record<string, Condition>>
  readonly rules: readonly Rule[]
  readonly clauses: readonly Clause[]
  readonly cases: readonly Case[]
}

/** A document at work: installed at a jurisdiction from one day to another. `effectiveTo` is `null` while it stands. */
export interface Installation {
  readonly plugin: PluginDocument
  /** SHA-256 of the document's canonical bytes (RFC 8785), hex. */
  readonly digest: string
  readonly jurisdiction: string
  readonly effectiveFrom: DayText
  readonly effectiveTo: DayText | null
}
