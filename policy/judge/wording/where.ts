import {
  capacities,
  categories,
  dims,
  divisionLevels,
  duties,
  levels,
  seats,
  teamKinds,
  unitKinds,
} from '../../facts/vocabulary.ts'
import type { Where } from '../../law/condition.ts'
import type { Resolved } from '../resolve.ts'
import { inLanguage, type Language, listed, readable } from './words.ts'

/** Which service counts, in words; empty when every ordinary service does. */
export const whereWords = (where: Resolved<Where> | undefined, language: Language): string => {
  if (where === undefined) return ''
  const named = <K extends string>(table: Readonly<Record<K, string>>, keys: readonly K[]) =>
    listed(
      keys.map((key) => inLanguage(language, table[key], readable(key))),
      language,
    )
  const parts: string[] = []
  if (where.place !== undefined) parts.push(placeWords(where.place, language))
  if (where.unitKind) parts.push(named(unitKinds, where.unitKind))
  if (where.teamKind)
    parts.push(
      inLanguage(
        language,
        `${named(teamKinds, where.teamKind)}领导班子`,
        `leading team: ${named(teamKinds, where.teamKind)}`,
      ),
    )
  if (where.functions)
    parts.push(
      inLanguage(language, `${listed(where.functions, language)}部门`, `unit for ${listed(where.functions, language)}`),
    )
  if (where.category) parts.push(named(categories, where.category))
  if (where.level) parts.push(levelWords(where.level, language))
  if (where.leading !== undefined)
    parts.push(
      inLanguage(
        language,
        where.leading ? '领导职务' : '非领导职务',
        where.leading ? 'leading post' : 'non-leading post',
      ),
    )
  if (where.seat)
    parts.push(
      oneOfThese(
        where.seat.map((key) => inLanguage(language, seats[key], readable(key))),
        language,
      ),
    )
  if (where.duties)
    parts.push(inLanguage(language, `从事${named(duties, where.duties)}工作`, `duties: ${named(duties, where.duties)}`))
  if (where.business)
    parts.push(
      inLanguage(
        language,
        `从事${listed(where.business, language)}业务`,
        `business: ${listed(where.business, language)}`,
      ),
    )
  if (where.capacity)
    parts.push(
      inLanguage(language, `（${named(capacities, where.capacity)}）`, `as ${named(capacities, where.capacity)}`),
    )
  if (where.same !== undefined) {
    const [whose, post] = sameWords(where.same, language)
    return parts.length === 0 ? `${whose}${post}` : joined([whose, ...parts], language)
  }
  return joined(parts, language)
}

/** 正职或党委书记 */
const oneOfThese = (words: readonly string[], language: Language): string => {
  const [last = '', ...before] = words.toReversed()
  if (before.length === 0) return last
  return `${listed(before.toReversed(), language)}${inLanguage(language, '或', ' or ')}${last}`
}

const joined = (parts: readonly string[], language: Language): string => parts.join(inLanguage(language, '', ', '))

/** 与拟任职位同一职务层次的 领导职务 */
const sameWords = (
  { dim, as }: NonNullable<Resolved<Where>['same']>,
  language: Language,
): readonly [whose: string, post: string] => {
  const [zh, en] = as === 'takes' ? ['拟任', 'taken'] : ['拟离任', 'left']
  if (dim === 'post') return [inLanguage(language, `${zh}的同一职务`, `the same post as the one ${en}`), '']
  const whose = inLanguage(language, `与${zh}职务同一${dims[dim]}的`, `the same ${readable(dim)} as the post ${en}`)
  return [whose, inLanguage(language, '职务', '')]
}

const levelWords = (level: NonNullable<Resolved<Where>['level']>, language: Language): string => {
  const word = (key: keyof typeof levels) => inLanguage(language, levels[key], readable(key))
  const ranked = (key: keyof typeof levels) => `${word(key)}${inLanguage(language, rankAfter(word(key)), '')}`
  if ('includes' in level) {
    const words = listed(level.map(word), language)
    return `${words}${inLanguage(language, rankAfter(words), '')}`
  }
  if (level.to === undefined)
    return level.from === undefined
      ? ''
      : inLanguage(language, `${ranked(level.from)}及以上`, `${word(level.from)} and above`)
  if (level.from === undefined) return inLanguage(language, `${ranked(level.to)}及以下`, `${word(level.to)} and below`)
  return inLanguage(language, `${ranked(level.from)}至${ranked(level.to)}`, `${word(level.from)} to ${word(level.to)}`)
}

/** 正科级, but 股级正职 and 科员. */
const rankAfter = (word: string): string => (/[职员]$/.test(word) ? '' : '级')

const placeWords = (place: NonNullable<Where['place']>, language: Language): string => {
  if (place === 'own') return inLanguage(language, '本级', 'of this jurisdiction itself')
  if (place === 'ownOrBelow') return inLanguage(language, '本辖区', 'of this jurisdiction or below')
  const names = place.map((level) => inLanguage(language, divisionLevels[level], level))
  return inLanguage(language, `${listed(names, language)}`, `at ${listed(names, language)} level`)
}
