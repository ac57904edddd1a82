import type { DossierRecord, PersonFacts, Piece, State } from '../../policy/facts/person.ts'
import { type Capacity, dossierKinds, type Level, type StateKind } from '../../policy/facts/vocabulary.ts'
import type { Day } from '../../policy/time/day.ts'
import { addPeriod, dayOfText, textOfDay } from './calendar.ts'
import { counties } from './country.ts'
import type { Dice } from './random.ts'

const exactly = (day: Day) => ({ lo: day, hi: day })

type Post = Omit<Piece, 'assignment' | 'from' | 'to' | 'capacity'>

const base: Post = {
  level: 'section_chief',
  leading: true,
  seats: [],
  duties: [],
  business: [],
  category: 'civil',
  unitKind: 'internal_unit',
  functions: [],
  teamKind: null,
  post: 'p1',
  internalUnit: 'u1',
  organ: 'o1',
  legalPerson: 'o1',
  team: null,
  place: '411102',
  jurisdiction: '411102',
  authority: '411102',
}

const city = { place: '411100', jurisdiction: '411100', authority: '411100' } as const

/** The posts of the stories: internal units that succeed each other, two teams, a key post, posts managed higher up. */
const posts: readonly Post[] = [
  { ...base, post: 'p1', duties: ['finance'], business: ['tax'], seats: ['chief'] },
  {
    ...base,
    post: 'p2',
    internalUnit: 'u2',
    level: 'section_deputy',
    duties: ['finance', 'audit'],
    business: ['tax', 'trade'],
  },
  {
    ...base,
    post: 'p3',
    internalUnit: 'u3',
    organ: 'o2',
    legalPerson: 'o2',
    leading: false,
    level: 'clerk',
    seats: ['deputy'],
  },
  { ...base, post: 'p4', internalUnit: 'u1', functions: ['hr'], duties: ['personnel'], category: 'reference' },
  {
    ...base,
    ...city,
    post: 'p5',
    internalUnit: null,
    organ: 'o3',
    unitKind: 'organ',
    team: 't1',
    teamKind: 'party_committee',
    seats: ['party_secretary', 'chief'],
    level: 'division_deputy',
    authority: '411100',
    place: '411102',
  },
  {
    ...base,
    ...city,
    post: 'p6',
    internalUnit: null,
    organ: 'o4',
    unitKind: 'organ',
    team: 't2',
    teamKind: 'government',
    seats: ['government_head'],
    level: 'division_chief',
    authority: '410000',
  },
  {
    ...base,
    ...city,
    post: 'p7',
    organ: 'o5',
    legalPerson: null,
    unitKind: 'institution',
    category: 'worker',
    leading: false,
    level: 'unit_chief',
  },
  {
    ...base,
    post: 'p8',
    place: '520102',
    jurisdiction: '520102',
    authority: '520102',
    internalUnit: 'u8',
    organ: 'o8',
  },
]

const levelsNear: readonly Level[] = ['clerk', 'section_deputy', 'section_chief', 'division_deputy']

const changed = (dice: Dice, post: Post): Post =>
  dice.pick<(p: Post) => Post>([
    (p) => ({ ...p, duties: dice.some(['finance', 'audit', 'personnel'] as const, 0, 2) }),
    (p) => ({ ...p, level: dice.pick(levelsNear) }),
    (p) => ({ ...p, leading: !p.leading }),
    (p) => ({ ...p, place: dice.pick(['411102', '411103', '411100']) }),
    (p) => ({ ...p, authority: dice.pick(['411102', '411100', '410000', '410102']) }),
    (p) => ({ ...p, category: dice.pick(['civil', 'reference', 'worker'] as const) }),
    (p) => ({ ...p, business: dice.some(['tax', 'trade'], 0, 2) }),
  ])(post)

const capacityOf = (dice: Dice): Capacity =>
  dice.chance(0.72) ? 'formal' : dice.pick(['probation', 'secondment', 'loan', 'concurrent', 'acting'])

/** A length of service: around whole years, or anything. */
const lengthFrom = (dice: Dice, from: Day): Day => {
  if (dice.chance(0.4)) return from + dice.int(20, 1500)
  return addPeriod(from, `P${dice.pick([1, 1, 2, 3, 4, 5, 5, 8, 10])}Y`) + dice.int(-1, 1)
}

const firstDay = (dice: Dice): Day =>
  dice.chance(0.15)
    ? dayOfText(dice.pick(['1996-02-29', '2000-02-29', '2004-02-29', '2008-02-29', '2012-02-29']))
    : dayOfText(`${dice.int(1996, 2014)}-01-01`) + dice.int(0, 364)

/** Where the next piece starts: at once, after a hole around the bridged lengths, or while the former still runs. */
const nextStart = (dice: Dice, from: Day, to: Day): Day => {
  if (dice.chance(0.6)) return to
  if (dice.chance(0.5)) return to + dice.pick([1, 29, 30, 31, 90, 91, dice.int(1, 400)])
  return dice.chance(0.3) ? to + dice.int(400, 1200) : dice.int(from, to)
}

const split = (dice: Dice, piece: Piece): Piece[] => {
  const [from, to] = [piece.from.lo, Number.isFinite(piece.to.lo) ? piece.to.lo : piece.from.lo + 3000]
  if (to - from < 3 || !dice.chance(0.15)) return [piece]
  const cut = exactly(dice.int(from + 1, to - 1))
  return [
    { ...piece, to: cut },
    { ...piece, ...changed(dice, piece), from: cut },
  ]
}

const piecesOf = (dice: Dice): Piece[] => {
  const pieces: Piece[] = []
  let from = firstDay(dice)
  let post = dice.pick(posts)
  for (let n = dice.int(1, 5), i = 1; i <= n; i += 1) {
    const to = lengthFrom(dice, from)
    const open = i === n && dice.chance(0.6)
    const piece: Piece = {
      ...post,
      assignment: `a${i}`,
      capacity: capacityOf(dice),
      from: exactly(from),
      to: exactly(open ? Infinity : to),
    }
    pieces.push(...split(dice, piece))
    from = nextStart(dice, from, to)
    const roll = dice.int(1, 10)
    if (roll > 3) post = roll > 8 ? dice.pick(posts.slice(0, 3)) : dice.pick(posts)
    if (dice.chance(0.2)) post = changed(dice, post)
  }
  return pieces.filter((p, i) => !pieces.slice(0, i).some((q) => samePostTwice(p, q)))
}

/** Nobody holds one post twice on a day. */
const samePostTwice = (a: Piece, b: Piece): boolean => a.post === b.post && a.from.lo < b.to.lo && b.from.lo < a.to.lo

const values: Partial<Record<StateKind, readonly string[]>> = {
  appraisal: ['优秀', '称职', '基本称职', '不称职'],
  sanction: ['警告', '记过'],
  approval: ['deferral', 'JL-5a'],
  case_filed: ['filed'],
}

const statesOf = (dice: Dice): State[] =>
  Array.from({ length: dice.int(0, 3) }, (_, i) => {
    const kind = dice.pick<StateKind>([
      'case_filed',
      'sanction',
      'appraisal',
      'approval',
      'health_unfit',
      'potential',
      'early_retirement_approved',
    ])
    const from = dayOfText('2000-01-01') + dice.int(0, 9500) + i
    const value = kind === 'early_retirement_approved' ? dice.pick([null, textOfDay(from + 200)]) : null
    const to = dice.chance(0.45) ? Infinity : from + dice.int(30, 2500)
    return {
      id: `s${i}`,
      kind,
      value: values[kind] === undefined ? value : dice.pick(values[kind]),
      from: exactly(from),
      to: exactly(to),
    }
  })

const dossierOf = (dice: Dice): DossierRecord[] =>
  Array.from({ length: dice.int(0, 2) }, (_, i) => {
    const on = dayOfText('2004-01-01') + dice.int(0, 7000)
    return {
      id: `d${i}`,
      kind: dice.pick(Object.keys(dossierKinds).slice(0, 3) as DossierRecord['kind'][]),
      on: exactly(on),
      until: dice.chance(0.6) ? null : on + dice.int(20, 2000),
      result: dice.pick([null, 'pass', 'fail']),
    }
  })

/** A made-up person whose file is precise and complete. */
export const randomPerson = (dice: Dice): PersonFacts => {
  const pieces = piecesOf(dice)
  const born = dayOfText(`${dice.int(1955, 1978)}-01-01`) + dice.int(0, 364)
  const override = dice.chance(0.12) ? dayOfText('2006-01-01') + dice.int(0, 5000) : null
  return {
    id: 'person',
    birth: exactly(dice.chance(0.05) ? dayOfText(dice.pick(['1960-02-29', '1964-02-29', '1968-02-29'])) : born),
    sex: dice.chance(0.6) ? 'M' : 'F',
    ethnicity: dice.pick(['01', '01', '02']),
    category: dice.pick(['civil', 'civil', 'civil', 'worker'] as const),
    education: dice.pick(['本科', '硕士']),
    party: dice.pick(['中共党员', '群众']),
    birthPlace: dice.pick(counties),
    nativePlace: dice.pick(counties),
    growthPlaces: dice.some(counties, 1, 2),
    retirementLimit: dice.chance(0.1) ? dice.pick(['50', '55', '60', '63', '65'] as const) : null,
    pieces,
    states: statesOf(dice),
    dossier: dossierOf(dice),
    authorities:
      override === null
        ? []
        : [
            {
              jurisdiction: dice.pick(['411102', '411100', '520102']),
              from: exactly(override),
              to: exactly(dice.pick([Infinity, override + dice.int(100, 2500)])),
            },
          ],
  }
}
