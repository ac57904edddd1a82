import type { DivisionCode, Divisions } from '../../facts/person.ts'
import type { Installation, PluginDocument } from '../../law/plugin.ts'
import { proposed } from './dated-clauses.ts'
import { above, rulesOf, type SuperiorRule } from './superior-rules.ts'

/** A document that is to be installed, and what stands above it there. */
export interface LowerDocument {
  readonly plugin: PluginDocument
  readonly at: DivisionCode
  readonly installation: Installation
  readonly superiors: readonly Installation[]
  readonly rules: readonly SuperiorRule[]
  readonly divisions: Divisions
  readonly effort: Effort
}

/** What may still be spent on a document, so that one of many refused points is certified in a second or two as well. */
export interface Effort {
  /** Officers to be made up, also those that turn out to be made up already. */
  officers: number
  /** Pairs of alternatives to be compared for notices. */
  comparisons: number
}

const most: Effort = { officers: 25_000, comparisons: 200_000 }

export const lowerDocument = (
  plugin: PluginDocument,
  at: DivisionCode,
  installed: readonly Installation[],
  divisions: Divisions,
): LowerDocument => {
  const superiors = above(at, installed, divisions)
  return {
    plugin,
    at,
    installation: proposed(plugin, at),
    superiors,
    rules: rulesOf(superiors),
    divisions,
    effort: { ...most },
  }
}

/** The versions of a rule that stand above, by its full name. */
export const versionsOf = ({ rules }: LowerDocument, id: string): readonly SuperiorRule[] =>
  rules.filter((rule) => rule.id === id)

export const isForeign = (plugin: PluginDocument, target: string): boolean =>
  target.includes('/') && !target.startsWith(`${plugin.id}/`)
