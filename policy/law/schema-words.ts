import { z } from 'zod'
import { factClasses } from '../facts/fact-class.ts'
import { kinWords } from '../facts/kinship/kinship.ts'
import { organClosures, postRelations, relationScopes } from '../facts/relations/relation.ts'
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
} from '../facts/vocabulary.ts'
import { parseDay } from '../time/day.ts'
import { parsePeriod } from '../time/period.ts'
import { parseStated } from '../time/stated.ts'
import type { PluginProblemCode } from './problem.ts'

/** The words of a closed list of the vocabulary. */
const wordsOf = <W extends string>(words: Readonly<Record<W, string>>) =>
  z.literal(Object.keys(words).filter((key): key is W => Object.hasOwn(words, key)))

export const word = {
  capacity: wordsOf(capacities),
  category: wordsOf(categories),
  dim: wordsOf(dims),
  divisionLevel: wordsOf(divisionLevels),
  dossierKind: wordsOf(dossierKinds),
  duty: wordsOf(duties),
  factClass: wordsOf(factClasses),
  kin: wordsOf(kinWords),
  level: wordsOf(levels),
  organClosure: wordsOf(organClosures),
  postRelation: wordsOf(postRelations),
  relationScope: wordsOf(relationScopes),
  seat: wordsOf(seats),
  stateKind: wordsOf(stateKinds),
  teamKind: wordsOf(teamKinds),
  unitKind: wordsOf(unitKinds),
  nativeBasis: z.literal(['native', 'birth', 'growth']),
  sex: z.literal(['M', 'F']),
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
export const dayText = z.string().refine((t) => parseDay(t) !== null, said('BAD_DAY'))
export const statedText = z.string().refine((t) => parseStated(t) !== null, said('BAD_DAY'))
export const periodText = z.string().refine((t) => parsePeriod(t) !== null, said('BAD_PERIOD'))

export const bilingual = z.strictObject({ zh: text, en: text })

/** A list whose length is bounded, so that a document's cost is bounded before it is read. */
export const list = <T extends z.ZodType>(item: T, most = 100) => z.array(item).max(most).readonly()

/** A literal, or the name of a dated parameter. */
export const arg = <T extends z.ZodType>(literal: T) => z.union([literal, z.strictObject({ param: name })])
