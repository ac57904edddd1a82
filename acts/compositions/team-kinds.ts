import type { Arg, Installation, ParameterValue, PluginDocument, TeamKind } from '../../policy/index.ts'
import { teamKinds } from '../../policy/index.ts'

/** Kinds of team of which some rule counts all of one place together, so that one team cannot be judged without the others. */
export const kindsTogether = (installations: readonly Installation[]): ReadonlySet<TeamKind> =>
  new Set(
    installations.flatMap(({ plugin }) =>
      plugin.rules.flatMap((rule) => {
        if (rule.kind !== 'composition' || rule.enabled === false) return []
        const together = valuesOf(rule.of.groupBy ?? 'team', plugin).includes('place')
        return together ? valuesOf(rule.of.teamKind, plugin).flat().filter(isTeamKind) : []
      }),
    ),
  )

/** The literal, or everything the parameter ever said. */
const valuesOf = (arg: Arg<ParameterValue>, plugin: PluginDocument): readonly ParameterValue[] => {
  if (typeof arg !== 'object' || !('param' in arg)) return [arg]
  return (plugin.parameters[arg.param]?.values ?? []).flatMap(({ value }) => (value === null ? [] : [value]))
}

const isTeamKind = (word: unknown): word is TeamKind => typeof word === 'string' && Object.hasOwn(teamKinds, word)
