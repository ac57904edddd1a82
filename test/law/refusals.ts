import { samplePlugin } from '../support/sample-plugin.ts'

const nested = (levels: number): unknown => (levels === 0 ? { held: {} } : { not: nested(levels - 1) })
export const cite = { instrument: 'measures', article: null, verified: false }
const exemption = {
  kind: 'exemption',
  id: 'waived',
  catalogueId: 'QH-2',
  title: { zh: '免', en: 'Waived' },
  cite,
  class: 'EXEMPT',
  when: { state: { kind: 'health_unfit' } },
}

const barred = { ...exemption, class: undefined, effect: 'MUST_NOT' }
const spouses = { classes: ['SPOUSE'] }
const same = { relation: 'sameUnit' }
const avoiding = (when: unknown) => ({ ...barred, kind: 'avoidance', when })
const ofTeam = (assert: unknown) => {
  const { when, ...head } = barred
  return { ...head, kind: 'composition', effect: 'MUST', of: { teamKind: ['government'] }, assert }
}

/** One place of the sample spoilt: what is wrong, where, by what, and the problem that must come back, at that place or another. */
export type Refusal = readonly [name: string, path: string, to: unknown, code: string, at?: string]

export const refusals: readonly Refusal[] = [
  ['when a rule has no citation', 'rules/0/cite', undefined, 'UNCITED'],
  ['when a rule cites an instrument it does not list', 'rules/0/cite/instrument', 'other', 'UNKNOWN_INSTRUMENT'],
  [
    'when a dated value cites an instrument it does not list',
    'parameters/years/values/1/cite/instrument',
    'other',
    'UNKNOWN_INSTRUMENT',
  ],
  ['when a dated value has no first day', 'parameters/years/values/0/from', undefined, 'UNDATED_VALUE'],
  ['when a dated value starts on no day of the calendar', 'parameters/years/values/0/from', '2015-02-29', 'BAD_DAY'],
  ['when dated values descend', 'parameters/years/values/1/from', '2014-01-01', 'DESCENDING_DATES'],
  ['when two values start on the same day', 'parameters/years/values/1/from', '2015-01-01', 'DESCENDING_DATES'],
  ['when an instrument ends before it begins', 'instruments/0/inForce/to', '2014-01-01', 'DESCENDING_DATES'],
  ['when a condition asks for an unknown fact', 'rules/0/when', { salary: { atLeast: 1 } }, 'UNKNOWN_CONDITION'],
  [
    'when a filter asks for an unknown attribute',
    'rules/0/when',
    { held: { salary: 1 } },
    'UNKNOWN_KEY',
    'rules/0/when/held',
  ],
  [
    'when a word is on no list',
    'rules/0/when',
    { held: { level: ['emperor'] } },
    'UNKNOWN_WORD',
    'rules/0/when/held/level/0',
  ],
  [
    'when a state is on no list',
    'rules/0/when',
    { state: { kind: 'bored' } },
    'UNKNOWN_WORD',
    'rules/0/when/state/kind',
  ],
  ['when the document says more than the format knows', 'author', 'me', 'UNKNOWN_KEY', ''],
  [
    'when a period is none',
    'rules/0/when',
    { lasting: { atLeast: '10 years' } },
    'BAD_PERIOD',
    'rules/0/when/lasting/atLeast',
  ],
  ['when a parameter is not defined', 'rules/0/when/lasting/atLeast', { param: 'other' }, 'UNKNOWN_PARAMETER'],
  [
    'when a count stands where a period is needed',
    'rules/0/when/lasting/atLeast',
    { param: 'count' },
    'PARAMETER_TYPE',
  ],
  [
    'when a period stands where a number is needed',
    'rules/0/when',
    { age: { atMost: { param: 'years' } } },
    'PARAMETER_TYPE',
    'rules/0/when/age/atMost',
  ],
  [
    'when a parameter names words its use does not know',
    'parameters/years/values/0/value',
    ['emperor'],
    'PARAMETER_TYPE',
    'rules/0/when/lasting/atLeast',
  ],
  [
    'when a deadline is no period',
    'rules/0/deadline',
    { within: { param: 'count' } },
    'PARAMETER_TYPE',
    'rules/0/deadline/within',
  ],
  ['when a definition does not exist', 'rules/0/when', { ref: 'other' }, 'UNKNOWN_DEFINITION', 'rules/0/when'],
  [
    'when definitions go round in a ring',
    'definitions/leads',
    { ref: 'never' },
    'CYCLIC_DEFINITION',
    'definitions/leads',
  ],
  [
    'when a definition names itself',
    'definitions/leads',
    { any: [{ ref: 'leads' }] },
    'CYCLIC_DEFINITION',
    'definitions/leads',
  ],
  [
    'when two rules have one id',
    'rules',
    [samplePlugin.rules[0], { ...samplePlugin.rules[0], catalogueId: 'QH-9' }],
    'DUPLICATE_ID',
    'rules/1/id',
  ],
  [
    'when two rules have one catalogue id',
    'rules',
    [samplePlugin.rules[0], { ...samplePlugin.rules[0], id: 'x', enabled: false }],
    'DUPLICATE_ID',
    'rules/1/catalogueId',
  ],
  ['when no case shows a rule binding', 'cases/0/expect', {}, 'UNTRIED_RULE', 'rules/0'],
  ['when no case shows a rule passing', 'cases/1/expect', {}, 'UNTRIED_RULE', 'rules/0'],
  ['when a case speaks of a rule that is not there', 'cases/0/expect/other', 'binds', 'UNKNOWN_RULE'],
  [
    'when an exemption reaches no rule by name',
    'rules',
    [samplePlugin.rules[0], { ...exemption, appliesTo: ['qinghe/other'] }],
    'REACHES_NOTHING',
    'rules/1/appliesTo/0',
  ],
  [
    'when an exemption names nothing',
    'rules',
    [samplePlugin.rules[0], { ...exemption, appliesTo: [] }],
    'REACHES_NOTHING',
    'rules/1/appliesTo',
  ],
  [
    'when an exemption of its own rules finds none',
    'rules',
    [{ ...exemption, appliesTo: ['own'] }],
    'REACHES_NOTHING',
    'rules/0/appliesTo/0',
  ],
  ['when a restatement is no full id', 'rules/0/restates', ['ZR-10a'], 'BAD_RESTATEMENT', 'rules/0/restates/0'],
  ['when a rule restates itself', 'rules/0/restates', ['qinghe/same-post'], 'BAD_RESTATEMENT', 'rules/0/restates/0'],
  [
    'when a delegation names no parameter',
    'rules/0/delegable',
    [{ parameter: 'other', to: ['county'] }],
    'UNKNOWN_PARAMETER',
    'rules/0/delegable/0/parameter',
  ],
  [
    'when a rotation rule asks about the post to be taken',
    'rules/0/when',
    { native: { place: 'takes', basis: ['birth'] } },
    'NO_PLACEMENT',
    'rules/0/when',
  ],
  [
    'when a rotation rule asks about a move',
    'rules/0/when',
    { all: [{ held: {} }, { rises: {} }] },
    'WRONG_KIND',
    'rules/0/when/all/1',
  ],
  [
    'when a rotation rule compares with the post taken',
    'rules/0/when',
    { held: { same: { dim: 'post', as: 'takes' } } },
    'NO_PLACEMENT',
    'rules/0/when',
  ],
  ['when a rotation rule asks about two people', 'rules/0/when', { kin: { classes: ['SPOUSE'] } }, 'WRONG_KIND'],
  ['when a bar on two people names no kin', 'rules', [avoiding({ posts: same })], 'WRONG_KIND', 'rules/0/when'],
  ['when it names no posts', 'rules', [avoiding({ kin: spouses })], 'WRONG_KIND', 'rules/0/when'],
  [
    'when it names kin only to leave them out',
    'rules',
    [avoiding({ all: [{ not: { kin: spouses } }, { posts: same }] })],
    'WRONG_KIND',
    'rules/0/when',
  ],
  [
    'when kin would be enough without posts',
    'rules',
    [avoiding({ any: [{ kin: spouses }, { posts: same }] })],
    'WRONG_KIND',
    'rules/0/when',
  ],
  [
    'when one rule asks about two posts left and about a team',
    'rules',
    [{ ...barred, kind: 'together', within: 'plan', when: { any: [{ posts: same }, { count: { atLeast: 1 } }] } }],
    'WRONG_KIND',
    'rules/0/when',
  ],
  [
    'when a team is asked what a person is',
    'rules',
    [ofTeam({ native: { place: 'team', basis: ['birth'] } })],
    'WRONG_KIND',
    'rules/0/assert',
  ],
  [
    'when members of a team are asked about a move',
    'rules',
    [ofTeam({ count: { who: { rises: {} }, atLeast: 1 } })],
    'WRONG_KIND',
    'rules/0/assert/count/who',
  ],
  ['when a count has two limits', 'rules', [ofTeam({ count: { atLeast: 1, atMost: 2 } })], 'MISSING', 'rules/0/assert'],
  ['when a count has no limit', 'rules', [ofTeam({ count: {} })], 'MISSING', 'rules/0/assert'],
  [
    'when a relation of seats names none',
    'rules',
    [avoiding({ all: [{ kin: spouses }, { posts: { relation: 'seats' } }] })],
    'MISSING',
    'rules/0/when/all/1',
  ],
  ['when conditions nest nine deep', 'rules/0/when', nested(8), 'TOO_LARGE', 'rules/0/when'],
  [
    'when a rule has more than two hundred conditions',
    'rules/0/when',
    { any: [{ all: Array(120).fill({ held: {} }) }, { all: Array(120).fill({ held: {} }) }] },
    'TOO_LARGE',
    'rules/0/when',
  ],
  [
    'when there are more than five hundred rules',
    'rules',
    Array(501).fill(samplePlugin.rules[0]),
    'TOO_LARGE',
    'rules',
  ],
  ['when a template names something that is no division code', 'jurisdiction', '4111', 'MALFORMED'],
]
