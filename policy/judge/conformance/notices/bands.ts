import { levelOrder, levels } from '../../../facts/vocabulary.ts'
import type { Condition } from '../../../law/condition.ts'
import { computedOf, conditionOf, type Rule } from '../../../law/rule.ts'
import { constantPieces, definitionOf, parametersOf, type Resolved, resolve } from '../../resolve.ts'
import { levelsOf } from '../../where.ts'
import type { Notice } from '../certificate.ts'
import type { LowerDocument } from '../lower-document.ts'

/** The steps of an ordered attribute that one rule addresses. */
interface Band {
  readonly attribute: 'level' | 'age'
  /** Rules of one kin differ in nothing but their band and their years. */
  readonly kin: string
  readonly rule: Rule
  readonly index: number
  readonly steps: ReadonlySet<number>
}

/** Bands of levels or ages that leave a hole between them, or lie half over each other. */
export const bandNotices = (lower: LowerDocument): readonly Notice[] => {
  const bands = lower.plugin.rules.flatMap((rule, i) =>
    rule.enabled === false || rule.kind === 'exemption' ? [] : bandsOf(rule, i, lower),
  )
  const kins = new Set(bands.map(({ kin }) => kin))
  const ofKin = [...kins].map((wanted) => bands.filter(({ kin }) => kin === wanted))
  return ofKin.flatMap((kin) => [...holes(kin), ...overlaps(kin)])
}

/** One band for each ordered attribute that the rule asks of today. */
const bandsOf = (rule: Rule, index: number, { plugin }: LowerDocument): readonly Band[] => {
  const piece = constantPieces(parametersOf(computedOf(rule), plugin), plugin).at(-1)
  if (piece === undefined) return []
  const parts = conjuncts(conditionOf(rule), plugin).map((part) => resolve(part, piece))
  const head = {
    kind: rule.kind,
    effect: 'effect' in rule ? rule.effect : null,
    ...(rule.kind === 'rotation' ? { per: rule.per, action: rule.action } : {}),
  }
  return parts.flatMap((part, at): readonly Band[] => {
    const found = bandOf(part)
    if (found === null) return []
    const rest = parts.map((other, i) => (i === at ? found.rest : other))
    const kin = JSON.stringify([found.attribute, head, rest], (key, value: unknown) =>
      key === 'atLeast' && typeof value === 'string' ? 'years' : value,
    )
    return [{ attribute: found.attribute, kin, rule, index, steps: found.steps }]
  })
}

const conjuncts = (condition: Condition, plugin: LowerDocument['plugin']): readonly Condition[] => {
  if ('ref' in condition) return conjuncts(definitionOf(plugin, condition.ref), plugin)
  return 'all' in condition ? condition.all.flatMap((part) => conjuncts(part, plugin)) : [condition]
}

const oldest = 100

const bandOf = (
  part: Resolved<Condition>,
): { attribute: 'level' | 'age'; steps: ReadonlySet<number>; rest: unknown } | null => {
  if ('held' in part && part.held.level !== undefined) {
    const { level, ...rest } = part.held
    return { attribute: 'level', steps: new Set(levelsOf(level).map((word) => levelOrder.indexOf(word))), rest }
  }
  if (!('age' in part)) return null
  const { atLeast = 0, atMost = oldest } = part.age
  const steps = Array.from({ length: Math.max(0, atMost - atLeast + 1) }, (_, i) => atLeast + i)
  return { attribute: 'age', steps: new Set(steps), rest: 'age' }
}

const holes = (kin: readonly Band[]): readonly Notice[] => {
  const covered = new Set(kin.flatMap(({ steps }) => [...steps]))
  const last = kin.at(-1)
  if (kin.length < 2 || covered.size === 0 || last === undefined) return []
  const [from, to] = [Math.min(...covered), Math.max(...covered)]
  const missing = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((step) => !covered.has(step))
  return missing.length === 0 ? [] : [notice('THRESHOLD_GAP', last, kin, missing)]
}

/** Of two bands neither of which lies in the other; one that does is superfluous or meant as an exception. */
const overlaps = (kin: readonly Band[]): readonly Notice[] =>
  kin.flatMap((band, i) =>
    kin.slice(0, i).flatMap((other) => {
      const shared = [...band.steps].filter((step) => other.steps.has(step))
      if (shared.length === 0 || shared.length === band.steps.size || shared.length === other.steps.size) return []
      return [notice('THRESHOLD_OVERLAP', band, [other, band], shared)]
    }),
  )

const notice = (
  code: 'THRESHOLD_GAP' | 'THRESHOLD_OVERLAP',
  { attribute, index }: Band,
  kin: readonly Band[],
  steps: readonly number[],
): Notice => {
  const rules = kin.map(({ rule }) => rule.catalogueId)
  const [zh, en] = stepWords(attribute, steps)
  return {
    code,
    path: ['rules', String(index)],
    says:
      code === 'THRESHOLD_GAP'
        ? {
            zh: `${rules.join('、')} 之间有空档：${zh}哪一条也不及。`,
            en: `${rules.join(', ')} leave a hole: none of them addresses ${en}.`,
          }
        : {
            zh: `${rules.join('、')} 相互重叠：${zh}同时及于两条。`,
            en: `${rules.join(' and ')} overlap: both address ${en}.`,
          },
  }
}

const stepWords = (attribute: Band['attribute'], steps: readonly number[]): readonly [zh: string, en: string] => {
  if (attribute === 'age') {
    const [from, to] = [Math.min(...steps), Math.max(...steps)]
    return from === to ? [`${from}岁`, `age ${from}`] : [`${from}至${to}岁`, `ages ${from} to ${to}`]
  }
  const words = steps.flatMap((step) => levelOrder[step] ?? [])
  return [words.map((word) => levels[word]).join('、'), words.map((word) => word.replaceAll('_', ' ')).join(', ')]
}
