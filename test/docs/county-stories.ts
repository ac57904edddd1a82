import type { CareerLine, Case, CasePerson, CaseTie, Duty, Level } from '../../policy/index.ts'
import { textOfDay } from '../oracle/calendar.ts'
import type { Dice } from '../oracle/random.ts'

/** Two people of a small county and whoever serves beside them, told as a worked case; what it expects is asked of nobody. */
export const randomStory = (dice: Dice): Case => {
  const others = Object.fromEntries(
    dice.some(['乙', '科长', '副局长', '局长', '主任', '丙'], 1, 5).map((name) => [name, randomPerson(dice)]),
  )
  const names = ['self', ...Object.keys(others)]
  return {
    name: '虚构',
    on: '2024-01-01',
    ...randomPerson(dice),
    others,
    kin: dice.chance(0.85) ? randomTies(dice, names) : [],
    chart: randomChart(dice),
    expect: {},
  }
}

const randomPerson = (dice: Dice): CasePerson => ({
  person: { sex: dice.pick(['M', 'F'] as const), birth: `${dice.int(1960, 1990)}-0${dice.int(1, 9)}-11` },
  career: careerOf(dice),
})

type Post = Omit<CareerLine, 'from' | 'to' | 'capacity'>

const institution = { organ: '甲中心', unitKind: 'institution', category: 'institution_management' } as const
const chief = { leading: true, seats: ['chief'] } as const
const posts: readonly Post[] = [
  { post: '甲科科员' },
  { post: '甲科一级科员', duties: ['audit'] },
  { post: '甲科股长', level: 'unit_chief', ...chief },
  { post: '甲科科长', level: 'section_chief', ...chief },
  { post: '乙科科员', internalUnit: '乙科', duties: ['personnel'] },
  { post: '乙科科长', internalUnit: '乙科', level: 'unit_chief', ...chief },
  { post: '副局长', internalUnit: null, level: 'section_deputy', leading: true, seats: ['deputy'], team: '甲局班子' },
  { post: '二副局长', internalUnit: null, level: 'section_deputy', leading: true, seats: ['deputy'], team: '甲局班子' },
  { post: '甲局局长', internalUnit: null, level: 'section_chief', ...chief, team: '甲局班子' },
  { post: '甲中心主任', internalUnit: null, level: 'section_chief', ...institution, ...chief },
  {
    post: '甲中心书记',
    internalUnit: null,
    level: 'section_chief',
    leading: true,
    seats: ['party_secretary'],
    ...institution,
  },
  {
    post: '甲中心副主任',
    internalUnit: null,
    level: 'section_deputy',
    leading: true,
    seats: ['deputy'],
    ...institution,
  },
  {
    post: '业务科科长',
    internalUnit: '业务科',
    level: 'unit_chief',
    ...institution,
    ...chief,
    unitKind: 'internal_unit',
  },
  { post: '业务科科员', internalUnit: '业务科', ...institution, unitKind: 'internal_unit', category: 'worker' },
  { post: '乙中心主任', internalUnit: null, level: 'section_chief', ...institution, organ: '乙中心', ...chief },
  { post: '丙局科员', internalUnit: '丙科', organ: '丙局', duties: ['discipline_inspection', 'finance'] },
]

const levels: readonly (Level | null)[] = [
  'clerk',
  'unit_deputy',
  'unit_chief',
  'section_deputy',
  'section_chief',
  null,
]
const duties: readonly Duty[] = [
  'discipline_enforcement',
  'discipline_inspection',
  'personnel',
  'audit',
  'finance',
  'project_approval',
  'funds_assets',
  'land',
]

const careerOf = (dice: Dice): readonly CareerLine[] => {
  const lines: CareerLine[] = []
  let start = dice.int(firstDay, firstDay + 5_000)
  let post = dice.pick(posts)
  for (let left = dice.int(1, 4); left > 0; left -= 1) {
    const length = dice.chance(0.5) ? dice.pick([3, 5, 5, 8, 10, 10]) * 365 + dice.int(-3, 5) : dice.int(60, 4_500)
    const open = left === 1 && dice.chance(0.7)
    lines.push({
      ...varied(dice, post),
      from: stated(dice, start),
      ...(!open && { to: stated(dice, start + length) }),
      ...(dice.chance(0.25) && {
        capacity: dice.pick(['probation', 'secondment', 'loan', 'concurrent', 'acting'] as const),
      }),
    })
    start += length + (dice.chance(0.7) ? 0 : dice.pick([1, 30, 200]))
    if (dice.chance(0.7)) post = dice.pick(posts)
  }
  return lines
}

/** 1 January 1996. */
const firstDay = 9_496

const varied = (dice: Dice, post: Post): Post => ({
  ...post,
  ...(dice.chance(0.35) && { duties: dice.some(duties, 0, 3) }),
  ...(dice.chance(0.5) && { business: dice.some(['低保', '优抚', '社会组织'], 0, 2) }),
  ...(dice.chance(0.15) && { level: dice.pick(levels) }),
})

/** Most files know the day, some only the month or the year. */
const stated = (dice: Dice, day: number): string => {
  const text = textOfDay(day)
  return dice.chance(0.8) ? text : text.slice(0, dice.pick([7, 7, 4]))
}

const randomTies = (dice: Dice, names: readonly string[]): readonly CaseTie[] =>
  Array.from({ length: dice.int(1, 3) }, (): CaseTie => {
    const [of = 'self', relative = '故人'] = dice.some([...names, '故人'], 2, 2)
    const relation = dice.pick([
      'spouse',
      'spouse',
      'parent',
      'child',
      '哥哥',
      '舅舅',
      '岳父',
      '继父',
      'special_interest',
    ])
    return {
      of,
      relative,
      relation,
      ...(dice.chance(0.3) && { from: stated(dice, dice.int(firstDay + 3_000, firstDay + 9_000)) }),
      ...(dice.chance(0.1) && { verified: false }),
    }
  })

const randomChart = (dice: Dice): NonNullable<Case['chart']> => ({
  posts: Object.fromEntries(
    dice
      .some(posts, 0, 4)
      .map(({ post }) => [post, { reportsTo: dice.pick(['副局长', '二副局长', '甲局局长', '县长', '甲中心主任']) }]),
  ),
})
