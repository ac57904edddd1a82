import { divisions } from '../../db/divisions.ts'
import {
  type Certificate,
  checkCases,
  checkInstall,
  checkPlugin,
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
}

export interface CheckAsked {
  readonly at?: string
  readonly against?: readonly string[]
}

/** Everything an office would ask before it installs the document: form, citations, cases, and what stands above. */
export const checked = async (document: unknown, { at, against }: CheckAsked): Promise<Checked> => {
  const read = checkPlugin(document)
  if ('problems' in read) return { plugin: null, problems: read.problems, above: null, certificate: null }
  const { plugin } = read
  const above = await standingAbove(plugin, at, against)
  const problems = [...checkCases(plugin, divisions), ...checkInstall(plugin, above.at, above.superiors, divisions)]
  return { plugin, problems, above, certificate: null }
}
