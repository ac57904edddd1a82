import { type Dim, dims, dossierKinds, stateKinds } from '../../facts/vocabulary.ts'
import type { Condition, OneOf } from '../../law/condition.ts'
import { period } from '../../time/period.ts'
import type { Resolved } from '../resolve.ts'
import { moveLeafWords } from './move.ts'
import { whereWords } from './where.ts'
import { inLanguage, type Language, listed, periodWords, readable } from './words.ts'

/** A leaf of a condition as a clause of a sentence; `per` is what the rule counts along. */
export const leafWords = (c: Resolved<Condition>, per: readonly Dim[], language: Language): string => {
  const say = (zh: string, en: string) => inLanguage(language, zh, en)
  const years = (text: string) => periodWords(period(text), language)
  if ('held' in c) return heldWords(whereWords(c.held, language), language)
  if ('lasting' in c) {
    const { along, where, atLeast } = c.lasting
    const [same, filter] = [sameWords(along === undefined ? per : [along], language), whereWords(where, language)]
    return say(
      `${filter === '' ? `${same}任职` : servingAlong(same, filter)}连续满${years(atLeast)}`,
      `${years(atLeast)} unbroken ${same}${filter === '' ? '' : ` (${filter})`}`,
    )
  }
  if ('accumulated' in c) {
    const filter = whereWords(c.accumulated.where, language)
    return say(
      `${servingAs(filter)}累计满${years(c.accumulated.atLeast)}`,
      `${years(c.accumulated.atLeast)} in sum (${filter})`,
    )
  }
  if ('terms' in c) {
    const filter = whereWords(c.terms.where, language)
    return say(
      `任${filter}连续满${c.terms.atLeast}届（一届任满${years(c.terms.countsFrom)}即计）`,
      `${c.terms.atLeast} consecutive terms (${filter}; a term counts from ${years(c.terms.countsFrom)})`,
    )
  }
  if ('happened' in c) {
    const { event, kind, within, times } = c.happened
    return say(
      `${years(within)}内${eventWords(event, kind, language)}${times}次以上`,
      `${times} or more times within ${years(within)}: ${eventWords(event, kind, language)}`,
    )
  }
  return moveLeafWords(c, language) ?? personWords(c, language)
}

const personWords = (c: Resolved<Condition>, language: Language): string => {
  const say = (zh: string, en: string) => inLanguage(language, zh, en)
  if ('person' in c)
    return Object.entries(c.person)
      .map(([name, words]) => attributeWords(name, words, language))
      .join(say('且', ' and '))
  if ('age' in c) return ageWords(c.age, language)
  if ('toRetirement' in c) {
    const under = period(c.toRetirement.under)
    const reached = under.months === 0 && under.days <= 1
    return reached
      ? say('达到法定退休年龄', 'statutory retirement age reached')
      : say(
          `距法定退休年龄不足${periodWords(under, language)}`,
          `less than ${periodWords(under, language)} to statutory retirement`,
        )
  }
  if ('state' in c) return stateWords(c.state, language)
  if ('native' in c) return nativeWords(c.native, language)
  if ('dossier' in c) return say(`有${dossierKinds[c.dossier.kind]}材料`, `${readable(c.dossier.kind)} on file`)
  return ''
}

const homes = { native: '籍贯', birth: '出生地', growth: '成长地' } as const
const englishHomes = { native: 'origin', birth: 'birth', growth: 'growth' } as const

/** 在本人出生地、成长地任职: each rule says which of the three facts it reads. */
const nativeWords = (
  { place, basis }: Extract<Resolved<Condition>, { native: unknown }>['native'],
  language: Language,
) => {
  const names = listed(
    basis.map((b) => inLanguage(language, homes[b], englishHomes[b])),
    language,
  )
  if (place === 'takes')
    return inLanguage(language, `拟任职地为本人${names}`, `the post taken lies in the person’s place of ${names}`)
  return place === 'team'
    ? inLanguage(language, `班子所在地为本人${names}`, `the team’s place is the member’s place of ${names}`)
    : inLanguage(language, `在本人${names}任职`, `serving in the person’s place of ${names}`)
}

/** 同一职位任副科级领导职务, but 在同一职位从事审计工作. */
const servingAlong = (same: string, filter: string): string => {
  if (same === '' || !filter.startsWith('从事')) return `${same}${servingAs(filter)}`
  return same === `同一${dims.duty}` ? `在${same}上${filter}` : `在${same}${filter}`
}

/** 任副科级领导职务, but 从事审计工作. */
const servingAs = (filter: string): string => (filter.startsWith('从事') ? filter : `任${filter}`)

const heldWords = (filter: string, language: Language): string =>
  inLanguage(language, `现${servingAs(filter)}`, `now in: ${filter === '' ? 'a post' : filter}`)

/** 同一职位 */
export const sameWords = (per: readonly Dim[], language: Language): string => {
  if (per.length === 0) return ''
  return inLanguage(
    language,
    `同一${per.map((dim) => dims[dim]).join('、')}`,
    `in the same ${per.map((dim) => dim.replace(/[A-Z]/g, (c) => ` ${c.toLowerCase()}`)).join(' and ')}`,
  )
}

const eventWords = (event: string, kind: keyof typeof stateKinds | undefined, language: Language): string => {
  if (event === 'move') return inLanguage(language, '交流', 'moved')
  if (event === 'promotion') return inLanguage(language, '晋升', 'promoted')
  if (event === 'appointment') return inLanguage(language, '任职', 'appointed')
  return kind === undefined ? '' : inLanguage(language, stateKinds[kind], readable(kind))
}

const ageWords = ({ atLeast, atMost }: { readonly atLeast?: number; readonly atMost?: number }, language: Language) =>
  [
    ...(atLeast === undefined ? [] : [inLanguage(language, `年满${atLeast}岁`, `aged ${atLeast} or over`)]),
    ...(atMost === undefined ? [] : [inLanguage(language, `年龄${atMost}岁及以下`, `aged ${atMost} or under`)]),
  ].join(inLanguage(language, '且', ' and '))

const stateWords = (state: Extract<Resolved<Condition>, { state: unknown }>['state'], language: Language): string => {
  const name = inLanguage(language, stateKinds[state.kind], readable(state.kind))
  const values =
    state.values === undefined
      ? ''
      : inLanguage(language, `（${listed(state.values, language)}）`, ` (${listed(state.values, language)})`)
  return state.influence === undefined
    ? inLanguage(language, `存在“${name}”情形${values}`, `${name} on record${values}`)
    : inLanguage(language, `在${name}影响期内${values}`, `within the influence of ${name}${values}`)
}

const attributeNames: Readonly<Record<string, string>> = {
  sex: '性别',
  ethnicity: '民族',
  category: '人员类别',
  party: '党派',
  education: '学历',
}

const attributeWords = (name: string, words: OneOf, language: Language): string => {
  const [values, negated] = 'in' in words ? [words.in, false] : [words.notIn, true]
  const list = listed(values, language)
  return inLanguage(
    language,
    `${attributeNames[name] ?? name}${negated ? '不为' : '为'}${list}`,
    `${name} ${negated ? 'not ' : ''}${list}`,
  )
}
