import { type TeamStandings, teamStandings } from '../acts/compositions/team-standings.ts'
import type { TeamStanding } from '../policy/index.ts'
import { asOfArgs, momentOf, within } from './as-of.ts'
import { builder } from './builder.ts'
import { CheckExplanation } from './check-outcome.ts'
import { Holds } from './enums.ts'
import { inGroups, type Loader } from './loading.ts'
import { type RowKey, rowKey } from './row-loader.ts'
import { installedRule, Rule } from './rule.ts'
import { Team } from './team.ts'

interface StandingSeen extends TeamStanding {
  readonly installations: TeamStandings['installations']
}

const standingsLoader: Loader<RowKey, readonly StandingSeen[]> = {
  cacheKey: ({ root, id, at }) => `${root}:${id}@${momentOf(at)}`,
  batch: inGroups(
    ({ at }) => momentOf(at),
    async (keys, { read }) => {
      const [first] = keys
      if (first === undefined) return []
      const { installations, teams } = await read((tx) => teamStandings(tx, keys, first.at.on, first.at.knownAt))
      return teams.map((standings) => standings.map((standing) => ({ ...standing, installations })))
    },
  ),
}

export const TeamRule = builder.objectRef<StandingSeen>('TeamRule')

TeamRule.implement({
  description: 'How a rule about the looks of teams stands with one on a day, in numbers. 班子结构要求及其现状。',
  fields: (t) => ({
    rule: t.field({
      type: Rule,
      description: 'The rule. 规则。',
      resolve: ({ rule, installations }) => installedRule(installations, rule),
    }),
    holds: t.expose('holds', { type: Holds, description: 'Whether the team is as it must be. 是否符合。' }),
    surely: t.exposeInt('surely', { description: 'Members for whom it surely holds. 确定符合的人数。' }),
    possibly: t.exposeInt('possibly', { description: 'Members for whom it may hold. 可能符合的人数。' }),
    members: t.exposeInt('members', { description: 'All that are counted. 计数的总人数。' }),
    explanation: t.field({
      type: CheckExplanation,
      description: 'Why. 理由。',
      resolve: (standing, _args, { language }) => ({ text: standing.explain(language).text }),
    }),
  }),
})

builder.objectField(Team, 'composition', (t) =>
  t.field({
    type: [TeamRule],
    description: 'Every rule about its looks, and how it stands on the day. 班子结构。',
    args: asOfArgs(t.arg),
    resolve: (team, args, context) => context.load(standingsLoader, rowKey(team, within(team.at, args))),
  }),
)
