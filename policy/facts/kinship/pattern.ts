import type { KinClass, KinPattern, KinWord, NotedTie } from './kinship.ts'

/** A step outward along a primitive tie: to a parent, to a child, to a spouse. */
export type Step = 'P' | 'C' | 'S'

/** What someone is who is reached by a way of steps. */
export interface Reached {
  readonly class: KinClass | null
  readonly pattern: KinPattern | NotedTie
  readonly words: readonly KinWord[]
  /** Whether the list of the one who walks names the one reached. */
  readonly listed: boolean
}

const inClass = (
  kinClass: KinClass,
  pattern: KinPattern,
  ways: string,
  more: { readonly word?: KinWord; readonly listed?: boolean } = {},
): readonly (readonly [way: string, Reached])[] =>
  ways.split(' ').map((way) => [
    way,
    {
      class: kinClass,
      pattern,
      words: more.word === undefined ? [kinClass] : [kinClass, more.word],
      listed: more.listed ?? true,
    },
  ])

const noted = (pattern: NotedTie, ways: string): readonly (readonly [way: string, Reached])[] =>
  ways.split(' ').map((way) => [way, { class: null, pattern, words: [pattern], listed: false }])

/**
 * The ways that the avoidance rules list (公务员回避规定第五条), closed under looking from the other end. `PPP` and `CCC` go on for
 * ever: direct blood has no limit. Of K4E only the spouse of one’s own collateral is on one’s own list.
 */
const ways: ReadonlyMap<string, Reached> = new Map([
  ...inClass('SPOUSE', 'K1', 'S'),
  ...inClass('DIRECT_BLOOD', 'K2', 'C', { word: 'CHILD' }),
  ...inClass('DIRECT_BLOOD', 'K2', 'P PP PPP CC CCC'),
  ...inClass('COLLATERAL_WITHIN_THREE', 'K3', 'PC PCC PPC PPCC'),
  ...inClass('NEAR_AFFINITY', 'K4A', 'CS', { word: 'CHILD_SPOUSE' }),
  ...inClass('NEAR_AFFINITY', 'K4A', 'SP'),
  ...inClass('NEAR_AFFINITY', 'K4B', 'SPC PCS'),
  ...inClass('NEAR_AFFINITY', 'K4C', 'SPCS'),
  ...inClass('NEAR_AFFINITY', 'K4D', 'CSP'),
  ...inClass('NEAR_AFFINITY', 'K4E', 'PPCS PCCS PPCCS'),
  ...inClass('NEAR_AFFINITY', 'K4E', 'SPPC SPCC SPPCC', { listed: false }),
  ...noted('STEP', 'PS SC'),
  ...noted('DISTANT_IN_LAW', 'SPP CCS'),
  ...noted('IN_LAW_OF_IN_LAW', 'PCSP CSPC PCSPC'),
])

/** A place on a way: what one is who stands there, and where the next step leads. */
export interface Place {
  readonly reached: Reached | null
  /** How many steps from oneself the climb begins whose descent leads here; `null`: here one does not stand below a climb. */
  readonly climbedFrom: number | null
  readonly next: { readonly [S in Step]?: Place }
}

interface Growing {
  reached: Reached | null
  readonly climbedFrom: number | null
  next: { [S in Step]?: Growing }
}

const climbedFrom = (way: string): number | null => /P+C+$/.exec(way)?.index ?? null

const grown = (): Growing => {
  const start: Growing = { reached: null, climbedFrom: null, next: {} }
  for (const [way, reached] of ways) {
    let place = start
    for (const [at, step] of [...way].entries())
      place = place.next[stepOf(step)] ??= { reached: null, climbedFrom: climbedFrom(way.slice(0, at + 1)), next: {} }
    place.reached = reached
  }
  for (const endless of ['PPP', 'CCC']) {
    let place = start
    for (const step of endless) place = place.next[stepOf(step)] ?? place
    place.next[stepOf(endless)] = place
  }
  return start
}

const stepOf = (text: string): Step => (text.startsWith('P') ? 'P' : text.startsWith('C') ? 'C' : 'S')

/** Where every way starts: oneself. */
export const self: Place = grown()
