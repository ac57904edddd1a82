import { z } from 'zod'
import { factClasses } from '../../facts/fact-class.ts'
import { kinWords } from '../../facts/kinship/kinship.ts'
import { organClosures, postRelations, relationScopes } from '../../facts/relations/relation.ts'
import {
  capacities,
  categories,
  dims,
  divisionLevels,
  dossierKinds,
  duties,
  levels,
  seats,
  stateKinds,
  teamKinds,
  unitKinds,
} from '../../facts/vocabulary.ts'
import { parseDay } from '../../time/day.ts'
import { parsePeriod } from '../../time/period.ts'
import { parseStated } from '../../time/stated.ts'
import type { PluginProblemCode } from '../problem.ts'
import { choice, hasKey } from './choice.ts'

/** A place of the format with what it means, for whoever writes a document by hand: their editor shows it beside the place. */
export const doc = <T extends z.ZodType>(schema: T, zh: string, en: string): T => schema.describe(`${zh}。${en}.`)

/** The words of a closed list of the vocabulary, each with its Chinese term. */
export const wordsOf = <W extends string>(id: string, words: Readonly<Record<W, string>>) =>
  z.literal(Object.keys(words).filter((key): key is W => Object.hasOwn(words, key))).meta({
    id,
    description: Object.entries(words)
      .map(([key, term]) => `${key} ${String(term)}`)
      .join('；'),
  })

export const word = {
  capacity: wordsOf('capacity', capacities),
  category: wordsOf('category', categories),
  dim: wordsOf('dim', dims),
  divisionLevel: wordsOf('divisionLevel', divisionLevels),
  dossierKind: wordsOf('dossierKind', dossierKinds),
  duty: wordsOf('duty', duties),
  factClass: wordsOf('factClass', factClasses),
  kin: wordsOf('kin', kinWords),
  level: wordsOf('level', levels),
  organClosure: wordsOf('organClosure', organClosures),
  postRelation: wordsOf('postRelation', postRelations),
  relationScope: wordsOf('relationScope', relationScopes),
  seat: wordsOf('seat', seats),
  stateKind: wordsOf('stateKind', stateKinds),
  teamKind: wordsOf('teamKind', teamKinds),
  unitKind: wordsOf('unitKind', unitKinds),
  nativeBasis: wordsOf('nativeBasis', { native: '籍贯', birth: '出生地', growth: '成长地' }),
  sex: wordsOf('sex', { M: '男', F: '女' }),
  retirementLimit: z.literal(['50', '55', '60', '63', '65', '66']),
}

const said = (code: PluginProblemCode) => ({ params: { code } })

/** Half a character has no bytes, and so no digest. */
const isWhole = (t: string) => !/\p{Surrogate}/u.test(t)
const halfCharacter = '不含残缺字符 (no half characters)'

export const text = z.string().min(1).max(4000).refine(isWhole, halfCharacter)
/** A word that is the jurisdiction's own: of a state's value, a result, a list. */
export const short = z.string().min(1).max(100).refine(isWhole, halfCharacter)
/** A name inside a document: of a parameter, a definition, an instrument, a word of a local list. */
export const name = z
  .string()
  .regex(
    /^[\p{L}\p{N}][\p{L}\p{N}()（）.+·_-]{0,99}$/u,
    '字母、汉字、数字开头，不含空格 (letters or digits, no spaces)',
  )
/** Kebab-case. */
export const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, '小写字母、数字与连字符 (lower-case letters, digits and hyphens)')
/** `<plugin>/<rule>` */
export const fullId = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/, '插件/规则 (plugin/rule)')
/** `<plugin>/<parameter>` */
export const fullName = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*\/[\p{L}\p{N}][\p{L}\p{N}()（）.+·_-]{0,99}$/u, '插件/参数 (plugin/parameter)')
export const divisionCode = z.string().regex(/^\d{6}$/, '六位行政区划代码 (six digits, GB/T 2260)')
export const version = z.string().regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, '形如 1.0.0 (such as 1.0.0)')
export const dayText = z
  .string()
  .refine((t) => parseDay(t) !== null, said('BAD_DAY'))
  .meta({ id: 'day', format: 'date', description: '日，如 2026-11-22。A calendar day, such as 2026-11-22.' })
export const statedText = z
  .string()
  .refine((t) => parseStated(t) !== null, said('BAD_DAY'))
  .meta({
    id: 'statedDay',
    description:
      '档案所载之日：2014-03-15、2014-03、2014 或 ?（不详）。A day as the file states it: 2014-03-15, 2014-03, 2014, or ? when unknown.',
  })
export const periodText = z
  .string()
  .refine((t) => parsePeriod(t) !== null, said('BAD_PERIOD'))
  .meta({
    id: 'period',
    description: '期间：P10Y 十年、P6M 六个月、P1Y6M、P30D。A span of time: P10Y, P6M, P1Y6M, P30D.',
    examples: ['P10Y', 'P6M'],
  })

export const bilingual = z
  .strictObject({ zh: doc(text, '中文', 'In Chinese'), en: doc(text, '英文', 'In English') })
  .meta({ id: 'bilingual' })

const byParameter = z
  .strictObject({
    param: doc(
      name,
      '本文件 parameters 中的参数名，取判断日的值',
      'Name of a parameter of this document; its value on the judged day',
    ),
  })
  .meta({ id: 'byParameter' })

/** A list whose length is bounded, so that a document's cost is bounded before it is read. */
export const list = <T extends z.ZodType>(item: T, most = 100) => z.array(item).max(most).readonly()

/** A literal, or the name of a dated parameter. */
export const arg = <T extends z.ZodType>(literal: T) =>
  choice([literal, byParameter], (value) => (hasKey(value, 'param') ? byParameter : literal))
