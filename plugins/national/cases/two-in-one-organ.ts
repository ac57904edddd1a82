import type { CareerLine, Case, CaseTie } from '../../../policy/index.ts'
import { siblings } from '../../relatives-in-one-organ.ts'

export const on = '2022-06-01'
export const place = '411100'

export const line = (post: string, more: Partial<CareerLine> = {}): CareerLine => ({
  post,
  place,
  from: '2021-01-01',
  ...more,
})
export const chief = (post: string, more: Partial<CareerLine> = {}): CareerLine =>
  line(post, { leading: true, seats: ['chief'], ...more })

/** What the law says of two people, by default brothers, on the day of the story. */
export const pair = (
  name: string,
  [mine, theirs]: readonly [CareerLine, CareerLine],
  expect: Case['expect'],
  {
    kin = siblings,
    others = [],
    chart,
  }: { kin?: readonly CaseTie[]; others?: readonly CareerLine[]; chart?: NonNullable<Case['chart']> } = {},
): Case => ({
  name,
  on,
  career: [mine],
  others: {
    乙: { career: [theirs] },
    ...Object.fromEntries(others.map((career, i) => [`他人${i + 1}`, { career: [career] }])),
  },
  kin,
  ...(chart === undefined ? {} : { chart }),
  expect,
})

export const head = chief('甲科科长')
/** Two clerks of one section. */
export const [one, two] = [line('甲科科员'), line('甲科一级科员')] as const
/** None of the bars. */
export const nothing = {
  'csl-74a': 'passes',
  'csl-74a-superior': 'passes',
  'csl-74b': 'passes',
  'hb-5': 'passes',
  'rh-3': 'passes',
} as const
