import { type KinWord, kinWords } from '../../facts/kinship/kinship.ts'
import { organClosures, type PostRelation, type RelationScope, relationScopes } from '../../facts/relations/relation.ts'
import { scopeOf } from '../../facts/relations/scope.ts'
import { sensitiveDuties } from '../../facts/relations/stands.ts'
import { duties, seats } from '../../facts/vocabulary.ts'
import type { Condition, PostsStand } from '../../law/condition.ts'
import type { Resolved } from '../resolve.ts'
import { whereWords } from './where.ts'
import { inLanguage, type Language, listed, readable } from './words.ts'

/** A condition about two people as a clause of a sentence: 二人为夫妻关系、直系血亲… */
export const pairLeafWords = (c: Resolved<Condition>, language: Language): string => {
  if ('kin' in c) return kinAskedWords(c.kin.classes, language)
  if ('posts' in c) return postsWords(c.posts, language)
  if ('held' in c) {
    const filter = whereWords(c.held, language)
    const post = filter === '' || filter.startsWith('（') ? `职${filter}` : filter
    // 均为公务员: a category is what someone is, the rest what they hold.
    const are = Object.keys(c.held).every((asked) => asked === 'category' || asked === 'capacity')
    const verb = are && c.held.category !== undefined ? '均为' : '均任'
    return inLanguage(language, `二人${verb}${post}`, `both hold: ${filter === '' ? 'a post' : filter}`)
  }
  return ''
}

const englishKin: Readonly<Record<KinWord, string>> = {
  SPOUSE: 'spouses',
  DIRECT_BLOOD: 'direct blood relatives',
  COLLATERAL_WITHIN_THREE: 'collateral relatives within three generations',
  NEAR_AFFINITY: 'near affinity',
  CHILD: 'child',
  CHILD_SPOUSE: 'child’s spouse',
  AFTER_ADOPTION: 'family of birth after adoption',
  AFTER_DEATH: 'affinity after a death',
  STEP: 'step-kin without support',
  DISTANT_IN_LAW: 'spouse’s grandparents or grandchild’s spouse',
  IN_LAW_OF_IN_LAW: 'in-laws of a sibling',
  SPECIAL_INTEREST: 'other special interest',
}

const kinClassWords = (word: KinWord, language: Language): string =>
  inLanguage(language, kinWords[word], englishKin[word])

/** “Child” and “child’s spouse” say what one is to the other; a class is of both. */
const kinAskedWords = (classes: readonly KinWord[], language: Language): string => {
  const oneWay = classes.some((word) => word === 'CHILD' || word === 'CHILD_SPOUSE')
  if (!oneWay) {
    const names = listed(
      classes.map((word) => kinClassWords(word, language)),
      language,
    )
    return inLanguage(language, `二人有下列亲属关系之一：${names}`, `the two are kin (${names})`)
  }
  const names = classes.map((word) =>
    word === 'SPOUSE' ? inLanguage(language, '配偶', 'spouse') : kinClassWords(word, language),
  )
  return inLanguage(
    language,
    `后者是前者的${listed(names, language)}`,
    `the second is the first’s ${listed(names, language)}`,
  )
}

const englishScope: Readonly<Record<RelationScope, string>> = {
  sameOrgan: 'within one organ',
  sameLegalPerson: 'within one legal person',
  sameInternalUnit: 'within one internal unit',
  sameJurisdiction: 'in one place',
  any: '',
}

/** 在同一机关同受一人直接领导 */
export const postsWords = (stand: Resolved<PostsStand>, language: Language): string => {
  const { relation, organClosure = 'organ' } = stand
  const scope = scopeOf(relation, stand.scope)
  const reach =
    scope === 'sameOrgan' && organClosure !== 'organ'
      ? inLanguage(language, `（${organClosures[organClosure]}）`, ` (${closureWords[organClosure]})`)
      : ''
  const within =
    scope === 'any' ? '' : inLanguage(language, `在${relationScopes[scope]}${reach}`, ` ${englishScope[scope]}${reach}`)
  const how = relationWords(stand, language)
  return inLanguage(language, `${within}${how}`, `${how}${within}`)
}

const closureWords = {
  withDispatched: 'with the offices it sends out',
  withSubordinates: 'with the units below it',
} as const

const englishRelation: Readonly<Record<PostRelation, string>> = {
  sameLeader: 'both are directly under the same leader',
  sameTeam: 'both are in one leading team',
  directSuperior: 'one directly leads the other',
  leadsAndSensitive: 'one leads the organ and the other works in',
  sameUnit: 'both serve in one unit',
  sameInternalUnit: 'both serve in one internal unit',
  sameCommission: 'both serve in one supervision commission, one of them as a member',
  adjacentLevel: 'both are leaders of organs of adjacent levels',
  chiefAndDeputy: 'they are chief and deputy of one unit',
  regulates: 'one leads the organ in charge of the other’s enterprise',
  seats: 'they hold the seats',
}

const chineseRelation: Readonly<Record<PostRelation, string>> = {
  sameLeader: '同受一人直接领导',
  sameTeam: '同属一个领导班子',
  directSuperior: '有直接上下级领导关系',
  leadsAndSensitive: '一方任领导职务，另一方从事',
  sameUnit: '同在一个单位任职',
  sameInternalUnit: '同在一个内设机构任职',
  sameCommission: '同在一个监察委员会任职且一方为其组成人员',
  adjacentLevel: '分别任上下相邻两级单位的领导职务',
  chiefAndDeputy: '分别任同一单位的正职和副职',
  regulates: '一方任另一方企业主管机关的领导成员',
  seats: '分别任',
}

const relationWords = (stand: Resolved<PostsStand>, language: Language): string => {
  const { relation, leaderScope } = stand
  const [zh, en] = [chineseRelation[relation], englishRelation[relation]]
  switch (relation) {
    case 'sameLeader':
      return leaderScope === 'team'
        ? inLanguage(language, '同受一个领导班子成员直接领导', 'both are directly under members of one leading team')
        : inLanguage(language, zh, en)
    case 'leadsAndSensitive': {
      const names = listed(
        (stand.duties ?? sensitiveDuties).map((duty) => inLanguage(language, duties[duty], readable(duty))),
        language,
      )
      return inLanguage(language, `${zh}${names}工作`, `${en} ${names}`)
    }
    case 'seats': {
      const names = (stand.seats ?? []).map((seat) => inLanguage(language, seats[seat], readable(seat)))
      return inLanguage(language, `${zh}${names.join('和')}`, `${en} ${names.join(' and ')}`)
    }
    default:
      return inLanguage(language, zh, en)
  }
}
