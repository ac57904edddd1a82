import type { PersonFacts } from '../facts/person.ts'
import type { Dim } from '../facts/vocabulary.ts'
import type { Day } from '../time/day.ts'
import { complement, runAt } from '../time/days.ts'
import { holdsOn, type Truth } from '../time/truth.ts'
import { pieceOn, wholePerson } from './compiled-rule.ts'
import { assignmentsOf, measuredPieces } from './counted.ts'
import type { ExemptionConsidered, Explanation, ExplanationNode, Names } from './explanation.ts'
import type { Judge } from './judge.ts'
import { type Judged, judged } from './judged.ts'
import { needsOf } from './needs.ts'
import { leavesOf, type Node } from './node.ts'
import type { Reach } from './reach.ts'
import type { ResolvedTree } from './resolve.ts'
import type { RotationLine } from './rule-book.ts'
import { versionFor } from './rule-book.ts'
import type { Subject } from './subject.ts'
import { arithmeticWords } from './wording/arithmetic.ts'
import { leafWords } from './wording/condition.ts'
import { paragraph } from './wording/paragraph.ts'
import { nodeWords } from './wording/rule.ts'
import { inLanguage, type Language } from './wording/words.ts'

const plainNames: Names = { assignment: (id) => id }

/** The whole tree behind one finding on one day, in words and in parts; `null` when the person has no such finding. */
export const explain = (
  judge: Judge,
  person: PersonFacts,
  findingId: string,
  on: Day,
  language: Language,
  names: Names = plainNames,
): Explanation | null => {
  const found = judged(judge, person).find(({ finding }) => finding.id === findingId)
  return found === undefined ? null : explainJudged(found, on, language, names)
}

export const explainJudged = (found: Judged, on: Day, language: Language, names: Names): Explanation => {
  const { assessment, finding } = found
  const { line, subject } = assessment
  const version = versionFor(line, finding.from, finding.to)
  const root = assessment.stopped === undefined ? pieceOn(version, on)?.node : undefined
  const nodes = root === undefined ? [] : describeTree(root, { subject, per: line.per, on, language })
  const span = finding.spans.find((s) => s.from <= on && on < s.to) ?? null
  const exemptions = assessment.reaches.map((reach) => considered(reach, line, subject, on, language))
  const text = paragraph({
    version,
    finding,
    span,
    nodes,
    exemptions,
    needs: needsOf(found, on, language),
    stopped: assessment.stopped !== undefined,
    on,
    language,
    names,
  })
  return { text, status: span?.status ?? null, nodes, exemptions }
}

interface Asked {
  readonly subject: Subject
  readonly per: readonly Dim[]
  readonly on: Day
  readonly language: Language
}

/** A tree of conditions as it stands on a day, root first. */
export const describeTree = (root: Node, asked: Asked): readonly ExplanationNode[] => {
  const nodes: ExplanationNode[] = []
  describe(root, asked, nodes)
  return nodes
}

/** Adds the node and all below it to the list; returns its index. */
const describe = (node: Node, asked: Asked, nodes: ExplanationNode[]): number => {
  const { subject, per, on, language } = asked
  const truth = node.truth(subject)
  const index = nodes.length
  const leaf = node.children.length === 0
  const base = {
    label: leaf ? leafWords(node.condition, per, language) : combination(node, language),
    ...around(truth, on),
  }
  const counted = leaf ? assignmentsOf(measuredPieces(node, node.evidence(subject), on, on + 1)) : []
  const arithmetic = leaf ? arithmeticWords(node, subject, on, language) : ''
  nodes.push({
    ...base,
    counted: counted.map(({ id, from, to }) => ({ assignment: id, from, to })),
    arithmetic,
    children: [],
  })
  const children = node.children.map((child) => describe(child, asked, nodes))
  nodes[index] = { ...(nodes[index] ?? { ...base, counted: [], arithmetic }), children }
  return index
}

export const combination = ({ condition }: ResolvedTree, language: Language): string => {
  if ('all' in condition) return inLanguage(language, '同时具备下列各项', 'all of these')
  if ('any' in condition) return inLanguage(language, '具备下列任一项', 'any of these')
  return inLanguage(language, '不具备下列情形', 'not this')
}

/** How a truth stands on a day, and the run of days on which it stands so. */
export const around = (truth: Truth, on: Day): Pick<ExplanationNode, 'holds' | 'since' | 'until'> => {
  const holds = holdsOn(truth, on)
  const days = holds === 'YES' ? truth.surely : holds === 'NO' ? complement(truth.possibly) : truth.possibly
  const [from, to] = runAt(days, on) ?? [-Infinity, Infinity]
  return { holds, since: Number.isFinite(from) ? from : null, until: Number.isFinite(to) ? to : null }
}

const considered = (
  reach: Reach,
  line: RotationLine,
  subject: Subject,
  on: Day,
  language: Language,
): ExemptionConsidered => {
  const exemption = line.reachedBy.find((e) => e.exemption.id === reach.id)?.exemption
  const version = exemption?.versions.findLast((v) => v.from <= on) ?? exemption?.versions[0]
  const node = version === undefined ? undefined : pieceOn(version, on)?.node
  const person = wholePerson(subject.person, exemption?.jurisdiction ?? subject.own, subject.setting)
  const standing = around(reach.days, on)
  return {
    rule: reach.id,
    catalogueId: version?.rule.catalogueId ?? '',
    applies: standing.holds,
    since: standing.since,
    until: standing.until,
    reason: node === undefined ? '' : reasonWords(node, person, standing.holds, on, language),
  }
}

/** 距法定退休年龄不足3年：是 / 否（按男职工标准，法定退休日为…） */
const reasonWords = (node: Node, person: Subject, holds: string, on: Day, language: Language): string => {
  const sums = leavesOf(node)
    .map((leaf) => arithmeticWords(leaf, person, on, language))
    .filter((text) => text !== '')
  const verdicts: Readonly<Record<string, readonly [string, string]>> = {
    YES: ['符合', 'holds'],
    NO: ['不符合', 'does not hold'],
    UNDETERMINED: ['尚不能确定', 'undetermined'],
  }
  const [zh, en] = verdicts[holds] ?? ['', '']
  const because = sums.length === 0 ? '' : inLanguage(language, `（${sums.join('；')}）`, ` (${sums.join('; ')})`)
  return inLanguage(
    language,
    `${nodeWords(node, [], language)}：${zh}${because}`,
    `${nodeWords(node, [], language)}: ${en}${because}`,
  )
}
