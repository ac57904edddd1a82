import type { Chart } from '../../facts/org.ts'
import type { Day } from '../../time/day.ts'
import { holdsOn } from '../../time/truth.ts'
import { pieceOn } from '../compiled-rule.ts'
import type { Need } from '../explanation.ts'
import { blanks, edges, imprecise } from '../needs.ts'
import { stoppedNeed } from '../stopped.ts'
import { inLanguage, type Language } from '../wording/words.ts'
import type { PairFacts } from './conflict.ts'
import { type JudgedPair, judgedPair, piecesOn, witnessOn } from './judged-pair.ts'
import { type PairNode, pairLeaves } from './pair-condition.ts'
import type { PairJudge } from './pair-judge.ts'
import { type PairNames, plainPairNames } from './told.ts'

/** What would settle an undetermined conflict on a day; empty when nothing is open. */
export const conflictNeeds = (
  judge: PairJudge,
  pair: PairFacts,
  chart: Chart,
  id: string,
  on: Day,
  language: Language,
  names: PairNames = plainPairNames,
): readonly Need[] => {
  const found = judgedPair(judge, pair, chart, id)
  return found === null ? [] : pairNeeds(found, on, language, names)
}

export const pairNeeds = (found: JudgedPair, on: Day, language: Language, names: PairNames): readonly Need[] => {
  const span = found.conflict.spans.find((s) => s.from <= on && on < s.to)
  if (span?.status !== 'UNDETERMINED') return []
  const { line, stopped } = found.assessment
  if (stopped !== undefined) return [stoppedNeed(line, stopped, language, 'pair')]
  const { subject } = found.bearing
  const node = pieceOn(found.version, on)?.node
  const open =
    node === undefined ? [] : pairLeaves(node).filter((leaf) => holdsOn(leaf.truth(subject), on) === 'UNDETERMINED')
  const needs = open.flatMap((leaf) => ofLeaf(leaf, found, on, language, names))
  const all = needs.length > 0 ? needs : serviceDays(found, on, language)
  return [...new Map(all.map((need) => [`${need.fact} ${need.of}`, need])).values()]
}

const ofLeaf = (leaf: PairNode, found: JudgedPair, on: Day, language: Language, names: PairNames): readonly Need[] => {
  const { condition } = leaf
  if ('kin' in condition) return tieNeeds(found, on, language)
  const pieces = piecesOn(found.bearing, on) ?? []
  const { first, second } = found.bearing.subject
  if ('held' in condition) return pieces.flatMap((piece, i) => blanks(piece, leaf, i === 0 ? first : second, language))
  if (!('posts' in condition)) return []
  const leads = ['leadsAndSensitive', 'regulates', 'adjacentLevel'].includes(condition.posts.relation)
  const leading = pieces
    .filter((piece) => leads && piece.leading === null)
    .map(
      (piece): Need => ({
        fact: 'post.leading',
        of: piece.assignment,
        why: inLanguage(language, '是否领导职务未填', 'leading or not is blank'),
      }),
    )
  const blank = leads ? leading : superiorNeeds(found, on, language, names)
  return blank.length > 0 ? blank : serviceDays(found, on, language)
}

/** Whom the two answer to, where the file does not single out one person. */
const superiorNeeds = (found: JudgedPair, on: Day, language: Language, names: PairNames): readonly Need[] => {
  const witness = witnessOn(found.bearing, on)
  if (witness === null) return []
  const need = (fact: string, of: string, zh: string, en: string): Need => ({
    ...{ fact, of, why: inLanguage(language, zh, en) },
  })
  return [
    ...witness.unknownChiefs.map((id) => {
      const unit = names.unit(id)
      const zh = `${unit}或其上级单位的正职（直接上级）未载明`
      return need('unit.chief', id, zh, `whom the posts of ${unit} report to is not on file`)
    }),
    ...witness.goneSuperiors.map((id) => {
      const post = names.post(id)
      const zh = `所载直接上级${post}当日不存在，由谁直接领导未载明`
      return need(
        'post.reports_to',
        id,
        zh,
        `the superior on file, ${post}, is not there on the day: who leads is not stated`,
      )
    }),
    ...witness.sharedLeaders.map((id) => {
      const post = names.post(id)
      const zh = `分管领导未载明：${post}一职多人`
      return need('post.leader', id, zh, `several may hold ${post}: which of them leads is not on file`)
    }),
  ]
}

const tieNeeds = ({ bearing }: JudgedPair, on: Day, language: Language): readonly Need[] =>
  holdsOn(bearing.kin.truth, on) === 'YES'
    ? []
    : bearing.kin.path.map(({ edge }) => ({
        fact: 'kin.verified',
        of: edge,
        why: inLanguage(
          language,
          '亲属关系未核实，或者起止日期不详',
          'the tie is not verified, or its days are not known',
        ),
      }))

const serviceDays = ({ bearing }: JudgedPair, on: Day, language: Language): readonly Need[] =>
  (piecesOn(bearing, on) ?? [])
    .flatMap((piece) => edges('assignment', piece.assignment, piece))
    .map((edge) => imprecise(edge, language))
