import type { Condition } from '../law/condition.ts'
import type { PluginDocument } from '../law/plugin.ts'
import { always, both, negated, never, some } from '../time/truth.ts'
import { happenedAtom } from './atoms/happened.ts'
import { crossesAtom, departsAtom, leavesAtom, risesAtom, takesAtom } from './atoms/move.ts'
import { ageAtom, nativeAtom, personAtom, toRetirementAtom } from './atoms/person.ts'
import { dossierAtom, stateAtom } from './atoms/record.ts'
import { accumulatedAtom, heldAtom, lastingAtom } from './atoms/tenure.ts'
import { termsAtom } from './atoms/terms.ts'
import { type Atom, type Node, noEvidence } from './node.ts'
import { type ConstantPiece, definitionOf, type Resolved, resolve } from './resolve.ts'

/** Compiles a condition of a checked document, with the parameter values of one constant piece. */
export const compileCondition = (condition: Condition, document: PluginDocument, piece: ConstantPiece): Node => {
  const compile = (child: Condition): Node => compileCondition(child, document, piece)
  if ('ref' in condition) return compile(definitionOf(document, condition.ref))
  const resolved = resolve(condition, piece)
  if ('all' in condition) return conjunction(resolved, condition.all.map(compile))
  if ('any' in condition) return disjunction(resolved, condition.any.map(compile))
  if ('not' in condition) return negation(resolved, compile(condition.not))
  return { condition: resolved, children: [], mayHold: perhaps, ...atomOf(resolved) }
}

const perhaps = () => true

const negation = (condition: Resolved<Condition>, child: Node): Node => ({
  condition,
  children: [child],
  mayHold: perhaps,
  truth: (subject) => (child.mayHold(subject) ? negated(child.truth(subject)) : always),
  evidence: () => noEvidence,
})

const disjunction = (condition: Resolved<Condition>, children: readonly Node[]): Node => ({
  condition,
  children,
  mayHold: (subject) => children.some((child) => child.mayHold(subject)),
  truth: (subject) => some(children.map((child) => child.truth(subject))),
  evidence: () => noEvidence,
})

/** Where one condition can never hold, the others are not asked. */
const conjunction = (condition: Resolved<Condition>, children: readonly Node[]): Node => ({
  condition,
  children,
  mayHold: (subject) => {
    for (const child of children) if (!child.mayHold(subject)) return false
    return true
  },
  truth: (subject) => {
    let days = always
    for (const child of children) {
      days = both(days, child.truth(subject))
      if (days.possibly.length === 0) return never
    }
    return days
  },
  evidence: () => noEvidence,
})

const atomOf = (c: Resolved<Condition>): Atom => {
  if ('held' in c) return heldAtom(c.held)
  if ('lasting' in c) return lastingAtom(c.lasting)
  if ('accumulated' in c) return accumulatedAtom(c.accumulated)
  if ('terms' in c) return termsAtom(c.terms)
  if ('happened' in c) return happenedAtom(c.happened)
  if ('person' in c) return personAtom(c.person)
  if ('age' in c) return ageAtom(c.age)
  if ('toRetirement' in c) return toRetirementAtom(c.toRetirement)
  if ('state' in c) return stateAtom(c.state)
  if ('native' in c) return nativeAtom(c.native)
  if ('dossier' in c) return dossierAtom(c.dossier)
  if ('takes' in c) return takesAtom(c.takes)
  if ('leaves' in c) return leavesAtom(c.leaves)
  if ('rises' in c) return risesAtom()
  if ('departs' in c) return departsAtom()
  if ('crosses' in c) return crossesAtom(c.crosses)
  throw new RangeError(`\`${Object.keys(c).join()}\` is no condition about one person.`)
}
