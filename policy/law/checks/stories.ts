import { declaredTerm } from '../../facts/kinship/terms/declared-term.ts'
import { day } from '../../time/day.ts'
import { parseStated } from '../../time/stated.ts'
import { type CareerLine, type Case, plainOrgan, plainUnit, tieWords } from '../case.ts'
import { type DocumentPath, type PluginProblem, problem } from '../problem.ts'

/** Words and names of a case that mean nobody and nothing: passed over in silence, they would let it prove what it does not say. */
export const storyProblems = (worked: Case, i: number): readonly PluginProblem[] => {
  const path = ['cases', String(i)]
  return [...strangeTies(worked, path), ...strangersOfChart(worked, path), ...impossibleMoves(worked, path)]
}

const strangeTies = ({ kin = [] }: Case, path: DocumentPath): readonly PluginProblem[] =>
  kin.flatMap(({ relation }, at) =>
    tieWords.some((word) => word === relation) || declaredTerm(relation) !== null
      ? []
      : [
          problem(
            'UNKNOWN_WORD',
            [...path, 'kin', String(at), 'relation'],
            [
              `\`${relation}\` 不是本栏可用的亲属关系词。`,
              `\`${relation}\` is no word for a relative that may stand here.`,
            ],
            [
              '写 parent 父母、child 子女、spouse 配偶、special_interest 其他特殊利益关系，或 哥哥、舅舅、岳父 这样的称谓；全部称谓见 docs/plugin-reference.md。',
              'Write parent, child, spouse, special_interest, or a Chinese term such as 哥哥, 舅舅, 岳父: docs/plugin-reference.md lists them.',
            ],
          ),
        ],
  )

/** What the chart says of a post nobody holds or a unit nobody serves in is said of nothing. Above them may stand whoever is named. */
const strangersOfChart = (worked: Case, path: DocumentPath): readonly PluginProblem[] => {
  const { posts = {}, units = {} } = worked.chart ?? {}
  const lines = linesOf(worked)
  const held = new Set(lines.map(({ post }) => post))
  const served = new Set([...lines.flatMap(unitsOfLine), ...Object.values(units).flatMap(unitsAbove)])
  return [
    ...Object.keys(posts)
      .filter((post) => !held.has(post))
      .map((post) => nothingThere([...path, 'chart', 'posts', post], post, '任', 'holds')),
    ...Object.keys(units)
      .filter((unit) => !served.has(unit))
      .map((unit) => nothingThere([...path, 'chart', 'units', unit], unit, '在', 'serves in')),
  ]
}

const linesOf = ({ career, others = {}, moves = [] }: Case): readonly Omit<CareerLine, 'from'>[] => [
  ...[career, ...Object.values(others).map((other) => other.career)].flat(),
  ...moves.flatMap(({ takes }) => (takes === undefined ? [] : [takes])),
]

const unitsOfLine = ({ organ = plainOrgan, internalUnit = plainUnit, legalPerson }: Omit<CareerLine, 'from'>) =>
  [organ, internalUnit, legalPerson].filter((unit) => typeof unit === 'string')

const unitsAbove = ({ parent, regulatedBy }: { readonly parent?: string; readonly regulatedBy?: string }) =>
  [parent, regulatedBy].filter((unit) => unit !== undefined)

const nothingThere = (path: DocumentPath, name: string, zh: string, en: string): PluginProblem =>
  problem(
    'MISSING',
    path,
    [
      `案例中没有人${zh} \`${name}\`，这里所说的落空。`,
      `Nobody in the case ${en} \`${name}\`: what is said here is said of nothing.`,
    ],
    [
      '核对用字；左边写案例中有人任职的职位或单位，`reportsTo`、`parent` 右边可以写无人任职的。',
      'Check the spelling: on the left stands a post or unit of somebody in the case; who is named under `reportsTo` or `parent` need not be.',
    ],
  )

/** A move of somebody the story does not tell of, or from a post they do not hold on its day. */
const impossibleMoves = (
  { career, others = {}, moves = [], on }: Case,
  above: DocumentPath,
): readonly PluginProblem[] =>
  moves.flatMap(({ person = 'self', leaves }, at) => {
    const path = [...above, 'moves', String(at)]
    const lines = person === 'self' ? career : Object.hasOwn(others, person) ? others[person]?.career : undefined
    if (lines === undefined) return [nobody(person, path)]
    const held = leaves === undefined || lines.some((line) => line.post === leaves && mayBeHeld(line, on))
    return held ? [] : [notHeld(leaves, [...path, 'leaves'])]
  })

const mayBeHeld = ({ from, to }: CareerLine, on: Case['on']): boolean => {
  const [start, end] = [parseStated(from), to === undefined ? null : parseStated(to)]
  return (start === null || start.lo <= day(on)) && (end === null || day(on) < end.hi)
}

const nobody = (person: string, path: readonly string[]): PluginProblem =>
  problem(
    'MISSING',
    [...path, 'person'],
    [`案例中没有名为 \`${person}\` 的人。`, `Nobody in the case is called \`${person}\`.`],
    ['写 self，或 others 中的一个名字。', 'Write `self`, or a name of `others`.'],
  )

const notHeld = (post: string, path: readonly string[]): PluginProblem =>
  problem(
    'MISSING',
    path,
    [`案例当日此人不任 \`${post}\`。`, `The person does not hold \`${post}\` on the day of the case.`],
    ['写其履历中当日所任的职位。', 'Name a post of their career that they hold on that day.'],
  )
