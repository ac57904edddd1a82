import type { Kinship, KinWord } from '../../facts/kinship/kinship.ts'
import { relationOver } from '../../facts/relations/relation-days.ts'
import { sensitiveDuties } from '../../facts/relations/stands.ts'
import { duties as dutyWords } from '../../facts/vocabulary.ts'
import { effects } from '../../law/rule.ts'
import type { Day } from '../../time/day.ts'
import { around } from '../explain.ts'
import type { Need } from '../explanation.ts'
import type { Span } from '../finding.ts'
import { citedWords, stoppedWords } from '../wording/paragraph.ts'
import { dayWords, inLanguage, type Language, listed, readable } from '../wording/words.ts'
import { type JudgedPair, piecesOn, witnessOn } from './judged-pair.ts'
import type { Telling } from './told.ts'

/** 乙是甲的妻子的哥哥的妻子（近姻亲）；二人自2021-03-15起在财政局同受丙直接领导。依据《…》…：… */
export const conflictWords = (
  found: JudgedPair,
  span: Span | null,
  needs: readonly Need[],
  on: Day,
  telling: Telling,
): string => {
  const { language } = telling
  const weighed = found.assessment.stopped === undefined
  const facts = [kinSentence(found, telling), weighed ? standingSentence(found, on, telling) : ''].filter(
    (part) => part !== '',
  )
  const told =
    facts.length === 0 && !weighed
      ? []
      : [`${facts.join(inLanguage(language, '；', '; '))}${inLanguage(language, '。', '.')}`]
  const parts = [...told, citedWords(found.version, on, language), standing(found, span, needs, on, telling)]
  return parts.join(inLanguage(language, '', ' '))
}

/** The two as they are called: when veiled, one by name and the other as kin of theirs. */
const called = ({ bearing }: JudgedPair, { naming, about, names, language }: Telling) => {
  const { first, second } = bearing.subject
  const [a, b] = [first.person.id, second.person.id]
  if (naming === 'full')
    return { first: names.person(a), second: names.person(b), both: inLanguage(language, '二人', 'both') }
  const veiled = relativeVeiled(bearing.kin, language)
  const named = names.person(about === b ? b : a)
  return {
    first: about === b ? veiled : named,
    second: about === b ? named : veiled,
    both: inLanguage(language, `${named}与${veiled}`, `${named} and ${veiled}`),
  }
}

/** 其配偶、其一名近姻亲: nobody has one spouse among others. */
const relativeVeiled = (kin: Kinship, language: Language): string => {
  const [zh, en] = relativeWords[kin.class ?? wordOf(kin.words[0])]
  return kin.class === 'SPOUSE'
    ? inLanguage(language, `其${zh}`, 'their spouse')
    : inLanguage(language, `其一名${zh}`, `${en} of theirs`)
}

const wordOf = (word: KinWord | undefined): KinWord => word ?? 'SPECIAL_INTEREST'

const relativeWords: Readonly<Record<KinWord, readonly [zh: string, en: string]>> = {
  SPOUSE: ['配偶', 'the spouse'],
  DIRECT_BLOOD: ['直系血亲', 'a direct blood relative'],
  COLLATERAL_WITHIN_THREE: ['三代以内旁系血亲', 'a collateral relative within three generations'],
  NEAR_AFFINITY: ['近姻亲', 'a relative by near affinity'],
  CHILD: ['直系血亲', 'a direct blood relative'],
  CHILD_SPOUSE: ['近姻亲', 'a relative by near affinity'],
  AFTER_ADOPTION: ['收养前的亲属', 'a relative from before an adoption'],
  AFTER_DEATH: ['姻亲', 'a relative by affinity'],
  STEP: ['继亲', 'a step-relative'],
  DISTANT_IN_LAW: ['姻亲', 'a relative by affinity'],
  IN_LAW_OF_IN_LAW: ['姻亲', 'a relative by affinity'],
  SPECIAL_INTEREST: ['有其他特殊利益关系的人', 'a person with another special interest'],
}

const classWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  SPOUSE: ['夫妻关系', 'spouses'],
  DIRECT_BLOOD: ['直系血亲', 'direct blood'],
  COLLATERAL_WITHIN_THREE: ['三代以内旁系血亲', 'collateral within three generations'],
  NEAR_AFFINITY: ['近姻亲', 'near affinity'],
}

/** 乙是甲的妻子的哥哥的妻子（近姻亲） */
export const kinSentence = (found: JudgedPair, telling: Telling): string => {
  const { kin } = found.bearing
  const { language, kinPath, naming } = telling
  const { first, second } = called(found, telling)
  // The veiled sentence on the posts already says of what kind the relative is.
  if (naming === 'veiled') return ''
  const [zh, en] = classWords[kin.class ?? ''] ?? relativeWords[wordOf(kin.words[0])]
  return inLanguage(
    language,
    `${second}是${first}的${kinPath(kin)}（${zh}）`,
    `${second} is ${first}’s ${kinPath(kin)} (${en})`,
  )
}

/** 二人自2021-03-15起在财政局同受丙直接领导 */
export const standingSentence = (found: JudgedPair, on: Day, telling: Telling): string => {
  const { subject, asked, kin } = found.bearing
  const { first, second, chart } = subject
  const { language } = telling
  const truth = relationOver(asked, first.stay.pieces, second.stay.pieces, chart, first.setting.divisions)
  const { holds, since } = around(truth, on)
  if (holds === 'NO') return ''
  const { who, does } = predicate(found, on, telling)
  const may = holds === 'YES' ? '' : inLanguage(language, '可能', 'possibly ')
  const related = around(kin.truth, on).since
  const later = related !== null && since !== null && related > since && holds === 'YES'
  const kinSince = later
    ? inLanguage(language, `，自${dayWords(related, language)}起为亲属`, `, kin since ${dayWords(related, language)}`)
    : ''
  const from = since === null ? '' : dayWords(since, language)
  return inLanguage(
    language,
    `${who}${from === '' ? '' : `自${from}起`}${may}${does}${kinSince}`,
    `${who} ${may}${does}${from === '' ? '' : ` since ${from}`}${kinSince}`,
  )
}

interface Predicate {
  readonly who: string
  readonly does: string
}

const predicate = (found: JudgedPair, on: Day, telling: Telling): Predicate => {
  const { asked } = found.bearing
  const { language, names } = telling
  const { first, second, both } = called(found, telling)
  const say = (who: string, zh: string, en: string): Predicate => ({ who, does: inLanguage(language, zh, en) })
  const pieces = piecesOn(found.bearing, on)
  const witness = witnessOn(found.bearing, on)
  const unit = names.unit(witness?.unit ?? pieces?.[0].organ ?? '')
  switch (asked.relation) {
    case 'sameLeader':
      return leaderPredicate(found, on, telling)
    case 'directSuperior':
      return say(first, `直接领导${second}`, `has directly led ${second}`)
    case 'leadsAndSensitive': {
      const asks = asked.duties ?? sensitiveDuties
      const done = (pieces?.[1].duties ?? []).filter((duty) => asks.includes(duty))
      const work = listed(
        done.map((duty) => inLanguage(language, dutyWords[duty], readable(duty))),
        language,
      )
      const organ = names.unit(pieces?.[0].organ ?? '')
      return say(
        first,
        `任${organ}领导职务，${second}在其中从事${work}工作`,
        `has led ${organ}, where ${second} works in ${work},`,
      )
    }
    case 'sameTeam':
      return say(both, '同为一个领导班子的成员', 'have been members of one leading team')
    case 'sameUnit':
    case 'sameInternalUnit':
      return say(both, `同在${unit}任职`, `have served in ${unit}`)
    case 'sameCommission':
      return say(both, `同在${unit}任职，一方为其组成人员`, `have served in ${unit}, one of them as a member,`)
    case 'adjacentLevel':
      return say(both, '分别任上下相邻两级单位的领导职务', 'have led organs of adjacent levels')
    case 'chiefAndDeputy':
      return say(both, `分别任${unit}的正职和副职`, `have been chief and deputy of ${unit}`)
    case 'regulates': {
      const organ = names.unit(pieces?.[0].organ ?? '')
      const full = telling.naming === 'full'
      const led = full || telling.about !== found.bearing.subject.second.person.id
      const [zhOrgan, enOrgan] = led ? [organ, organ] : ['某机关', 'an organ']
      const [zhUnit, enUnit] = full ? [unit, unit] : ['企业', 'the enterprise']
      return say(
        first,
        `任${zhOrgan}领导成员，该机关主管${second}任职的${zhUnit}`,
        `has led ${enOrgan}, in charge of ${enUnit} where ${second} serves,`,
      )
    }
    case 'seats':
      return say(both, '分别任规则所列的两个席位', 'have held the two seats the rule names')
  }
}

const leaderPredicate = (found: JudgedPair, on: Day, telling: Telling): Predicate => {
  const { language, names } = telling
  const { both } = called(found, telling)
  const witness = witnessOn(found.bearing, on)
  const place = names.unit(piecesOn(found.bearing, on)?.[0].organ ?? '')
  const say = (zh: string, en: string): Predicate => ({ who: both, does: inLanguage(language, zh, en) })
  const leaders = (witness?.leaders ?? []).flatMap((post) => {
    const holders = names.holders(post, on)
    return holders.length > 0
      ? holders
      : [inLanguage(language, `${names.post(post)}（空缺）`, `${names.post(post)} (vacant)`)]
  })
  if (leaders.length > 0) {
    const who = leaders.join(inLanguage(language, '、', ' and '))
    return say(`在${place}同受${who}直接领导`, `have reported to ${who} in ${place}`)
  }
  if (witness?.team !== null && witness?.team !== undefined)
    return say(`在${place}同受一个领导班子的成员直接领导`, `have reported to members of one leading team in ${place}`)
  const [shared] = witness?.sharedLeaders ?? []
  if (shared !== undefined) {
    const post = names.post(shared)
    return say(
      `在${place}同受${post}（分管领导，一职多人）中的一人直接领导`,
      `have reported to one of those who hold ${post} in ${place}`,
    )
  }
  const [unknown] = witness?.unknownChiefs ?? []
  return witness?.holds === 'yes' && unknown !== undefined
    ? say(
        `在${place}同受${names.unit(unknown)}正职直接领导（何人任该正职未载明）`,
        `have reported to the chief of ${names.unit(unknown)} in ${place} (the post is not on file)`,
      )
    : say(`在${place}同受一人直接领导（直接上级未载明）`, `have reported to one leader in ${place} (not on file)`)
}

const standing = (
  { version: { rule }, assessment }: JudgedPair,
  span: Span | null,
  needs: readonly Need[],
  on: Day,
  { language }: Telling,
): string => {
  const day = dayWords(on, language)
  if (span === null) return inLanguage(language, `${day}不属于该情形。`, `On ${day} the bar does not apply.`)
  if (span.status === 'ACTIVE') {
    const effect = inLanguage(language, effects[rule.effect], rule.effect.toLowerCase().replaceAll('_', ' '))
    const since = dayWords(span.since, language)
    return inLanguage(
      language,
      `截至${day}，自${since}起属于“${effect}”情形。`,
      `On ${day} the bar (${effect}) applies, since ${since}.`,
    )
  }
  const asked = [...new Set(needs.map((need) => need.why))].join(inLanguage(language, '；', '; '))
  if (assessment.stopped !== undefined) return stoppedWords(asked, day, language)
  const verify = asked === '' ? inLanguage(language, '有关事实', 'the facts') : asked
  return inLanguage(
    language,
    `截至${day}，依现有档案尚不能确定，须先核实：${verify}。`,
    `On ${day} the file does not tell; to be verified first: ${verify}.`,
  )
}
