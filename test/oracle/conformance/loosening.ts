import {
  type Condition,
  effectOrder,
  type Installation,
  type PluginDocument,
  type RotationRule,
} from '../../../policy/index.ts'
import type { Day } from '../../../policy/time/day.ts'
import { authoritiesOf } from '../authority.ts'
import { dayOfText } from '../calendar.ts'
import { type Trial, tryLife } from '../judge.ts'
import { argOn, type Statute, statutesOf, underTheLawOf, versionOn } from '../law.ts'
import type { Life } from '../life.ts'
import type { Subject } from '../stay.ts'
import { covers } from '../walk.ts'
import { claimed } from './claims.ts'
import { isStuck } from './moves.ts'
import { grid, setting } from './officers.ts'

/** A lower document, where it is to stand, and what stands above. */
export interface World {
  readonly lower: Installation
  readonly superiors: readonly Installation[]
  readonly autonomous: boolean
}

/** Somebody whom the lower document releases from what a superior demands, though the superior does not let it. */
export interface Loosened {
  readonly superior: string
  readonly by: 'claim' | 'restatement' | 'bar'
  readonly life: Life
  readonly day: Day
}

export const divisionsOf = ({ autonomous }: Pick<World, 'autonomous'>) => ({
  ...setting.divisions,
  autonomous: () => autonomous,
})

const isActive = (trial: Trial, statute: Statute, subject: Subject, day: Day): boolean =>
  trial.due(statute, subject, day) && !trial.exemptions(statute, subject, day).some(({ holds }) => holds)

/** Everything the lower document loosens of one life on these days. */
export const looseningsOf = function* (
  world: World,
  life: Life,
  days: readonly Day[] = grid.map(dayOfText),
): Generator<Loosened> {
  const { lower, superiors } = world
  const divisions = divisionsOf(world)
  const alone = tryLife(life, superiors, setting)
  const claims = (as: 'written' | 'let') => {
    const installations = [...claimed(superiors, lower.plugin, lower.jurisdiction, divisions, as), lower]
    return { trial: tryLife(life, installations, setting), statutes: statutesOf(installations) }
  }
  const [written, permitted] = [claims('written'), claims('let')]
  const authorities = authoritiesOf(
    life,
    life.pieces
      .flatMap(({ from, to }) => [from, to])
      .filter(Number.isFinite)
      .sort((a, b) => a - b),
    divisions,
  )
  const isGoverned = (day: Day) => authorities(day).some((code) => divisions.chain(code).includes(lower.jurisdiction))
  const restating = restatements(world, life)
  for (const statute of statutesOf(superiors))
    for (const [n, subject] of alone.subjects(statute).entries())
      for (const day of days) {
        if (!isActive(alone, statute, subject, day) || !isGoverned(day)) continue
        const told = { superior: statute.id, life, day }
        const stands = ({ trial, statutes }: typeof written) => {
          const same = statutes.find(
            ({ id, jurisdiction }) => id === statute.id && jurisdiction === statute.jurisdiction,
          )
          const again = same && trial.subjects(same)[n]
          return same !== undefined && again !== undefined && isActive(trial, same, again, day)
        }
        if (!stands(written) && stands(permitted)) yield { ...told, by: 'claim' }
        if (restating(statute, subject, day)) yield { ...told, by: 'restatement' }
        const rule = versionOn(statute, day)?.rule
        const isMust =
          rule?.effect === 'MUST' && rule.action !== 'retire' && !rule.exemptable?.includes(lower.plugin.level)
        const post = subject.pieces.find((piece) => covers(piece, day))
        if (isMust && post !== undefined && isStuck(life, post, day, superiors, lower)) yield { ...told, by: 'bar' }
      }
}

/** The document with one rule alone, which asks what `when` says. */
const alone = (installation: Installation, rule: RotationRule, when: Condition): Installation => ({
  ...installation,
  plugin: { ...installation.plugin, rules: [{ ...rule, when }] },
})

/** Outermost filters of posts: whom and which posts a rule addresses. */
const scopeOf = (node: Condition, document: PluginDocument): readonly Condition[] => {
  if ('ref' in node) return scopeOf(document.definitions[node.ref] ?? { all: [] }, document)
  if ('all' in node) return node.all.flatMap((part) => scopeOf(part, document))
  return 'held' in node || ('not' in node && 'held' in node.not) ? [node] : []
}

/** Whether a rule that says the superior one again asks less of whom it addresses. */
const restatements = ({ lower }: World, life: Life) => {
  const rules = lower.plugin.rules.filter(
    (rule): rule is RotationRule => rule.kind === 'rotation' && rule.enabled !== false,
  )
  const tried = rules.map((rule) => {
    const trialOf = (when: Condition) => {
      const installations = [alone(lower, rule, when)]
      const [statute] = statutesOf(installations)
      if (statute === undefined) throw new RangeError('no rule')
      return { trial: tryLife(life, installations, setting), statute }
    }
    return { rule, scope: trialOf({ all: scopeOf(rule.when, lower.plugin) }), again: trialOf(rule.when) }
  })
  return (superior: Statute, subject: Subject, day: Day): boolean =>
    tried.some(({ rule, scope, again }) => {
      const version = versionOn(superior, day)
      if (!rule.restates?.includes(superior.id) || version === undefined) return false
      if (versionOn(again.statute, day) === undefined || underTheLawOf(day, lower.plugin, rule.when) === null)
        return false
      const held = subject.pieces.filter((piece) => covers(piece, day))
      const theirs = version.rule.deadline && argOn(version.installation.plugin, version.rule.deadline.within, day)
      const mine = rule.deadline && argOn(lower.plugin, rule.deadline.within, day)
      const years = (within: unknown) => Number(/^P(\d+)Y$/.exec(String(within))?.[1] ?? Infinity)
      const isWeaker =
        effectOrder.indexOf(rule.effect) > effectOrder.indexOf(version.rule.effect) || years(mine) > years(theirs)
      return again.trial.subjects(again.statute).some((stay, n) => {
        const addressed = scope.trial.subjects(scope.statute)[n]
        if (addressed === undefined || !stay.pieces.some((piece) => held.includes(piece))) return false
        return (
          scope.trial.due(scope.statute, addressed, day) && (isWeaker || !again.trial.due(again.statute, stay, day))
        )
      })
    })
}
