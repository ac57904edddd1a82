import type { Bilingual, Citation } from './citation.ts'

/** Stable words for what is wrong with a policy document or with installing it; programs branch on these. */
export const pluginProblemCodes = [
  'MALFORMED',
  'MISSING',
  'UNKNOWN_KEY',
  'UNKNOWN_WORD',
  'UNKNOWN_CONDITION',
  'BAD_DAY',
  'BAD_PERIOD',
  'UNCITED',
  'UNKNOWN_INSTRUMENT',
  'UNDATED_VALUE',
  'DESCENDING_DATES',
  'UNKNOWN_PARAMETER',
  'PARAMETER_TYPE',
  'UNKNOWN_DEFINITION',
  'CYCLIC_DEFINITION',
  'DUPLICATE_ID',
  'UNKNOWN_RULE',
  'UNTRIED_RULE',
  'CASE_FAILS',
  'REACHES_NOTHING',
  'BAD_RESTATEMENT',
  'NO_PLACEMENT',
  'WRONG_KIND',
  'TOO_LARGE',
  'WRONG_LEVEL',
  'WRONG_JURISDICTION',
  'UNKNOWN_SUPERIOR_RULE',
  'NOT_EXEMPTABLE',
  'UNDECLARED_CLASS',
  'NOT_DELEGABLE',
  'OUT_OF_RANGE',
  'WEAKER_RESTATEMENT',
  'MAKES_IMPOSSIBLE',
  'RULE_CONFLICT',
  'STALE_SEQUENCE',
  'UNSIGNED',
  'UNKNOWN_KEY_ID',
  'REVOKED_KEY',
  'BAD_SIGNATURE',
  'BAD_DIGEST',
  'UNKNOWN_FORMAT',
  'TOO_COSTLY',
  'NOT_A_PACKAGE',
  'HOSTILE_TEXT',
  'MORE_PROBLEMS',
] as const
export type PluginProblemCode = (typeof pluginProblemCodes)[number]

/** Where in the document the trouble lies, outermost first: `['rules', '0', 'when', 'all', '1']`. */
export type DocumentPath = readonly string[]

/** One thing an author has to put right before the document can be installed. */
export interface PluginProblem {
  readonly code: PluginProblemCode
  readonly path: DocumentPath
  /** What is wrong and why that matters. */
  readonly message: Bilingual
  /** What to write instead. */
  readonly remedy: Bilingual
  /** The superior rule that stands in the way, where one does. */
  readonly superior?: { readonly rule: string; readonly catalogueId: string; readonly cite: Citation }
}

/** A problem told in one line: code, place, Chinese and English sentence, Chinese and English remedy. */
export const problem = (
  code: PluginProblemCode,
  path: DocumentPath,
  message: readonly [zh: string, en: string],
  remedy: readonly [zh: string, en: string],
): PluginProblem => ({
  code,
  path,
  message: { zh: message[0], en: message[1] },
  remedy: { zh: remedy[0], en: remedy[1] },
})
