import { divisions } from '../../db/divisions.ts'
import { checkCases, checkPlugin, type PluginDocument, type PluginProblem } from '../../policy/index.ts'
import { Failure } from '../failure.ts'
import { problemLines } from './problem-lines.ts'
import type { Source } from './source.ts'

/** The document, when its form is sound; else a refusal that lists every trouble. */
export const wellFormed = (source: Source): PluginDocument => {
  const checked = checkPlugin(source.document)
  if ('plugin' in checked) return checked.plugin
  throw refused(source, checked.problems)
}

/** The document, when it is sound and its cases come out as they say. */
export const sound = (source: Source): PluginDocument => {
  const plugin = wellFormed(source)
  const problems = checkCases(plugin, divisions)
  if (problems.length > 0) throw refused(source, problems)
  return plugin
}

const refused = (source: Source, problems: readonly PluginProblem[]): Failure =>
  new Failure(
    [
      ...problems.flatMap((problem) => problemLines(problem, source, 'zh')),
      `${problems.length} 处问题，须先改正。${problems.length} problems to put right first.`,
    ].join('\n'),
  )
