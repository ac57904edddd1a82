import { postNames } from '../../db/queries/evaluation-names.ts'
import { peopleById } from '../../db/queries/people.ts'
import { teamsAt } from '../../db/queries/teams.ts'
import type { Tx } from '../../db/transaction.ts'
import {
  type Day,
  dayText,
  type Installation,
  type Language,
  type Names,
  type PluginDocument,
  type Rule,
  renderRule,
} from '../../policy/index.ts'
import type { Change, SubjectRef } from './outcome.ts'
import type { Scene } from './scene.ts'

/** How everything a plan bears on is called. */
export interface Words extends Names {
  readonly language: Language
  /** 张伟（P1） */
  person(id: string): string
  /** 财政局预算科科长 */
  post(id: string): string
  team(id: string): string
  /** The law in one sentence, with its citation. */
  law(change: Pick<Change, 'rule' | 'digest'>): string
  title(change: Pick<Change, 'rule' | 'digest'>): string
  subjects(people: readonly string[], teams?: readonly string[]): readonly SubjectRef[]
}

/** Names of everyone and everything in the scene, each kind in one read. */
export const gatherWords = async (tx: Tx, scene: Scene, language: Language): Promise<Words> => {
  const everyone = [...scene.people.values()]
  const pieces = everyone.flatMap(({ before, after }) => [...before.pieces, ...after.pieces])
  const posts = new Map(pieces.map(({ assignment, post }) => [assignment, post]))
  const [people, titles, teams] = await Promise.all([
    peopleById(
      tx,
      everyone.map(({ ref }) => ref),
    ),
    postNames(tx, [...new Set(posts.values())], null),
    scene.teams.length === 0
      ? []
      : teamsAt(
          tx,
          scene.teams.map(({ ref }) => ref),
          { on: dayText(scene.plan.since), knownAt: null },
        ),
  ])
  const names = new Map(people.flatMap((row) => (row === null ? [] : [[row.id, row]])))
  const teamNames = new Map(teams.flatMap((row) => (row === null ? [] : [[row.id, row]])))
  const post = (id: string) => titles.get(id) ?? id
  return {
    language,
    person: (id) => labelOf(names.get(id) ?? { name: id, code: null }, language),
    post,
    team: (id) => teamNames.get(id)?.name ?? id,
    assignment: (id) => post(posts.get(id) ?? id),
    law: (change) => lawWords(ruleAt(scene.installations, change), language),
    title: (change) => ruleAt(scene.installations, change).rule.title[language],
    subjects: (ids, ofTeams = []) => [
      ...ids.flatMap((id) => refOf('Person', scene.people.get(id))),
      ...ofTeams.flatMap((id) =>
        refOf(
          'Team',
          scene.teams.find(({ ref }) => ref.id === id),
        ),
      ),
    ],
  }
}

const refOf = (
  type: SubjectRef['type'],
  row: Pick<Scene['teams'][number], 'ref'> | undefined,
): readonly SubjectRef[] => (row === undefined ? [] : [{ type, ...row.ref }])

const labelOf = ({ name, code }: { readonly name: string; readonly code: string | null }, language: Language) =>
  code === null ? name : language === 'zh' ? `${name}（${code}）` : `${name} (${code})`

interface RuleThere {
  readonly rule: Rule
  readonly plugin: PluginDocument
}

const ruleAt = (installations: readonly Installation[], change: Pick<Change, 'rule' | 'digest'>): RuleThere => {
  for (const { plugin, digest } of installations) {
    if (digest !== change.digest) continue
    const rule = plugin.rules.find(({ id }) => `${plugin.id}/${id}` === change.rule)
    if (rule !== undefined) return { rule, plugin }
  }
  throw new Error(`No policy at work has a rule ${change.rule}.`)
}

/** The law as the explanation of a duty cites it. */
const lawWords = ({ rule, plugin }: RuleThere, language: Language): string => {
  const instrument = plugin.instruments.find(({ id }) => id === rule.cite.instrument)
  const article = rule.cite.article ?? ''
  const sentence = renderRule(rule, plugin, language)
  if (language === 'en') {
    const unverified = rule.cite.verified ? '' : ', text not yet compared'
    return `Under ${instrument?.title.en ?? ''} ${article} (${rule.catalogueId}${unverified}): ${sentence}`
  }
  const unverified = rule.cite.verified ? '' : '，条文待核对'
  return `依据《${instrument?.title.zh ?? ''}》${article}（${rule.catalogueId}${unverified}）：${sentence}`
}

/** 2026-12-01, or where there is no such day, ever. */
export const dayWords = (on: Day | null, language: Language): string =>
  on !== null && Number.isFinite(on) ? dayText(on) : language === 'zh' ? '长期' : 'for ever'
