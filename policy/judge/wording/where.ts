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
  if (where.seat) parts.push(named(seats, where.seat))
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
  if ('includes' in level)
    return inLanguage(language, `${listed(level.map(word), language)}级`, listed(level.map(word), language))
  if (level.to === undefined)
    return level.from === undefined
      ? ''
      : inLanguage(language, `${word(level.from)}级及以上`, `${word(level.from)} and above`)
  if (level.from === undefined) return inLanguage(language, `${word(level.to)}级及以下`, `${word(level.to)} and below`)
  return inLanguage(language, `${word(level.from)}级至${word(level.to)}级`, `${word(level.from)} to ${word(level.to)}`)
}

const placeWords = (place: NonNullable<Where['place']>, language: Language): string => {
  if (place === 'own') return inLanguage(language, '本级', 'of this jurisdiction itself')
  if (place === 'ownOrBelow') return inLanguage(language, '本辖区', 'of this jurisdiction or below')
  const names = place.map((level) => inLanguage(language, divisionLevels[level], level))
  return inLanguage(language, `${listed(names, language)}`, `at ${listed(names, language)} level`)
}
