import type { Condition } from './condition.ts'
import type { PluginDocument } from './plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from './problem.ts'
import { conditionOf, type Rule, type RuleKind } from './rule.ts'
import { childrenOf } from './walk.ts'

const ofPerson = [
  ...['held', 'lasting', 'accumulated', 'terms', 'happened'],
  ...['person', 'age', 'toRetirement', 'state', 'native', 'dossier'],
]
const ofMove = ['takes', 'leaves', 'rises', 'crosses']

/** What a rule of each kind may ask, and what it may ask about the members of a team. */
const asks: Readonly<Record<RuleKind, { readonly of: readonly string[]; readonly members?: readonly string[] }>> = {
  rotation: { of: ofPerson },
  exemption: { of: ofPerson },
  avoidance: { of: ['kin', 'posts', 'held', 'oneHeld'] },
  placement: { of: [...ofPerson, ...ofMove] },
  composition: { of: ['share', 'count'], members: ofPerson },
  together: { of: ['posts', 'share', 'count'], members: [...ofPerson, 'departs'] },
  gate: { of: [...ofPerson, ...ofMove] },
}

const combining = ['all', 'any', 'not', 'ref']

/** Whether each rule asks only what its kind can answer, definitions followed. */
export const kindProblems = (plugin: PluginDocument): readonly PluginProblem[] =>
  plugin.rules.flatMap((rule, i) => {
    const at = ['rules', String(i), rule.kind === 'composition' ? 'assert' : 'when']
    return asked(plugin, rule, conditionOf(rule), at, asks[rule.kind].of)
  })

const asked = (
  plugin: PluginDocument,
  rule: Rule,
  condition: Condition,
  at: DocumentPath,
  may: readonly string[],
): readonly PluginProblem[] => {
  const [name = ''] = Object.keys(condition)
  if ('ref' in condition) {
    const target = Object.hasOwn(plugin.definitions, condition.ref) ? plugin.definitions[condition.ref] : undefined
    return target === undefined ? [] : asked(plugin, rule, target, [...at, `ref ${condition.ref}`], may)
  }
  const below = name === 'share' || name === 'count' ? (asks[rule.kind].members ?? []) : may
  return [
    ...(combining.includes(name) || may.includes(name) ? [] : [cannotAsk(name, rule.kind, at, may)]),
    ...placeProblems(condition, rule.kind, at),
    ...formProblems(condition, at),
    ...childrenOf(condition).flatMap(([step, child]) => asked(plugin, rule, child, [...at, ...step], below)),
  ]
}

const cannotAsk = (name: string, kind: RuleKind, path: DocumentPath, may: readonly string[]): PluginProblem =>
  problem(
    'WRONG_KIND',
    path,
    [`${kind} 规则不能问 \`${name}\`。`, `A rule of kind ${kind} cannot ask \`${name}\`.`],
    [`这里可用：${may.join('、')}。`, `It may ask: ${may.join(', ')}.`],
  )

/** Where a native place, or a filter of pieces, speaks of a move that there is not. */
const placeProblems = (condition: Condition, kind: RuleKind, path: DocumentPath): readonly PluginProblem[] => {
  const moves = kind === 'placement' || kind === 'gate'
  const team = kind === 'composition' || kind === 'together'
  const wanted = 'native' in condition ? condition.native.place : null
  const misplaced = wanted !== null && ((wanted === 'takes' && !moves) || (wanted === 'team' && !team))
  return [
    ...(misplaced ? [noPlacement(wanted, path)] : []),
    ...(!moves && namesMove(condition) ? [noPlacement('same', path)] : []),
  ]
}

/** Whether a filter of pieces compares with the post taken or left. */
const namesMove = (condition: Condition): boolean =>
  ('held' in condition && condition.held.same !== undefined) ||
  ('lasting' in condition && condition.lasting.where?.same !== undefined) ||
  ('accumulated' in condition && condition.accumulated.where.same !== undefined) ||
  ('terms' in condition && condition.terms.where.same !== undefined)

const noPlacement = (place: string, path: DocumentPath): PluginProblem =>
  problem(
    'NO_PLACEMENT',
    path,
    [`本类规则没有 \`${place}\` 所指的对象。`, `A rule of this kind has no \`${place}\` to compare with.`],
    [
      '交流与豁免规则写 `post`；拟任职位只在 placement 规则中可比，班子只在 composition 规则中。',
      'Write `post` in rotation and exemption rules; compare with the post taken in a placement rule, with the team in a composition rule.',
    ],
  )

/** What belongs together inside one condition. */
const formProblems = (condition: Condition, path: DocumentPath): readonly PluginProblem[] => {
  if ('share' in condition || 'count' in condition) {
    const { atLeast, atMost } = 'share' in condition ? condition.share : condition.count
    return (atLeast === undefined) === (atMost === undefined) ? [oneLimit(path)] : []
  }
  if ('posts' in condition && (condition.posts.relation === 'seats') !== (condition.posts.seats !== undefined))
    return [seatsAsked(path)]
  return []
}

const oneLimit = (path: DocumentPath): PluginProblem =>
  problem(
    'MISSING',
    path,
    ['atLeast 与 atMost 须且只须写一个。', 'Exactly one of `atLeast` and `atMost` is to be given.'],
    ['写下限或者上限；两者都要的，写成两个条件。', 'Give a least or a most; for both, write two conditions.'],
  )

const seatsAsked = (path: DocumentPath): PluginProblem =>
  problem(
    'MISSING',
    path,
    ['关系 seats 须写明两个席位，其他关系不写。', 'The relation `seats` names two seats, and no other relation does.'],
    ['写 seats: [席位, 席位]。', 'Write `seats: [seat, seat]`.'],
  )
