import { count, type Tally } from './compare.ts'
import type { Family, Tie } from './family.ts'
import { eighteenthBirthday } from './majority.ts'

/** What a run must have met in its families, beside every way of being kin. */
export const facts = [
  'precise',
  'completion',
  'undetermined',
  'an unverified tie',
  'a birth not on file',
  'a birth tie with a day of its own',
  'support by a step-parent',
  'support that ended',
  'adoption that stands',
  'adoption by a grandparent',
  'adoption by a couple',
  'adoption by the spouse of a parent',
  'adoption on the day of the wedding with a parent',
  'adoption on the day of the divorce from a parent',
  'adoption dissolved of a minor',
  'adoption dissolved of an adult',
  'adoption dissolved on the eighteenth birthday',
  'a parent again after the dissolution',
  'adoption annulled',
  'adoption whose adopter died',
  'two adoptions, one after another',
  'marriage of no first day',
  'marriage ended by divorce',
  'marriage ended by annulled',
  'marriage ended by death',
  'marriage whose spouse died',
  'a second marriage of the same person',
  'a second marriage of the same two',
  'marriage of cousins',
  'half siblings',
] as const
type Fact = (typeof facts)[number]

const marriageFacts = ({ people, ties }: Family, tie: Tie): (Fact | false)[] => {
  const others = ties.filter((one) => one.what === 'spouse' && one !== tie)
  const parents = (child: number) => ties.filter((one) => one.what === 'parent' && one.b === child).map(({ a }) => a)
  const grand = (child: number) => parents(child).flatMap(parents)
  const common = grand(tie.a).filter((at) => grand(tie.b).includes(at))
  return [
    tie.from === null && 'marriage of no first day',
    tie.endedBy === 'divorce' && 'marriage ended by divorce',
    tie.endedBy === 'annulled' && 'marriage ended by annulled',
    tie.endedBy === 'death' && 'marriage ended by death',
    tie.to === null && [tie.a, tie.b].some((at) => people[at]?.died !== null) && 'marriage whose spouse died',
    others.some(({ a, b }) => [a, b].includes(tie.a)) && 'a second marriage of the same person',
    others.some(({ a, b }) => [a, b].includes(tie.a) && [a, b].includes(tie.b)) && 'a second marriage of the same two',
    common.length > 0 && 'marriage of cousins',
  ]
}

const adoptionFacts = ({ people, ties }: Family, tie: Tie): (Fact | false)[] => {
  const rows = ties.filter(({ what, b }) => what === 'parent' && b === tie.b)
  const births = rows.filter(({ kind }) => kind === null || kind === 'birth')
  const others = rows.filter(({ kind, a }) => kind === 'adoptive' && a !== tie.a)
  const isParent = (a: number, b: number) => ties.some((one) => one.what === 'parent' && one.a === a && one.b === b)
  const isSpouse = (x: number, y: number) =>
    ties.some(({ what, a, b }) => what === 'spouse' && ((a === x && b === y) || (a === y && b === x)))
  const birth = people[tie.b]?.birth
  const grown = birth ? eighteenthBirthday(birth.lo) : Infinity
  const weddings = ties.filter(
    ({ what, a, b }) =>
      what === 'spouse' &&
      (a === tie.a || b === tie.a) &&
      births.some((birthTie) => birthTie.a === (a === tie.a ? b : a) && birthTie.a !== tie.a),
  )
  const dissolved = tie.endedBy === 'dissolved' && tie.to !== null ? tie.to.lo : null
  return [
    tie.endedBy === null && 'adoption that stands',
    births.some(({ a }) => isParent(tie.a, a)) && 'adoption by a grandparent',
    others.some(({ a }) => isSpouse(a, tie.a)) && 'adoption by a couple',
    births.some(({ a }) => isSpouse(a, tie.a)) && 'adoption by the spouse of a parent',
    weddings.some(({ from }) => from?.lo === tie.from?.lo) && 'adoption on the day of the wedding with a parent',
    weddings.some(({ to }) => to !== null && to.lo === tie.from?.lo) &&
      'adoption on the day of the divorce from a parent',
    dissolved !== null && dissolved < grown && 'adoption dissolved of a minor',
    dissolved !== null && dissolved >= grown && 'adoption dissolved of an adult',
    dissolved === grown && 'adoption dissolved on the eighteenth birthday',
    dissolved !== null &&
      births.some(({ from }) => from !== null && from.lo >= dissolved) &&
      'a parent again after the dissolution',
    tie.endedBy === 'annulled' && 'adoption annulled',
    tie.endedBy === 'death' && 'adoption whose adopter died',
    others.some(({ from }) => tie.to !== null && from !== null && from.lo >= tie.to.lo) &&
      'two adoptions, one after another',
  ]
}

const parentFacts = ({ ties }: Family, tie: Tie): (Fact | false)[] => {
  const own = (child: number) => ties.filter(({ what, b }) => what === 'parent' && b === child).map(({ a }) => a)
  const half = ties.some((one) => {
    if (one.what !== 'parent' || one.a !== tie.a || one.b === tie.b) return false
    return own(one.b).some((at) => !own(tie.b).includes(at))
  })
  return [
    half && 'half siblings',
    tie.kind !== 'adoptive' &&
      tie.kind !== 'step_supported' &&
      tie.from !== null &&
      'a birth tie with a day of its own',
    tie.kind === 'step_supported' && 'support by a step-parent',
    tie.kind === 'step_supported' && tie.to !== null && 'support that ended',
  ]
}

/** Counts, once for each family, what is on file of it. */
export const countFacts = (family: Family, tally: Tally): void => {
  const found = new Set<Fact | false>()
  for (const tie of family.ties) {
    if (!tie.verified) found.add('an unverified tie')
    if (tie.what === 'spouse') for (const fact of marriageFacts(family, tie)) found.add(fact)
    if (tie.what === 'parent') for (const fact of parentFacts(family, tie)) found.add(fact)
    if (tie.kind === 'adoptive') for (const fact of adoptionFacts(family, tie)) found.add(fact)
  }
  if (family.people.some(({ birth }) => birth === null)) found.add('a birth not on file')
  for (const fact of found) if (fact !== false) count(tally, fact)
}
