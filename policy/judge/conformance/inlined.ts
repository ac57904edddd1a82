import type { Condition } from '../../law/condition.ts'
import type { PluginDocument } from '../../law/plugin.ts'
import { type ConstantPiece, definitionOf, resolve } from '../resolve.ts'

/** The condition in its own words: definitions written out and values put in, so that any document could say it. */
export const inlined = (condition: Condition, document: PluginDocument, piece: ConstantPiece): Condition => {
  const below = (child: Condition) => inlined(child, document, piece)
  if ('ref' in condition) return below(definitionOf(document, condition.ref))
  if ('all' in condition) return { all: condition.all.map(below) }
  if ('any' in condition) return { any: condition.any.map(below) }
  if ('not' in condition) return { not: below(condition.not) }
  return resolve(condition, piece)
}
