import { always, type Kinship, type KinWord, type Truth, truly } from '../../policy/index.ts'

/** Ties stated outright, for tests that are not about how they are derived. */
export const tie = (
  person: string,
  relative: string,
  pattern: Kinship['pattern'],
  more: Partial<Kinship> = {},
): Kinship => {
  const kinClass = classOf[pattern] ?? null
  const word: KinWord[] = kinClass === null ? [] : [kinClass]
  return {
    person,
    relative,
    class: kinClass,
    pattern,
    words: word,
    listed: true,
    term: null,
    truth: always,
    path: [{ tie: 'DECLARED', edge: `${person}-${relative}`, to: relative }],
    ...more,
  }
}

const classOf: Partial<Record<Kinship['pattern'], NonNullable<Kinship['class']>>> = {
  K1: 'SPOUSE',
  K2: 'DIRECT_BLOOD',
  K3: 'COLLATERAL_WITHIN_THREE',
  K4A: 'NEAR_AFFINITY',
  K4B: 'NEAR_AFFINITY',
  K4C: 'NEAR_AFFINITY',
  K4D: 'NEAR_AFFINITY',
  K4E: 'NEAR_AFFINITY',
}

export const spouses = (a: string, b: string, truth: Truth = always): Kinship =>
  tie(a, b, 'K1', { truth, path: [{ tie: 'SPOUSE', edge: `${a}+${b}`, to: b }] })

/** `b` is the child of `a`. */
export const parentOf = (a: string, b: string): Kinship =>
  tie(a, b, 'K2', { words: ['DIRECT_BLOOD', 'CHILD'], path: [{ tie: 'CHILD', edge: `${a}>${b}`, to: b }] })

export const from = (day: number): Truth => truly([day, Infinity])
