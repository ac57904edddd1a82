import type { CareerLine, CaseState } from '../../../law/case.ts'
import { day } from '../../../time/day.ts'
import { addPeriod, addYears, period } from '../../../time/period.ts'
import { parseStated } from '../../../time/stated.ts'
import type { Clause, Leaf, Literal, Reading } from '../literal.ts'
import { failing, passing, passingOtherwise } from './lay-filter.ts'
import {
  before,
  bornOn,
  daysBefore,
  heldLine,
  heldSince,
  type Officer,
  servedBefore,
  withLastMonth,
  withLine,
} from './officer.ts'

/** The officer with the facts that make a literal hold on the day, in the ways they may be told. Only the engine says whether it does. */
export const lay = (officer: Officer, { leaf, holds, reading }: Literal): readonly Officer[] =>
  holds ? laid(officer, leaf, reading) : lifted(officer, leaf, reading)

/** The same for all literals of a clause. */
export const layAll = (officer: Officer, clause: Clause, most = 16): readonly Officer[] =>
  // What the post is told to be is told again: another literal may have changed it meanwhile.
  [...clause, ...again(clause)].reduce<readonly Officer[]>(
    (officers, literal) => officers.flatMap((told) => lay(told, literal)).slice(0, most),
    [officer],
  )

const again = (clause: Clause): Clause => {
  const ofPost = clause.filter(({ leaf }) => 'held' in leaf || 'leaves' in leaf || 'lasting' in leaf)
  return ofPost.toSorted((a, b) => Number(a.holds) - Number(b.holds))
}

const laid = (officer: Officer, leaf: Leaf, reading: Reading): readonly Officer[] => {
  if ('held' in leaf) return told(officer, leaf.held, reading)
  if ('leaves' in leaf) return told(officer, leaf.leaves, reading)
  if ('lasting' in leaf) return lasted(officer, leaf.lasting, reading)
  if ('accumulated' in leaf) return lasted(officer, leaf.accumulated, reading)
  if ('terms' in leaf)
    return lasted(officer, { where: leaf.terms.where, atLeast: `P${5 * leaf.terms.atLeast}Y` }, reading)
  if ('age' in leaf) return [aged(officer, leaf.age)]
  if ('toRetirement' in leaf) return retiring(officer, leaf.toRetirement.under)
  if ('person' in leaf) return [{ ...officer, person: { ...officer.person, ...attributesOf(leaf.person) } }]
  if ('state' in leaf) return [withState(officer, stateOf(officer, leaf.state))]
  if ('native' in leaf) return [native(officer, heldLine(officer).place ?? reading.own)]
  if ('dossier' in leaf) {
    const { kind, result } = leaf.dossier
    const record = { kind, on: daysBefore(officer, 60), ...(result === undefined ? {} : { result }) }
    return [{ ...officer, dossier: [...(officer.dossier ?? []), record] }]
  }
  return [officer]
}

const lifted = (officer: Officer, leaf: Leaf, reading: Reading): readonly Officer[] => {
  if ('held' in leaf) return without(officer, leaf.held, reading)
  if ('leaves' in leaf) return without(officer, leaf.leaves, reading)
  if ('lasting' in leaf) return fellShort(officer, leaf.lasting)
  if ('accumulated' in leaf) return fellShort(officer, leaf.accumulated)
  if ('terms' in leaf) return [heldSince(officer, before(officer, 12))]
  if ('state' in leaf) {
    const states = (officer.states ?? []).filter(({ kind }) => kind !== leaf.state.kind)
    return [{ ...officer, states }]
  }
  if ('toRetirement' in leaf) return [bornOn(officer, addYears(day(officer.on), -35))]
  if ('native' in leaf) return [native(officer, heldLine(officer).place === '310101' ? '440103' : '310101')]
  if ('dossier' in leaf)
    return [{ ...officer, dossier: (officer.dossier ?? []).filter(({ kind }) => kind !== leaf.dossier.kind) }]
  return [officer]
}

/** All along, or for the last month only: a capacity or level of today need not be that of the years counted. */
const told = (officer: Officer, where: Filter, reading: Reading): readonly Officer[] => {
  const line = heldLine(officer)
  const said = passing(line, where, reading)
  const first = Object.keys(said).length === 0 ? [officer] : [withLine(officer, said), withLastMonth(officer, said)]
  return [...first, ...passingOtherwise(line, where, reading).map((other) => withLine(officer, other))]
}

/** As told, where the post does not pass already; else told otherwise in one respect. */
const without = (officer: Officer, where: Filter, reading: Reading): readonly Officer[] => {
  const line = heldLine(officer)
  if (Object.keys(passing(line, where, reading)).length > 0) return [officer]
  return failing(line, where).map((said) => withLine(officer, said))
}

type Filter = Extract<Leaf, { held: unknown }>['held']
type Tenure = Pick<Extract<Leaf, { lasting: unknown }>['lasting'], 'where' | 'atLeast'>

const lasted = (officer: Officer, { where = {}, atLeast }: Tenure, reading: Reading): readonly Officer[] => {
  const { months, days } = period(atLeast)
  const since = before(officer, months, -days)
  const told = withLine(officer, passing(heldLine(officer), where, reading))
  const { from } = heldLine(told)
  if ((parseStated(from)?.hi ?? Infinity) <= since) return [told]
  // Whatever the stay does not run along may have been otherwise before.
  const earlier: readonly Partial<CareerLine>[] = [
    ...(reading.per.includes('post') ? [] : [{ post: '前一职位' }]),
    ...(reading.per.includes('level') || where.level !== undefined ? [] : [{ level: 'unit_chief' as const }]),
  ]
  return [heldSince(told, since), ...earlier.map((said) => servedBefore(told, since, said))]
}

const fellShort = (officer: Officer, { where = {}, atLeast }: Tenure): readonly Officer[] => {
  const { months, days } = period(atLeast)
  return [
    heldSince(officer, before(officer, months, 1 - days)),
    ...failing(heldLine(officer), where).map((said) => withLine(officer, said)),
  ]
}

const birthOf = ({ person }: Officer) => parseStated(person?.birth ?? '1980-01-01')?.lo ?? 0

const aged = (officer: Officer, { atLeast, atMost }: { atLeast?: number; atMost?: number }): Officer => {
  const on = day(officer.on)
  if (atLeast !== undefined && addYears(birthOf(officer), atLeast) > on) return bornOn(officer, addYears(on, -atLeast))
  return atMost !== undefined && addYears(birthOf(officer), atMost + 1) <= on
    ? bornOn(officer, addYears(on, -(atMost + 1)) + 1)
    : officer
}

/** Births around the ages at which the law retires, the last days before retirement first. */
const retiring = (officer: Officer, under: string): readonly Officer[] => {
  const { months, days } = period(under)
  const left = [1, Math.max(1, Math.floor(months / 2))]
  return (['60', '61', '62', '63', '55', '58', '50'] as const).flatMap((limit) =>
    left.map((month) => {
      const birth = addPeriod(addYears(day(officer.on), -Number(limit)), { months: month, days: Math.min(days, 1) })
      const born = bornOn(officer, birth)
      return Number(limit) < 60 ? { ...born, person: { ...born.person, sex: 'F' as const } } : born
    }),
  )
}

type Attributes = Extract<Leaf, { person: unknown }>['person']

/** The first word asked for, else one that is not ruled out. */
const attributesOf = (asked: Attributes): Record<string, string> =>
  Object.fromEntries(
    Object.entries(asked).map(([name, of]) => [
      name,
      'in' in of ? (of.in[0] ?? '') : (examples[name]?.find((word) => !of.notIn.includes(word)) ?? '其他'),
    ]),
  )

const examples: Readonly<Record<string, readonly string[]>> = {
  sex: ['M', 'F'],
  ethnicity: ['01', '11', '05'],
  category: ['civil', 'reference', 'institution_management', 'worker'],
}

type StateAsked = Extract<Leaf, { state: unknown }>['state']

const stateOf = (officer: Officer, { kind, values, influence }: StateAsked): CaseState => {
  const value =
    values?.find((word) => influence === undefined || influence[word] !== undefined) ?? Object.keys(influence ?? {})[0]
  return {
    kind,
    from: daysBefore(officer, influence === undefined ? 60 : 1),
    ...(value === undefined ? {} : { value }),
  }
}

const withState = (officer: Officer, state: CaseState): Officer => ({
  ...officer,
  states: [...(officer.states ?? []).filter(({ kind }) => kind !== state.kind), state],
})

const native = (officer: Officer, home: string): Officer => ({
  ...officer,
  person: { ...officer.person, birthPlace: home, nativePlace: home, growthPlaces: [home] },
})
