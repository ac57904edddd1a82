import { divisions } from '../../db/divisions.ts'
import {
  type Certificate,
  certificateProblems,
  certify,
  checkCases,
  checkInstall,
  checkPlugin,
  costOf,
  type PluginCost,
  type PluginDocument,
  type PluginProblem,
} from '../../policy/index.ts'
import { type Above, standingAbove } from './superiors.ts'

/** What there is to say of a document before anyone installs it. */
export interface Checked {
  /** `null` when its form is so wrong that nothing else can be asked. */
  readonly plugin: PluginDocument | null
  readonly problems: readonly PluginProblem[]
  readonly above: Above | null
  readonly certificate: Certificate | null
  readonly cost: PluginCost | null
}

export interface CheckAsked {
  readonly at?: string
  readonly against?: readonly string[]
}

/** Everything an office would ask before it installs the document: form, citations, cases, and what stands above. */
export const checked = async (document: unknown, { at, against }: CheckAsked): Promise<Checked> => {
  const read = checkPlugin(document)
  if ('problems' in read) return { plugin: null, problems: read.problems, above: null, certificate: null, cost: null }
  const { plugin } = read
  const above = await standingAbove(plugin, at, against)
  const misplaced = checkInstall(plugin, above.at, above.superiors, divisions)
  // Held against what it cannot stand below, every answer would be about the wrong law.
  const certificate = misplaced.length > 0 ? null : certify(plugin, above.at, above.superiors, divisions)
  const refused = certificate === null ? [] : certificateProblems(certificate)
  const problems = [...checkCases(plugin, divisions), ...misplaced, ...refused]
  return { plugin, problems, above, certificate, cost: costOf(plugin) }
}
