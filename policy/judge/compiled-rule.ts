import type { PersonFacts, Setting } from '../facts/person.ts'
import { wholeCareer } from '../facts/stays.ts'
import type { InForce } from '../law/citation.ts'
import type { Condition } from '../law/condition.ts'
import type { Installation } from '../law/plugin.ts'
import { computedOf, conditionOf, type Rule } from '../law/rule.ts'
import { type Day, day } from '../time/day.ts'
import { type Days, daysFrom } from '../time/days.ts'
import { type Period, period } from '../time/period.ts'
import { either, never, type Truth, within } from '../time/truth.ts'
import { compileCondition } from './condition.ts'

import type { LocalValues, SetBy } from './delegation/local-values.ts'
import { type Weight, weightOf } from './fuel.ts'

import { leavesOf, type Node } from './node.ts'
import { type ConstantPiece, constantPieces, parametersOf, resolve } from './resolve.ts'
import type { Subject } from './subject.ts'

/** What a rule says under one constant set of parameter values, judged only on the days of that set (S15). */
interface DatedPiece {
  readonly from: Day
  readonly to: Day
  /** Those of its days on which the rule is in force and installed. */
  readonly cut: Days
  readonly values: ConstantPiece['values']
  /** Who below set some of these values, where the rule lets them. */
  readonly setBy: readonly SetBy[]
}

/** One rule of one installation, its condition compiled to `P` for each constant set of values. */
export interface DatedRule<R extends Rule, P> {
  readonly rule: R
  readonly installation: Installation
  /** `<plugin>/<rule>` */
  readonly id: string
  /** First and last-but-one day on which the rule is in force and installed (S13). */
  readonly from: Day
  readonly to: Day
  readonly pieces: readonly (DatedPiece & P)[]
}

/** What is judged of a person under one constant set of values. */
interface JudgedPiece {
  readonly node: Node
  readonly leaves: readonly Node[]
  readonly within: Period | null
}

/** One rule of one installation, ready to judge a person. */
export interface CompiledRule<R extends Rule = Rule> extends DatedRule<R, JudgedPiece> {
  /** Of all pieces that count on some day. */
  readonly weight: Weight
}

export const compileRule = <R extends Rule>(
  rule: R,
  installation: Installation,
  local?: LocalValues,
): CompiledRule<R> => {
  const deadline = rule.kind === 'rotation' ? rule.deadline : undefined
  const dated = compileDated(
    rule,
    installation,
    (condition, piece): JudgedPiece => {
      const node = compileCondition(condition, installation.plugin, piece)
      const within = deadline === undefined ? null : period(resolve(deadline, piece).within)
      return { node, leaves: leavesOf(node), within }
    },
    local,
  )
  return { ...dated, weight: weightOf(dated.pieces.filter(({ cut }) => cut.length > 0).map(({ node }) => node)) }
}

/** Cuts a rule into the constant pieces of its parameters and compiles its condition for each. */
export const compileDated = <R extends Rule, P>(
  rule: R,
  installation: Installation,
  compile: (condition: Condition, piece: ConstantPiece) => P,
  local?: LocalValues,
): DatedRule<R, P> => {
  const { plugin, effectiveFrom, effectiveTo } = installation
  const inForce = rule.inForce ?? plugin.instruments.find((i) => i.id === rule.cite.instrument)?.inForce
  if (inForce === undefined) throw new RangeError(`Rule \`${rule.id}\` cites no instrument of its document.`)
  const from = Math.max(firstDay(inForce), day(effectiveFrom))
  const to = Math.min(lastDay(inForce), effectiveTo === null ? Infinity : day(effectiveTo))
  const pieces = constantPieces(parametersOf(computedOf(rule), plugin), plugin, local).map((piece) => ({
    ...piece,
    setBy: local === undefined ? nobody : settersOn(local, piece.from),
    cut: daysFrom(Math.max(piece.from, from), Math.min(piece.to, to)),
    ...compile(conditionOf(rule), piece),
  }))
  return { rule, installation, id: `${plugin.id}/${rule.id}`, from, to, pieces }
}

const nobody: readonly SetBy[] = []

const settersOn = (local: LocalValues, on: Day): readonly SetBy[] =>
  [...local.values()].flatMap((values) => values.findLast(({ from }) => day(from) <= on)?.setBy ?? [])

const firstDay = (inForce: InForce): Day => day('from' in inForce ? inForce.from : inForce.knownBy)
const lastDay = (inForce: InForce): Day => (inForce.to === undefined ? Infinity : day(inForce.to))

/** Days the rule's condition holds, each piece of its parameters judged whole and then cut, inside force and installation. */
export const ruleDays = (compiled: Pick<CompiledRule, 'pieces'>, subject: Subject): Truth => {
  let days = never
  for (const { cut, node } of compiled.pieces) {
    if (cut.length > 0 && node.mayHold(subject)) days = either(days, within(node.truth(subject), cut))
  }
  return days
}

/** The piece of the rule that judges a day; the nearest one outside its days, so that a later day can be explained. */
export const pieceOn = <P>(compiled: DatedRule<Rule, P>, on: Day): (DatedPiece & P) | undefined =>
  compiled.pieces.find((p) => p.from <= on && on < p.to) ?? compiled.pieces.at(-1)

/** A person as the subject of a person-wide condition. */
export const wholePerson = (person: PersonFacts, own: string, setting: Setting): Subject => ({
  person,
  own,
  setting,
  stay: wholeCareer(person.pieces),
})
