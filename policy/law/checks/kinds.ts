import type { Condition } from '../condition.ts'
import type { PluginDocument } from '../plugin.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'
import { conditionOf, type Rule, type RuleKind } from '../rule.ts'
import { childrenOf } from '../walk.ts'

const ofPerson = [
  ...['held', 'lasting', 'accumulated', 'terms', 'happened'],
  ...['person', 'age', 'toRetirement', 'state', 'native', 'dossier'],
]
const ofMove = ['takes', 'leaves', 'rises', 'crosses']

/** What a rule of each kind may ask, and what it may ask about the members of a team. */
const asks: Readonly<Record<RuleKind, { readonly of: readonly string[]; readonly members?: readonly string[] }>> = {
  rotation: { of: ofPerson },
  exemption: { of: ofPerson },
  avoidance: { of: ['kin', 'posts', 'held'] },
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
    const asking = { plugin, kind: rule.kind, followed: new Set<string>(), leaves: new Set<string>() }
    const problems = asked(asking, conditionOf(rule), at, asks[rule.kind].of)
    return [...problems, ...wholeProblems(plugin, rule, asking.leaves, at)]
  })

interface Asking {
  readonly plugin: PluginDocument
  readonly kind: RuleKind
  /** Definitions already read in the same place: many roads to one are walked once. */
  readonly followed: Set<string>
  /** Everything the rule asks, by name. */
  readonly leaves: Set<string>
}

const asked = (
  asking: Asking,
  condition: Condition,
  at: DocumentPath,
  may: readonly string[],
): readonly PluginProblem[] => {
  const { plugin, kind, followed, leaves } = asking
  const [name = ''] = Object.keys(condition)
  if ('ref' in condition) {
    const target = Object.hasOwn(plugin.definitions, condition.ref) ? plugin.definitions[condition.ref] : undefined
    const way = `${condition.ref} ${may.join()}`
    if (target === undefined || followed.has(way)) return []
    followed.add(way)
    return asked(asking, target, at, may)
  }
  leaves.add(name)
  const below = name === 'share' || name === 'count' ? (asks[kind].members ?? []) : may
  return [
    ...(combining.includes(name) || may.includes(name) ? [] : [cannotAsk(name, kind, at, may)]),
    ...placeProblems(condition, kind, at),
    ...formProblems(condition, at),
    ...childrenOf(condition).flatMap(([step, child]) => asked(asking, child, [...at, ...step], below)),
  ]
}

/** What the conditions of a rule must be as a whole. */
const wholeProblems = (
  plugin: PluginDocument,
  rule: Rule,
  leaves: ReadonlySet<string>,
  at: DocumentPath,
): readonly PluginProblem[] => {
  if (rule.kind === 'avoidance') {
    const holdsOnlyWith = (name: string) => requires(plugin, conditionOf(rule), name, true, new Map())
    return holdsOnlyWith('kin') && holdsOnlyWith('posts') ? [] : [aboutNobody(at)]
  }
  const ofTeam = leaves.has('share') || leaves.has('count')
  return rule.kind === 'together' && ofTeam && leaves.has('posts') ? [twoQuestions(at)] : []
}

/** Whether a condition (or its opposite) holds only where such a leaf holds. */
const requires = (
  plugin: PluginDocument,
  condition: Condition,
  name: string,
  positive: boolean,
  known: Map<string, boolean>,
): boolean => {
  const below = (child: Condition) => requires(plugin, child, name, positive, known)
  if ('not' in condition) return requires(plugin, condition.not, name, !positive, known)
  if ('ref' in condition) {
    const target = Object.hasOwn(plugin.definitions, condition.ref) ? plugin.definitions[condition.ref] : undefined
    const way = `${condition.ref} ${positive}`
    const answer = known.get(way) ?? (target !== undefined && below(target))
    known.set(way, answer)
    return answer
  }
  const children = 'all' in condition ? condition.all : 'any' in condition ? condition.any : null
  if (children === null) return positive && Object.hasOwn(condition, name)
  return 'all' in condition === positive ? children.some(below) : children.length > 0 && children.every(below)
}

const aboutNobody = (path: DocumentPath): PluginProblem =>
  problem(
    'WRONG_KIND',
    path,
    [
      '回避规则须写明何种亲属（kin）以及职位间何种关系（posts），且不在 not 之内。',
      'An avoidance rule says which kin (`kin`) and how their posts stand (`posts`), outside `not`.',
    ],
    [
      '用 all 把 kin 与 posts 写在一起；没有亲属或没有职位关系，所有人两两都会相互回避。',
      'Put `kin` and `posts` together in `all`; without them everyone would have to avoid everyone else.',
    ],
  )

const twoQuestions = (path: DocumentPath): PluginProblem =>
  problem(
    'WRONG_KIND',
    path,
    [
      '一条规则或者问两个拟离任职位的关系，或者问班子，不能同时问。',
      'One rule asks how two posts left stand, or asks about a team, and not both.',
    ],
    ['分成两条规则。', 'Make it two rules.'],
  )

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
