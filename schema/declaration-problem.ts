import { gatherKin } from '../db/facts/kin.ts'
import type { Ref } from '../db/facts.ts'
import type { AsOf } from '../db/queries/as-of.ts'
import { peopleWithTies } from '../db/queries/declaring-people.ts'
import type { Tx } from '../db/transaction.ts'
import { declarationProblems, type DeclarationProblem as ProblemOf } from '../policy/index.ts'
import { knownAtArg, type Seen, within } from './as-of.ts'
import { builder } from './builder.ts'
import { DeclarationCode } from './enums.ts'
import { familyOf } from './family.ts'
import { Jurisdiction } from './jurisdiction.ts'
import { KinTie, kinTieLoader } from './kin-tie.ts'
import { inGroups, type Loader } from './loading.ts'
import { type Connection, cursorOf, cursorText, type Edge, lengthOf, type PageArgs, pageArgs } from './page.ts'
import { Person, personLoader } from './person.ts'
import { type RowKey, rowKey } from './row-loader.ts'

/** What does not fit together, with where the files it rests on lie. */
interface Found {
  readonly problem: ProblemOf
  readonly person: Ref
  readonly relative: Ref
  readonly ties: readonly Ref[]
}

type FoundSeen = Found & Seen

/** For each of these people, what is wrong with what they and their kin declared: one walk for all of them. */
const problemsOf = async (tx: Tx, people: readonly Ref[], knownAt: string | null): Promise<(readonly Found[])[]> => {
  const graph = await gatherKin(tx, people, knownAt)
  const roots = new Map([...graph.people.values()].map(({ id, root }) => [id, root]))
  const owners = new Map<string, Ref>()
  for (const id of roots.keys()) {
    for (const edge of graph.edges(id)) owners.set(edge.id, { root: roots.get(edge.person) ?? 0, id: edge.id })
  }
  const refOf = (id: string): Ref => ({ root: roots.get(id) ?? 0, id })
  return people.map((person) =>
    declarationProblems(graph, person.id)
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .map((problem) => ({
        ...{ problem, person: { root: person.root, id: person.id }, relative: refOf(problem.relative) },
        ties: problem.edges.flatMap((edge) => owners.get(edge) ?? []),
      })),
  )
}

/** The order of a page stays the same however the ties were read. */
const placeOf = ({ relative, code, edges, says }: ProblemOf): string => [relative, code, ...edges, says.en].join(' ')

const problemsLoader: Loader<RowKey, readonly Found[]> = {
  cacheKey: ({ root, id, at }) => `${root}:${id}@${at.knownAt ?? ''}`,
  batch: inGroups(
    ({ at }) => at.knownAt ?? '',
    (keys, { read }) => read((tx) => problemsOf(tx, keys, keys[0]?.at.knownAt ?? null)),
  ),
}

export const DeclarationProblem = builder.objectRef<FoundSeen>('DeclarationProblem')
const DeclarationProblemConnection = builder.connectionObject({
  type: DeclarationProblem,
  name: 'DeclarationProblemConnection',
})

DeclarationProblem.implement({
  description: 'Declarations of kinship that do not fit together: to be asked about, not a finding. 申报不一致。',
  fields: (t) => ({
    code: t.field({ type: DeclarationCode, description: 'How. 类型。', resolve: ({ problem }) => problem.code }),
    message: t.string({
      description: 'What does not fit. 说明。',
      resolve: ({ problem }, _args, { language }) => problem.says[language],
    }),
    person: t.field({
      type: Person,
      description: 'Whose declarations are looked at. 人员。',
      resolve: ({ person, at }, _args, context) => context.named(personLoader, rowKey(person, at)),
    }),
    relative: t.field({
      type: Person,
      description: 'The other one. 对方。',
      resolve: ({ relative, at }, _args, context) => context.named(personLoader, rowKey(relative, at)),
    }),
    ties: t.field({
      type: [KinTie],
      description: 'Ties on file that it rests on. 依据的亲属关系。',
      resolve: ({ ties, at }, _args, context) =>
        Promise.all(ties.map((tie) => context.named(kinTieLoader, rowKey(tie, at)))),
    }),
  }),
})

builder.objectField(Person, 'declarationProblems', (t) =>
  t.field({
    type: [DeclarationProblem],
    description: 'Where what this person and their kin declared does not fit together. 申报不一致。',
    args: { knownAt: knownAtArg(t.arg) },
    resolve: (person, args, context) => {
      const at = within(person.at, args)
      return familyOf(context, async () =>
        (await context.load(problemsLoader, rowKey(person, at))).map((found) => ({ ...found, at })),
      )
    },
  }),
)

builder.objectField(Jurisdiction, 'declarationProblems', (t) =>
  t.field({
    type: DeclarationProblemConnection,
    description:
      'The same of everyone managed exactly here. A page may be short, even empty, and yet not the last: `hasNextPage` tells. 辖区内申报不一致。',
    args: { knownAt: knownAtArg(t.arg), ...pageArgs(t.arg) },
    resolve: ({ code, at: seen }, { knownAt, ...args }, context) => {
      const at = within(seen, { knownAt })
      return familyOf(context, () => context.read((tx) => pageOfProblems(tx, code, at, args)))
    },
  }),
)

/** People looked at together, and how often for one page: where everyone declares soundly, none would ever be full. */
const [batch, batches] = [250, 4]

/** The page after a number of problems of a person, who comes again without those. */
const pageOfProblems = async (tx: Tx, authority: string, at: AsOf, args: PageArgs): Promise<Connection<FoundSeen>> => {
  const cursor = cursorOf(args, ['id', 'number'])
  const [id, shown] = cursor === null ? [null, 0] : [String(cursor[0]), Number(cursor[1])]
  const edges: Edge<FoundSeen>[] = []
  let from = { id, including: true }
  let end = args.after ?? null
  for (let round = 0; round < batches; round += 1) {
    const people = await peopleWithTies(tx, authority, from, batch, at.knownAt)
    const found = await problemsOf(tx, people, at.knownAt)
    for (const [i, person] of people.entries()) {
      const before = person.id === id ? shown : 0
      for (const [n, problem] of (found[i] ?? []).entries()) {
        if (n < before) continue
        if (edges.length === lengthOf(args)) return connection(edges, args, true, end)
        end = cursorText([person.id, n + 1])
        edges.push({ cursor: end, node: { ...problem, at } })
      }
      end = cursorText([person.id, found[i]?.length ?? 0])
      from = { id: person.id, including: false }
    }
    if (people.length < batch) return connection(edges, args, false, end)
  }
  return connection(edges, args, true, end)
}

const connection = (
  edges: Edge<FoundSeen>[],
  { after }: PageArgs,
  hasNextPage: boolean,
  endCursor: string | null,
): Connection<FoundSeen> => ({
  edges,
  pageInfo: { hasNextPage, hasPreviousPage: Boolean(after), startCursor: edges[0]?.cursor ?? null, endCursor },
})
