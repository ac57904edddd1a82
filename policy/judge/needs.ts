import type { Edge, PersonFacts, Piece, State } from '../facts/person.ts'
import type { Day } from '../time/day.ts'
import { precisionOf } from '../time/stated.ts'
import { holdsOn } from '../time/truth.ts'
import { pieceOn, wholePerson } from './compiled-rule.ts'
import type { Need } from './explanation.ts'
import type { Judge } from './judge.ts'
import { type Judged, judged } from './judged.ts'
import { leavesOf, type Node } from './node.ts'
import type { ResolvedTree } from './resolve.ts'
import { versionFor } from './rule-book.ts'
import { stoppedNeed } from './stopped.ts'
import type { Subject } from './subject.ts'
import { inLanguage, type Language, statedWords } from './wording/words.ts'

/** What would settle an undetermined finding on a day; empty when nothing is open. */
export const needs = (
  judge: Judge,
  person: PersonFacts,
  findingId: string,
  on: Day,
  language: Language,
): readonly Need[] => {
  const found = judged(judge, person).find(({ finding }) => finding.id === findingId)
  return found === undefined ? [] : needsOf(found, on, language)
}

export const needsOf = ({ assessment, finding }: Judged, on: Day, language: Language): readonly Need[] => {
  const span = finding.spans.find((s) => s.from <= on && on < s.to)
  if (span?.status !== 'UNDETERMINED') return []
  if (assessment.stopped !== undefined) return [stoppedNeed(assessment.line, assessment.stopped, language)]
  const { line, subject } = assessment
  const asked: (readonly [Node | undefined, Subject])[] = [
    [pieceOn(versionFor(line, finding.from, finding.to), on)?.node, subject],
  ]
  for (const { exemption } of line.reachedBy) {
    const person = wholePerson(subject.person, exemption.jurisdiction, subject.setting)
    for (const version of exemption.versions) asked.push([pieceOn(version, on)?.node, person])
  }
  const found = asked.flatMap(([node, of]) => (node === undefined ? [] : openFacts(node, of, on, language)))
  const all = found.length > 0 ? found : serviceFacts(subject, on, language)
  return [...new Map(all.map((need) => [`${need.fact} ${need.of}`, need])).values()]
}

const openFacts = (node: Node, subject: Subject, on: Day, language: Language): readonly Need[] =>
  leavesOf(node)
    .filter((leaf) => holdsOn(leaf.truth(subject), on) === 'UNDETERMINED')
    .flatMap((leaf) => {
      const { pieces, states, missing = [] } = leaf.evidence(subject)
      return [
        ...missing.map((name) => blankAttribute(name, subject.person, language)),
        ...pieces.flatMap((piece) => blanks(piece, leaf, subject, language)),
        ...deciding(
          leaf,
          subject,
          on,
          pieces.flatMap((piece) => edges('assignment', piece.assignment, piece)),
        ).map((edge) => imprecise(edge, language)),
        ...states.flatMap((state) => edges('state', state.id, state)).map((edge) => imprecise(edge, language)),
      ]
    })

/** The unknown days that alone could settle the leaf; all of them when only several together can. */
const deciding = (leaf: Node, subject: Subject, on: Day, unknowns: readonly OpenEdge[]): readonly OpenEdge[] => {
  const decisive = unknowns.filter(({ range }) =>
    [range.lo, range.hi].some((d) => holdsOn(leaf.truth(settled(subject, range, d)), on) !== 'UNDETERMINED'),
  )
  return decisive.length > 0 ? decisive : unknowns
}

/** The same subject, had the file stated this unknown day. */
const settled = (subject: Subject, unknown: Edge, d: Day): Subject => {
  const fix = (edge: Edge): Edge => (edge === unknown || sameJoint(edge, unknown) ? { lo: d, hi: d } : edge)
  const fixed = new Map(subject.person.pieces.map((p) => [p, { ...p, from: fix(p.from), to: fix(p.to) }]))
  const pieces = subject.stay.pieces.map((piece) => fixed.get(piece) ?? piece)
  const doubtful = new Set([...subject.stay.doubtful].map((piece) => fixed.get(piece) ?? piece))
  const person = { ...subject.person, pieces: subject.person.pieces.map((piece) => fixed.get(piece) ?? piece) }
  return { ...subject, person, stay: { ...subject.stay, pieces, doubtful } }
}

const sameJoint = (a: Edge, b: Edge): boolean => a.joint !== undefined && a.joint === b.joint

/** The duty is open only because the edges of the service itself are, or because the file does not say of whose stay it is. */
const serviceFacts = ({ stay, person }: Subject, on: Day, language: Language): readonly Need[] => {
  const near = stay.pieces.filter((p) => p.from.lo <= on && on <= p.to.hi)
  const days = near.flatMap((p) => edges('assignment', p.assignment, p)).map((edge) => imprecise(edge, language))
  const unsure = [...stay.doubtful].filter((p) => p.level === null)
  const blankNear = unsure.filter((p) => near.includes(p)).map((p) => blankLevel(p, language))
  if (blankNear.length > 0 || days.length > 0) return [...blankNear, ...days]
  return unsure.length > 0 ? unsure.map((p) => blankLevel(p, language)) : [blankAttribute('birth', person, language)]
}

export const blanks = (
  piece: Piece,
  leaf: Pick<ResolvedTree, 'condition'>,
  { stay }: Pick<Subject, 'stay'>,
  language: Language,
): readonly Need[] => {
  const asked = JSON.stringify(leaf.condition)
  const open: Need[] = []
  if (piece.level === null && (asked.includes('"level"') || stay.doubtful.has(piece)))
    open.push(blankLevel(piece, language))
  if (piece.leading === null && asked.includes('"leading"'))
    open.push(blank('post.leading', piece, inLanguage(language, '是否领导职务', 'leading or not'), language))
  if (piece.category === null && asked.includes('"category"'))
    open.push(blank('post.category', piece, inLanguage(language, '人员类别', 'the category'), language))
  return open
}

const blank = (fact: string, { assignment }: Piece, name: string, language: Language): Need => ({
  fact,
  of: assignment,
  why: inLanguage(language, `${name}未填`, `${name} is blank`),
})

const blankLevel = (piece: Piece, language: Language): Need =>
  blank('assignment.level', piece, inLanguage(language, '职务层次', 'the level'), language)

/** A day the file leaves open, and the row it is a day of. */
interface OpenEdge {
  readonly fact: string
  readonly of: string
  readonly range: Edge
}

export const edges = (kind: string, of: string, { from, to }: Piece | State): readonly OpenEdge[] => [
  ...(from.lo === from.hi ? [] : [{ fact: `${kind}.from`, of, range: from }]),
  ...(to.lo === to.hi ? [] : [{ fact: `${kind}.to`, of, range: to }]),
]

export const imprecise = ({ fact, of, range }: OpenEdge, language: Language): Need => {
  const stated = statedWords(range, language)
  const why =
    precisionOf(range) === 'unknown'
      ? inLanguage(language, `日期不详（${stated}）`, `the day is not known (${stated})`)
      : inLanguage(language, `档案只载${stated}，具体日期未定`, `the file only says ${stated}`)
  return { fact, of, why }
}

const attributes: Readonly<Record<string, readonly [string, string]>> = {
  birth: ['出生日期', 'the birth date'],
  sex: ['性别', 'the sex'],
  ethnicity: ['民族', 'the ethnicity'],
  category: ['人员类别', 'the category'],
  party: ['党派', 'the party'],
  education: ['学历', 'the education'],
}

/** A personal attribute the file leaves blank, or a birth it does not state to the day. */
const blankAttribute = (name: string, person: PersonFacts, language: Language): Need => {
  const [zh, en] = attributes[name] ?? [name, name]
  const stated = name === 'birth' && person.birth !== null ? statedWords(person.birth, language) : null
  const why =
    stated === null
      ? inLanguage(language, `${zh}未载明`, `${en} is not on file`)
      : inLanguage(language, `${zh}只载${stated}`, `${en} is only given as ${stated}`)
  return { fact: `person.${name}`, of: person.id, why }
}
