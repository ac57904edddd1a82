import { samplePlugin } from '../support/sample-plugin.ts'
import type { Refusal } from './refusals.ts'

/** Names and words of a case that mean nobody and nothing. */
export const caseRefusals: readonly Refusal[] = [
  [
    'when a case has a relative by a word that names no tie',
    'cases/0/kin',
    [{ of: 'self', relative: '乙', relation: '老伴' }],
    'UNKNOWN_WORD',
    'cases/0/kin/0/relation',
  ],
  [
    'when a case says of a post that nobody holds whom it reports to',
    'cases/0/chart',
    { posts: { 甲科科长长: { reportsTo: '局长' } } },
    'MISSING',
    'cases/0/chart/posts/甲科科长长',
  ],
  [
    'when a case says something of a unit nobody serves in',
    'cases/0/chart',
    { units: { 甲局: { parent: '县委' }, 县委: { parent: '省委' }, 乙局: { parent: '县委' } } },
    'MISSING',
    'cases/0/chart/units/乙局',
  ],
  [
    'when a case moves somebody it does not tell of',
    'cases/0/moves',
    [{ person: '王某' }],
    'MISSING',
    'cases/0/moves/0/person',
  ],
  [
    'when a case moves somebody from a post they never held',
    'cases/0/moves',
    [{ leaves: '局长' }],
    'MISSING',
    'cases/0/moves/0/leaves',
  ],
  [
    'when a case moves somebody from a post not yet held on its day',
    'cases/0',
    { ...samplePlugin.cases[0], on: '1950-01-01', moves: [{ leaves: samplePlugin.cases[0]?.career[0]?.post }] },
    'MISSING',
    'cases/0/moves/0/leaves',
  ],
]
