import type { KinStep, Kinship, KinWord } from '../../facts/kinship/kinship.ts'

const inverse = {
  PARENT: 'CHILD',
  CHILD: 'PARENT',
  SPOUSE: 'SPOUSE',
  DECLARED: 'DECLARED',
  SPECIAL_INTEREST: 'SPECIAL_INTEREST',
} as const

/** The same tie read from the other side: what `person` is to `relative`. No word is known for it. */
export const reversedKin = (kinship: Kinship): Kinship => {
  const { person, relative, pattern, listed } = kinship
  const path = reversedPath(person, kinship.path)
  return {
    ...kinship,
    person: relative,
    relative: person,
    words: reversedWords(kinship, path),
    listed: pattern === 'K4E' ? !listed : listed,
    term: null,
    path,
  }
}

const reversedPath = (person: string, path: readonly KinStep[]): readonly KinStep[] =>
  path.map(({ tie, edge }, i): KinStep => ({ tie: inverse[tie], edge, to: path[i - 1]?.to ?? person })).toReversed()

/** A class holds both ways. “Child” and “child’s spouse” (CSL 74 ¶2) hold one way: of the two, one is the younger. */
const reversedWords = ({ words, pattern }: Kinship, path: readonly KinStep[]): readonly KinWord[] => {
  const mutual = words.filter((word) => word !== 'CHILD' && word !== 'CHILD_SPOUSE')
  if (pattern === 'K4A' && !words.includes('CHILD_SPOUSE')) return [...mutual, 'CHILD_SPOUSE']
  return path.length === 1 && path[0]?.tie === 'CHILD' ? [...mutual, 'CHILD'] : mutual
}
