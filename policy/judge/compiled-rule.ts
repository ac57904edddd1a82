import type { PersonFacts, Setting } from '../facts/person.ts'
import { wholeCareer } from '../facts/stays.ts'
import type { InForce } from '../law/citation.ts'
import type { Installation } from '../law/plugin.ts'
import { computedOf, conditionOf, type Rule } from '../law/rule.ts'
import { type Day, day } from '../time/day.ts'
import { type Days, daysFrom } from '../time/days.ts'
import { type Period, period } from '../time/period.ts'
import { either, never, type Truth, within } from '../time/truth.ts'
import { compileCondition } from './condition.ts'
import { leavesOf, type Node } from './node.ts'
import { constantPieces, parametersOf, resolve } from './resolve.ts'
import type { Subject } from './subject.ts'

/** A condition under one constant set of parameter values, judged only on the days of that set (S15). */
interface RulePiece {
  readonly from: Day
  readonly to: Day
  /** Those of its days on which the rule is in force and installed. */
  readonly cut: Days
  readonly node: Node
  readonly leaves: readonly Node[]
  readonly within: Period | null
}

/** One rule of one installation, ready to judge. */
export interface CompiledRule<R extends Rule = Rule> {
  readonly rule: R
  readonly installation: Installation
  /** `<plugin>/<rule>` */
  readonly id: string
  /** First and last-but-one day on which the rule is in force and installed (S13). */
  readonly from: Day
  readonly to: Day
  readonly pieces: readonly RulePiece[]
}

export const compileRule = <R extends Rule>(rule: R, installation: Installation): CompiledRule<R> => {
  const { plugin, effectiveFrom, effectiveTo } = installation
  const inForce = rule.inForce ?? plugin.instruments.find((i) => i.id === rule.cite.instrument)?.inForce
  if (inForce === undefined) throw new RangeError(`Rule \`${rule.id}\` cites no instrument of its document.`)
  const deadline = rule.kind === 'rotation' ? rule.deadline : undefined
  const names = parametersOf(computedOf(rule), plugin)
  const from = Math.max(firstDay(inForce), day(effectiveFrom))
  const to = Math.min(lastDay(inForce), effectiveTo === null ? Infinity : day(effectiveTo))
  const pieces = constantPieces(names, plugin).map((piece): RulePiece => {
    const node = compileCondition(conditionOf(rule), plugin, piece)
    return {
      from: piece.from,
      to: piece.to,
      cut: daysFrom(Math.max(piece.from, from), Math.min(piece.to, to)),
      node,
      leaves: leavesOf(node),
      within: deadline === undefined ? null : period(resolve(deadline, piece).within),
    }
  })
  return {
    rule,
    installation,
    id: `${plugin.id}/${rule.id}`,
    from,
    to,
    pieces,
  }
}

const firstDay = (inForce: InForce): Day => day('from' in inForce ? inForce.from : inForce.knownBy)
const lastDay = (inForce: InForce): Day => (inForce.to === undefined ? Infinity : day(inForce.to))

/** Days the rule's condition holds, each piece of its parameters judged whole and then cut, inside force and installation. */
export const ruleDays = (compiled: CompiledRule, subject: Subject): Truth => {
  let days = never
  for (const { cut, node } of compiled.pieces) {
    if (cut.length > 0 && node.mayHold(subject)) days = either(days, within(node.truth(subject), cut))
  }
  return days
}

/** The piece of the rule that judges a day; the nearest one outside its days, so that a later day can be explained. */
export const pieceOn = (compiled: CompiledRule, on: Day): RulePiece | undefined =>
  compiled.pieces.find((p) => p.from <= on && on < p.to) ?? compiled.pieces.at(-1)

/** A person as the subject of a person-wide condition. */
export const wholePerson = (person: PersonFacts, own: string, setting: Setting): Subject => ({
  person,
  own,
  setting,
  stay: wholeCareer(person.pieces),
})
