import type { Case, CompositionRule, PlacementRule, PluginDocument, TogetherRule } from '../../policy/index.ts'
import { runCase } from '../../policy/index.ts'
import { measures } from './example-policy.ts'

const cite = { instrument: 'measures', article: '第一条', verified: false }
const title = { zh: '示例', en: 'Example' }

/** A bar on a move: `MUST_NOT`, called `bar`, unless told otherwise. */
export const placementBar = (when: PlacementRule['when'], more: Partial<PlacementRule> = {}): PlacementRule => ({
  ...{ kind: 'placement', id: 'bar', catalogueId: 'EX-P', title, cite, effect: 'MUST_NOT', when },
  ...more,
})

/** What may not happen together in one plan. */
export const togetherBar = (when: TogetherRule['when'], more: Partial<TogetherRule> = {}): TogetherRule => ({
  ...{ kind: 'together', id: 'bar', catalogueId: 'EX-G', title, cite, effect: 'GENERALLY_NOT', when, within: 'plan' },
  ...more,
})

/** What every county party committee and government must look like. */
export const teamRule = (
  assert: CompositionRule['assert'],
  of: Partial<CompositionRule['of']> = {},
  more: Partial<CompositionRule> = {},
): CompositionRule => ({
  ...{ kind: 'composition', id: 'team', catalogueId: 'EX-C', title, cite, effect: 'MUST', assert },
  of: { teamKind: ['party_committee', 'government'], place: ['county'], ...of },
  ...more,
})

/** What the rule called `id` says of a story under these rules alone. */
export const says = (
  rules: PluginDocument['rules'],
  story: Omit<Case, 'name' | 'expect'>,
  id = 'bar',
  more: Partial<PluginDocument> = {},
) => runCase(measures(rules, more), { name: 'story', ...story, expect: { [id]: 'passes' } })[id]
