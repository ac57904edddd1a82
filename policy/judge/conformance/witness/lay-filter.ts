import { capacities, categories, type Level, levelOrder, teamKinds, unitKinds } from '../../../facts/vocabulary.ts'
import type { CareerLine } from '../../../law/case.ts'
import type { Where } from '../../../law/condition.ts'
import type { Resolved } from '../../resolve.ts'
import { levelsOf, ordinaryService } from '../../where.ts'
import type { Reading } from '../literal.ts'
import { placesBelow } from './moved-here.ts'

type Filter = Resolved<Where>

/** What the line must say to pass the filter. */
export const passing = (line: CareerLine, where: Filter, reading: Reading): Partial<CareerLine> => {
  const {
    capacity = ordinaryService,
    level,
    leading,
    seat,
    duties,
    business,
    category,
    unitKind,
    functions,
    teamKind,
  } = where
  return {
    ...one('capacity', capacity, line.capacity ?? 'formal'),
    ...(level === undefined ? {} : one('level', levelsOf(level), line.level === undefined ? 'clerk' : line.level)),
    ...(leading === undefined || leading === (line.leading ?? false) ? {} : { leading }),
    ...some('seats', seat, line.seats),
    ...some('duties', duties, line.duties),
    ...some('business', business, line.business),
    ...(category === undefined ? {} : one('category', category, line.category ?? 'civil')),
    ...(unitKind === undefined ? {} : one('unitKind', unitKind, unitKindOf(line))),
    ...some('functions', functions, line.functions),
    ...(teamKind === undefined ? {} : one('teamKind', teamKind, line.teamKind ?? null)),
    ...placed(line, where.place, reading),
  }
}

const unitKindOf = ({ unitKind, internalUnit }: CareerLine) =>
  unitKind ?? (internalUnit === null ? 'organ' : 'internal_unit')

const one = <T>(name: keyof CareerLine, words: readonly T[], said: T | null): Partial<CareerLine> =>
  words.length === 0 || words.some((word) => word === said) ? {} : { [name]: words[0] }

const some = <T>(
  name: keyof CareerLine,
  words: readonly T[] | undefined,
  said: readonly T[] = [],
): Partial<CareerLine> =>
  words === undefined || words.length === 0 || words.some((word) => said.includes(word))
    ? {}
    : { [name]: [...said, words[0]] }

const placed = (line: CareerLine, place: Filter['place'], { own, divisions }: Reading): Partial<CareerLine> => {
  if (place === undefined) return {}
  if (place === 'own') return { place: own }
  const now = line.place ?? own
  if (place === 'ownOrBelow') return divisions.chain(now).includes(own) ? {} : { place: own }
  const levelOf = (code: string) => divisions.level(code)
  const fits = [now, own, ...placesBelow(own, divisions)].find((code) => place.some((level) => level === levelOf(code)))
  return fits === undefined ? {} : { place: fits }
}

/** The same by other words of the filter's lists: who has the first may have it under another rule too. */
export const passingOtherwise = (line: CareerLine, where: Filter, reading: Reading): readonly Partial<CareerLine>[] => {
  const first = passing(line, where, reading)
  const {
    level,
    seat = [],
    duties = [],
    business = [],
    category = [],
    unitKind = [],
    functions = [],
    teamKind = [],
  } = where
  const others: readonly Partial<CareerLine>[] = [
    ...(level === undefined
      ? []
      : levelsOf(level)
          .toReversed()
          .map((word) => ({ level: word }))),
    ...seat.map((word) => ({ seats: [word] })),
    ...duties.map((word) => ({ duties: [word] })),
    ...business.map((word) => ({ business: [word] })),
    ...category.map((word) => ({ category: word })),
    ...unitKind.map((word) => ({ unitKind: word })),
    ...functions.map((word) => ({ functions: [word] })),
    ...teamKind.map((word) => ({ teamKind: word })),
  ]
  return others.slice(0, 8).map((other) => ({ ...first, ...other }))
}

/** Ways in which the line may be told so that it fails the filter, one for each thing the filter asks. */
export const failing = (line: CareerLine, where: Filter): readonly Partial<CareerLine>[] => {
  const { capacity, level, leading, seat, duties, business, category, unitKind, functions, teamKind } = where
  return [
    ...(level === undefined ? [] : otherLevels(levelsOf(level)).map((other) => ({ level: other }))),
    ...(leading === undefined ? [] : [{ leading: !leading }]),
    ...(seat === undefined ? [] : [{ seats: (line.seats ?? []).filter((word) => !seat.includes(word)) }]),
    ...(duties === undefined ? [] : [{ duties: (line.duties ?? []).filter((word) => !duties.includes(word)) }]),
    ...(business === undefined ? [] : [{ business: [] }]),
    ...(functions === undefined ? [] : [{ functions: [] }]),
    ...(category === undefined ? [] : another(categories, category).map((word) => ({ category: word }))),
    ...(unitKind === undefined ? [] : another(unitKinds, unitKind).map((word) => ({ unitKind: word }))),
    ...(teamKind === undefined ? [] : another(teamKinds, teamKind).map((word) => ({ teamKind: word }))),
    ...(capacity === undefined ? [] : another(capacities, capacity).map((word) => ({ capacity: word }))),
  ]
}

/** Levels outside: the nearest ones, then those that rules speak of most. */
const otherLevels = (levels: readonly Level[]): readonly Level[] => {
  const isNear = (level: Level) => {
    const i = levelOrder.indexOf(level)
    return [levelOrder[i - 1], levelOrder[i + 1]].some((other) => other !== undefined && levels.includes(other))
  }
  const usual: readonly Level[] = ['clerk', 'section_deputy', 'section_chief', 'division_deputy']
  return [...new Set([...levelOrder.filter(isNear), ...usual])].filter((level) => !levels.includes(level)).slice(0, 4)
}

const another = <K extends string>(table: Readonly<Record<K, string>>, words: readonly K[]): readonly K[] =>
  (Object.keys(table) as K[]).filter((word) => !words.includes(word)).slice(0, 2)
