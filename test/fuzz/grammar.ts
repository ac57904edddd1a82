import {
  capacities,
  categories,
  dims,
  divisionLevels,
  dossierKinds,
  duties,
  kinWords,
  levels,
  seats,
  stateKinds,
  teamKinds,
  unitKinds,
} from '../../policy/index.ts'
import type { Dice } from '../oracle/random.ts'

const keysOf = (words: object): readonly string[] => Object.keys(words)

/** Periods and counts about which mistakes are made: none, one, leap days, the longest there are. */
const periods = ['P0D', 'P1D', 'P1M', 'P10Y', 'P5Y', 'P1Y6M', 'P999Y', 'P9999M', 'P99999D', 'P0Y0M0D', 'P29D', 'P12M']
const counts = [0, 1, 2, 3, 45, 60, 999, 1000]
const texts = ['税务', 'tax', 'hr', '称职', '01', 'M', 'filed', 'x'.repeat(100)]

const some = (dice: Dice, words: object, most = 4): unknown =>
  dice.chance(0.01) ? { param: 'keyDuties' } : dice.some(keysOf(words), dice.chance(0.1) ? 0 : 1, most)
const periodOf = (dice: Dice): unknown =>
  dice.chance(0.2) ? { param: dice.pick(dice.chance(0.03) ? ['times'] : ['years', 'grace']) } : dice.pick(periods)
const countOf = (dice: Dice): unknown => (dice.chance(0.15) ? { param: 'times' } : dice.pick(counts))

/** Members that are there or not, by chance. */
const perhaps = (dice: Dice, members: Readonly<Record<string, () => unknown>>): object =>
  Object.fromEntries(Object.entries(members).flatMap(([name, make]) => (dice.chance(0.3) ? [[name, make()]] : [])))

const where = (dice: Dice): object =>
  perhaps(dice, {
    capacity: () => some(dice, capacities),
    level: () =>
      dice.chance(0.5) ? some(dice, levels) : { from: dice.pick(keysOf(levels)), to: dice.pick(keysOf(levels)) },
    leading: () => dice.chance(0.5),
    seat: () => some(dice, seats),
    duties: () => some(dice, duties),
    business: () => dice.some(texts.slice(0, 3), 0, 2),
    category: () => some(dice, categories),
    unitKind: () => some(dice, unitKinds),
    functions: () => dice.some(texts.slice(0, 3), 0, 2),
    teamKind: () => some(dice, teamKinds),
    place: () => dice.pick<unknown>(['own', 'ownOrBelow', dice.some(keysOf(divisionLevels), 1, 3)]),
    ...(dice.chance(0.05) && { same: () => ({ dim: dice.pick(keysOf(dims)), as: dice.pick(['takes', 'leaves']) }) }),
  })

const oneOf = (dice: Dice): object => ({ [dice.pick(['in', 'notIn'])]: dice.some(texts.slice(1), 0, 3) })

const ofPerson: readonly ((dice: Dice) => object)[] = [
  (dice) => ({ held: where(dice) }),
  (dice) => ({
    lasting: {
      ...perhaps(dice, {
        along: () => dice.pick(keysOf(dims)),
        where: () => where(dice),
        bridge: () => perhaps(dice, { days: () => countOf(dice), over: () => dice.some(keysOf(capacities), 0, 3) }),
      }),
      atLeast: periodOf(dice),
    },
  }),
  (dice) => ({ accumulated: { where: where(dice), atLeast: periodOf(dice) } }),
  (dice) => ({ terms: { where: where(dice), atLeast: countOf(dice), countsFrom: periodOf(dice) } }),
  (dice) => ({
    happened: {
      event: dice.pick(['move', 'promotion', 'appointment', 'stateStart']),
      ...perhaps(dice, { kind: () => dice.pick(keysOf(stateKinds)) }),
      within: periodOf(dice),
      times: countOf(dice),
    },
  }),
  (dice) => ({
    person: perhaps(dice, { sex: () => oneOf(dice), ethnicity: () => oneOf(dice), party: () => oneOf(dice) }),
  }),
  (dice) => ({ age: perhaps(dice, { atLeast: () => countOf(dice), atMost: () => countOf(dice) }) }),
  (dice) => ({ toRetirement: { under: periodOf(dice) } }),
  (dice) => ({
    state: {
      kind: dice.pick(keysOf(stateKinds)),
      ...perhaps(dice, {
        values: () => dice.some(texts, 0, 3),
        influence: () => Object.fromEntries(dice.some(texts, 0, 3).map((word) => [word, dice.pick(periods)])),
      }),
    },
  }),
  (dice) => ({
    native: {
      place: dice.pick(dice.chance(0.05) ? ['takes', 'team'] : ['post']),
      basis: dice.some(['native', 'birth', 'growth'], 0, 3),
    },
  }),
  (dice) => ({
    dossier: {
      kind: dice.pick(keysOf(dossierKinds)),
      ...perhaps(dice, {
        result: () => dice.pick(texts),
        validFor: () => periodOf(dice),
        workdays: () => countOf(dice),
      }),
    },
  }),
  () => ({ ref: 'sensitive' }),
]

const ofOthers: readonly ((dice: Dice) => object)[] = [
  (dice) => ({ kin: { classes: some(dice, kinWords) } }),
  (dice) => ({ posts: { relation: dice.pick(['sameUnit', 'sameLeader', 'directSuperior', 'seats', 'regulates']) } }),
  (dice) => ({ takes: where(dice) }),
  (dice) => ({ leaves: where(dice) }),
  () => ({ rises: {} }),
  (dice) => ({ crosses: { dim: dice.pick([...keysOf(dims), 'system']) } }),
  () => ({ departs: {} }),
  (dice) => ({ count: { atLeast: countOf(dice) } }),
]

/** A condition of the grammar, most often one about a person, seldom deeper than it may be. */
export const conditionOf = (dice: Dice, depth = 0): object => {
  if (depth < 8 && dice.chance(0.5 - depth * 0.08)) {
    const below = () => conditionOf(dice, depth + 1)
    if (dice.chance(0.3)) return { not: below() }
    return { [dice.pick(['all', 'any'])]: Array.from({ length: dice.int(1, 4) }, below) }
  }
  return dice.pick(dice.chance(0.02) ? ofOthers : ofPerson)(dice)
}
