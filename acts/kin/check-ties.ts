import {
  type Bilingual,
  type KinEdge,
  parseStated,
  type Range,
  type StatedText,
  type TieEnd,
} from '../../policy/index.ts'
import type { Complaint } from '../roster/problem.ts'
import { checkBirthParents } from './birth-parents.ts'
import { circlesIn } from './circles.ts'
import {
  endMisplaced,
  endWithoutDay,
  noOlder,
  ownAncestor,
  tieTwice,
  toSelf,
  twoSpouses,
  wrongSex,
} from './complaints.ts'
import {
  type DeclaredTie,
  descentsIn,
  differ,
  inverse,
  isPrimitive,
  type Kinsman,
  lasting,
  mayBeSame,
  surelyTogether,
  type WrittenTie,
} from './tie.ts'
import { TieBook } from './tie-book.ts'

/** Where in a tie the trouble lies. */
export type TieColumn = 'relation' | 'relative' | 'from' | 'to' | 'ended_by'

export type TellTie<T> = (tie: T, column: TieColumn, wrong: Complaint) => void

/** Ties about to be recorded, those that will stand beside them, and everyone in any of them. */
export interface Ties<T extends WrittenTie> {
  readonly written: readonly T[]
  readonly onFile: readonly DeclaredTie[]
  readonly kinsman: (id: string) => Kinsman
  /**
   * Whether what others declared on file can be corrected here rather than contradicted: by a single change, and not by a roster,
   * whose office may have no say in their files.
   */
  readonly agreeing: boolean
}

/**
 * Everything that cannot be true of ties of kinship, each told of the tie that is to be recorded: nobody is their own
 * relative or ancestor, has three parents by birth, or two spouses at once; words fit the sexes; ends fit the ties.
 */
export const checkTies = <T extends WrittenTie>(ties: Ties<T>, tell: TellTie<T>): void => {
  for (const tie of ties.written) checkAlone(tie, ties.kinsman, tell)
  const written = ties.written.filter(({ person, relative }) => person !== relative)
  const others = { ...ties, written }
  checkTwice(others, tell)
  checkBirths(others, tell)
  checkAncestors(others, tell)
  checkBirthParents(others, tell)
  checkSpouses(others, tell)
}

const checkAlone = <T extends WrittenTie>(tie: T, kinsman: Ties<T>['kinsman'], tell: TellTie<T>): void => {
  if (tie.person === tie.relative) {
    tell(tie, 'relative', toSelf)
    return
  }
  for (const side of ['relative', 'person'] as const) {
    const { called, sex } = kinsman(tie[side])
    const needs = tie.sexes[side]
    if (sex !== null && needs !== null && sex !== needs)
      tell(tie, 'relation', wrongSex(tie.spelling, called, side, needs))
  }
  const { endedBy } = tie
  if (endedBy === null) return
  if (tie.to === null) tell(tie, 'to', endWithoutDay)
  const ends = endsOf(tie)
  if (!ends.includes(endedBy)) tell(tie, 'ended_by', endMisplaced(endedBy, ends))
}

const anyEnd: readonly TieEnd[] = ['divorce', 'death', 'annulled', 'dissolved']

/** How a tie can end: a marriage as the Civil Code has it (1076 to 1080, 1051), an adoption (1113 to 1115), a birth only by death. */
const endsOf = ({ relation, kind }: Pick<KinEdge, 'relation' | 'kind'>): readonly TieEnd[] => {
  if (relation === 'spouse') return ['divorce', 'death', 'annulled']
  if (relation === 'special_interest') return ['death', 'dissolved']
  if (relation !== 'parent' && relation !== 'child') return anyEnd
  if (kind === 'adoptive') return ['dissolved', 'death', 'annulled']
  // A step-parent's marriage may end in divorce, and support with it.
  return kind === 'step_supported' ? ['dissolved', 'death', 'divorce'] : ['death']
}

const told = ({ from, to }: Pick<DeclaredTie, 'from' | 'to'>): Bilingual => ({
  zh: `${from ?? '?'} – ${to ?? '至今'}`,
  en: `${from ?? '?'} – ${to ?? 'still'}`,
})

const statement = (person: string, relative: string, relation: string) => `${person}/${relative}/${relation}`

/** One side states a tie once for the same days; the other side, where both are at hand, for no other days. */
const checkTwice = <T extends WrittenTie>({ written, onFile, agreeing }: Ties<T>, tell: TellTie<T>): void => {
  const [own, across] = [new TieBook(), new TieBook()]
  const enter = (tie: DeclaredTie, books: readonly TieBook[]) => {
    for (const book of books) book.put(statement(tie.person, tie.relative, tie.relation), tie)
  }
  for (const tie of onFile) enter(tie, agreeing ? [own, across] : [own])
  for (const tie of written) {
    const { person, relative, relation } = tie
    const same = own
      .at(statement(person, relative, relation))
      .find((other) => surelyTogether(lasting(other), lasting(tie)))
    const contrary = across
      .at(statement(relative, person, inverse(relation)))
      .find((other) => isPrimitive(relation) && contradict(other, tie))
    const other = same ?? contrary
    if (other !== undefined) tell(tie, 'relative', tieTwice(told(other)))
    enter(tie, [own, across])
  }
}

/** Whether two statements of one tie cannot both be right. */
const contradict = (a: DeclaredTie, b: DeclaredTie): boolean => {
  const [one, other] = [lasting(a), lasting(b)]
  return surelyTogether(one, other) && (differ(one.from, other.from) || differ(one.to, other.to))
}

const known = (text: StatedText | null): Range | null => (text === null || text === '?' ? null : parseStated(text))

const checkBirths = <T extends WrittenTie>({ written, kinsman }: Ties<T>, tell: TellTie<T>): void => {
  for (const { tie, parent, child } of descentsIn(written)) {
    const [older, younger] = [kinsman(parent).birth, kinsman(child).birth]
    const [a, b] = [known(older), known(younger)]
    if (a !== null && b !== null && a.lo >= b.hi) tell(tie, 'relative', noOlder(`${older}`, `${younger}`))
  }
}

const checkAncestors = <T extends WrittenTie>({ written, onFile, kinsman }: Ties<T>, tell: TellTie<T>): void => {
  const descents = descentsIn(written)
  for (const { descent, way } of circlesIn(descents, descentsIn(onFile))) {
    tell(descent.tie, 'relative', ownAncestor(way.map((id) => `\`${kinsman(id).called}\``).join(' → ')))
  }
}

/** Verified marriages only: that someone is said to have another spouse is worth recording, and proves nothing. */
const isMarriage = ({ relation, verified, endedBy }: DeclaredTie): boolean =>
  relation === 'spouse' && verified && endedBy !== 'annulled'

const checkSpouses = <T extends WrittenTie>(ties: Ties<T>, tell: TellTie<T>): void => {
  const { written, onFile, kinsman, agreeing } = ties
  const marriages = new TieBook()
  const ofOthers = new Set(agreeing ? [] : onFile)
  const daysOf = (tie: DeclaredTie) => lasting(tie, [kinsman(tie.person).died, kinsman(tie.relative).died])
  const enter = (tie: DeclaredTie) => {
    for (const end of [tie.person, tie.relative]) marriages.put(end, tie)
  }
  for (const tie of onFile) if (isMarriage(tie)) enter(tie)
  for (const tie of written) {
    if (!isMarriage(tie)) continue
    const days = daysOf(tie)
    for (const [one, spouse] of [
      [tie.person, tie.relative],
      [tie.relative, tie.person],
    ] as const) {
      const spouseIn = (marriage: DeclaredTie) => (marriage.person === one ? marriage.relative : marriage.person)
      const isThis = (marriage: DeclaredTie) =>
        spouseIn(marriage) === spouse ||
        (ofOthers.has(marriage) && mayBeSame(kinsman(spouseIn(marriage)), kinsman(spouse)))
      const other = marriages.at(one).find((marriage) => !isThis(marriage) && surelyTogether(daysOf(marriage), days))
      if (other === undefined) continue
      const another = kinsman(spouseIn(other)).called
      tell(tie, 'relative', twoSpouses(kinsman(one).called, another, told(other)))
      break
    }
    enter(tie)
  }
}
