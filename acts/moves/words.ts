import type { Day, Language, Names, PairNames, PersonFacts } from '../../policy/index.ts'
import type { Change, SubjectRef } from './outcome.ts'
import { lawWords, ruleAt } from './rule-words.ts'
import type { Laid, Scene } from './scene.ts'

/** Which of the two pictures something is told of: as it stands, or as it would be. */
export type View = 'before' | 'after'

/** What is called how; asked one by one, and read all at once. */
export interface Called extends Omit<PairNames, 'holders'> {
  team(id: string): string
  /** Those who hold the post on the day and do not move. */
  staying(post: string, on: Day): readonly string[]
}

/** How everything a plan bears on is called, and how the law says it. */
export interface Words extends Names, PairNames {
  readonly language: Language
  team(id: string): string
  /** The law in one sentence, with its citation. */
  law(change: Pick<Change, 'rule' | 'digest'>): string
  title(change: Pick<Change, 'rule' | 'digest'>): string
  subjects(people: readonly string[], teams?: readonly string[]): readonly SubjectRef[]
}

export const wordsFor = (scene: Scene, language: Language, view: View, called: Called): Words => {
  const posts = new Map(
    [...scene.people.values()].flatMap((laid) => laid[view].pieces.map(({ assignment, post }) => [assignment, post])),
  )
  const moving = scene.plan.movers.flatMap(({ person }) => scene.people.get(person.id)?.[view] ?? [])
  return {
    ...called,
    language,
    assignment: (id) => called.post(posts.get(id) ?? id),
    holders: (post, on) => [
      ...called.staying(post, on),
      ...moving.filter((mover) => holds(mover, post, on)).map(({ id }) => called.person(id)),
    ],
    law: (change) => lawWords(ruleAt(scene.installations, change), language),
    title: (change) => ruleAt(scene.installations, change).rule.title[language],
    subjects: (people, teams = []) => [
      ...people.flatMap((id) => subject('Person', scene.people.get(id))),
      ...teams.flatMap((id) =>
        subject(
          'Team',
          scene.teams.find(({ ref }) => ref.id === id),
        ),
      ),
    ],
  }
}

const holds = ({ pieces }: PersonFacts, post: string, on: Day): boolean =>
  pieces.some((piece) => piece.post === post && piece.from.lo <= on && on < piece.to.hi)

const subject = (type: SubjectRef['type'], row: Pick<Laid, 'ref'> | undefined): readonly SubjectRef[] =>
  row === undefined ? [] : [{ type, ...row.ref }]
