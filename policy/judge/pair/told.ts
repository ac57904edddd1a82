import type { Kinship } from '../../facts/kinship/kinship.ts'
import type { Day } from '../../time/day.ts'
import type { Language } from '../wording/words.ts'

/** How the judge calls the people, posts and units of a conflict. */
export interface PairNames {
  person(id: string): string
  post(id: string): string
  unit(id: string): string
  /** Names of those who hold the post on the day. */
  holders(post: string, on: Day): readonly string[]
}

/** How a conflict is told. */
export interface Telling {
  readonly language: Language
  readonly names: PairNames
  /** What the relative is to the person, along the path: 妻子的哥哥的妻子. */
  readonly kinPath: (kinship: Kinship) => string
  /** `veiled`: the relative, their post and how they are related stay unnamed: for readers who may not see family data. */
  readonly naming: 'full' | 'veiled'
  /** Whose conflict it is told as: who stays named when veiled. Default: the first side. */
  readonly about?: string
}

/** Ids where there are no names. */
export const plainPairNames: PairNames = {
  person: (id) => id,
  post: (id) => id,
  unit: (id) => id,
  holders: () => [],
}
