import { isCertain } from '../../time/truth.ts'
import type { KinEdge, KinGraph } from './kin-edge.ts'
import { kinOf } from './kin-of.ts'
import type { Kinship } from './kinship.ts'
import { declaredTerm } from './terms/declared-term.ts'
import { kinPathWords } from './terms/path-words.ts'
import { stepOfEdge } from './ties.ts'

/** How what people declared does not fit together (申报不一致). */
export const declarationCodes = {
  ONE_SIDED: '只有一方申报',
  CONTRADICTS: '申报与登记的亲属关系不符',
  UNDECLARED: '应申报而未申报',
} as const
export type DeclarationCode = keyof typeof declarationCodes

export interface DeclarationProblem {
  readonly code: DeclarationCode
  /** Whose declarations are at issue: the person asked about and the other one. */
  readonly person: string
  readonly relative: string
  /** Rows it rests on. */
  readonly edges: readonly string[]
  readonly says: { readonly zh: string; readonly en: string }
}

/** Whether anything on file was declared by the person themself. */
const declares = (graph: KinGraph, person: string): boolean => graph.edges(person).some(({ declared }) => declared)

const declaredTo = (graph: KinGraph, person: string, relative: string): readonly KinEdge[] =>
  graph.edges(person).filter((edge) => edge.relative === relative && edge.declared)

/**
 * Ties of this person that do not fit together: one that only one of two declaring people declares, a term that the recorded
 * ties contradict, and kin by ties declared elsewhere whom neither of two declaring people names.
 */
export const declarationProblems = (graph: KinGraph, person: string): readonly DeclarationProblem[] => {
  const kin = kinOf(graph, person)
  const relatives = new Set([...graph.edges(person).map(({ relative }) => relative), ...kin.map((k) => k.relative)])
  return [...relatives].flatMap((relative) => {
    const between = kin.filter((k) => k.relative === relative)
    return [
      ...oneSided(graph, person, relative),
      ...contradictions(graph, person, relative, between),
      ...undeclared(graph, person, relative, between),
    ]
  })
}

const oneSided = (graph: KinGraph, person: string, relative: string): readonly DeclarationProblem[] => {
  const [here, there] = [declaredTo(graph, person, relative), declaredTo(graph, relative, person)]
  if (here.length > 0 === there.length > 0) return []
  const silent = here.length > 0 ? relative : person
  if (!declares(graph, silent)) return []
  const edges = [...here, ...there]
  const words = edges.map(({ relation }) => relation).join('、')
  return [
    problem('ONE_SIDED', person, relative, edges, {
      zh: `${here.length > 0 ? '本人申报' : '对方申报'}的亲属关系（${words}），${here.length > 0 ? '对方' : '本人'}没有申报。`,
      en: `The tie (${words}) declared by ${here.length > 0 ? 'this person' : 'the other'} is not declared by ${here.length > 0 ? 'the other' : 'this person'}.`,
    }),
  ]
}

const contradictions = (
  graph: KinGraph,
  person: string,
  relative: string,
  kin: readonly Kinship[],
): readonly DeclarationProblem[] => {
  const derived = kin.filter(({ path }) => path[0]?.tie !== 'DECLARED' && path[0]?.tie !== 'SPECIAL_INTEREST')
  return [...declaredTo(graph, person, relative)].flatMap((edge) => {
    const term = declaredTerm(edge.relation)
    if (term === null || stepOfEdge(edge) !== null) return []
    const [one, other] = [graph.relative(person), graph.relative(relative)]
    const why: { zh: string; en: string }[] = []
    if (term.sex !== null && other.sex !== null && term.sex !== other.sex)
      why.push({ zh: '称谓与对方性别不符', en: 'the word does not fit the sex of the relative' })
    if (term.ofSex !== null && one.sex !== null && term.ofSex !== one.sex)
      why.push({ zh: '称谓与本人性别不符', en: 'the word does not fit the sex of the person' })
    if (term.born !== null && one.birth !== null && other.birth !== null) {
      const earlier = other.birth.hi < one.birth.lo
      const later = one.birth.hi < other.birth.lo
      if ((term.born === 'earlier' && later) || (term.born === 'later' && earlier))
        why.push({ zh: '称谓所示长幼与出生日期不符', en: 'the word does not fit who was born first' })
    }
    const sure = derived.filter(({ truth }) => isCertain(truth))
    if (sure.length > 0 && !sure.some(({ pattern }) => pattern === term.reached?.pattern))
      why.push({ zh: '登记的父母子女、夫妻关系所示的亲属关系不同', en: 'the recorded ties prove another relation' })
    return why.map((reason) =>
      problem('CONTRADICTS', person, relative, [edge], {
        zh: `申报为“${edge.relation}”，但${reason.zh}。`,
        en: `Declared as ${edge.relation}, but ${reason.en}.`,
      }),
    )
  })
}

/** A relative by birth or marriage of others’ declaring: known to the file, named by neither. Only where both declare anything at all. */
const undeclared = (
  graph: KinGraph,
  person: string,
  relative: string,
  kin: readonly Kinship[],
): readonly DeclarationProblem[] => {
  const direct = [...graph.edges(person), ...graph.edges(relative)].some(
    (edge) =>
      (edge.person === person && edge.relative === relative) || (edge.person === relative && edge.relative === person),
  )
  const best = kin.find((k) => k.class !== null && k.truth.surely.length > 0)
  if (direct || best === undefined || !declares(graph, person) || !declares(graph, relative)) return []
  const path = best.path.map(({ edge }) => edge)
  return [
    {
      code: 'UNDECLARED',
      person,
      relative,
      edges: path,
      says: {
        zh: `由他人申报的关系可知对方是本人的${best.term ?? kinPathWords(best, graph, 'zh')}，双方均未申报。`,
        en: `By ties others declared the other is this person’s ${kinPathWords(best, graph, 'en')}, and neither declared it.`,
      },
    },
  ]
}

const problem = (
  code: DeclarationCode,
  person: string,
  relative: string,
  edges: readonly KinEdge[],
  says: DeclarationProblem['says'],
): DeclarationProblem => ({ code, person, relative, edges: edges.map(({ id }) => id), says })
