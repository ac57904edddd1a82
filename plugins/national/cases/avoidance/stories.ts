import type { CareerLine, Case, CaseTie, Expectation } from '../../../../policy/index.ts'

/** A clerk of one section; the other sits beside them unless the story says otherwise. */
export const clerk: CareerLine = { post: '甲科科员', from: '2015-01-01' }
export const colleague: CareerLine = { ...clerk, post: '甲科办事员' }
export const director: CareerLine = {
  ...clerk,
  post: '甲局局长',
  internalUnit: null,
  seats: ['chief'],
  leading: true,
  level: 'division_chief',
}
export const deputyDirector: CareerLine = {
  ...director,
  post: '甲局副局长',
  seats: ['deputy'],
  level: 'division_deputy',
}
export const sectionChief: CareerLine = {
  ...clerk,
  post: '甲科科长',
  seats: ['chief'],
  leading: true,
  level: 'section_chief',
}

const tie = (of: string, relation: CaseTie['relation'], relative: string, more: Partial<CaseTie> = {}): CaseTie => ({
  ...{ of, relation, relative },
  ...more,
})

/** Who 乙 is to the person the case is about. */
export const families = {
  spouses: [tie('self', 'spouse', '乙')],
  child: [tie('self', 'child', '乙')],
  'child’s spouse': [tie('self', 'child', '子'), tie('子', 'spouse', '乙')],
  siblings: [tie('self', 'parent', '父'), tie('乙', 'parent', '父')],
  'brother’s wife': [tie('self', 'parent', '父'), tie('弟', 'parent', '父'), tie('弟', 'spouse', '乙')],
  'sibling by birth, adopted away': [
    tie('self', 'parent', '父'),
    tie('乙', 'parent', '父'),
    tie('乙', 'parent', '养父', { kind: 'adoptive', from: '1990-01-01' }),
  ],
  'brother’s widow': [
    tie('self', 'parent', '父'),
    tie('弟', 'parent', '父'),
    tie('弟', 'spouse', '乙', { from: '2005-01-01', to: '2012-01-01', endedBy: 'death' }),
  ],
  'brother’s former wife': [
    tie('self', 'parent', '父'),
    tie('弟', 'parent', '父'),
    tie('弟', 'spouse', '乙', { from: '2005-01-01', to: '2012-01-01', endedBy: 'divorce' }),
  ],
  stepmother: [tie('self', 'parent', '父'), tie('父', 'spouse', '乙')],
  'wife’s grandmother': [tie('self', 'spouse', '妻'), tie('妻', 'parent', '岳父'), tie('岳父', 'parent', '乙')],
  'special interest': [tie('self', 'special_interest', '乙')],
  'spouse of the spouse’s cousin': [
    ...[tie('self', 'spouse', '妻'), tie('妻', 'parent', '岳父'), tie('岳父', 'parent', '祖')],
    ...[tie('姑', 'parent', '祖'), tie('表亲', 'parent', '姑'), tie('表亲', 'spouse', '乙')],
  ],
  'second cousin’s father': [
    ...[tie('self', 'parent', '父'), tie('父', 'parent', '祖'), tie('祖', 'parent', '曾祖')],
    ...[tie('叔祖', 'parent', '曾祖'), tie('乙', 'parent', '叔祖')],
  ],
} as const satisfies Readonly<Record<string, readonly CaseTie[]>>

interface Told {
  readonly kin: readonly CaseTie[]
  readonly mine?: CareerLine
  readonly theirs?: CareerLine
  readonly others?: Case['others']
  readonly chart?: Case['chart']
}

/** What the law says of two people on the first day of 2021. */
export const two = (
  name: string,
  { kin, mine = clerk, theirs = colleague, others = {}, chart }: Told,
  expect: Readonly<Record<string, Expectation>>,
): Case => ({
  name,
  on: '2022-06-01',
  career: [mine],
  others: { ...others, 乙: { career: [theirs] } },
  kin,
  ...(chart === undefined ? {} : { chart }),
  expect,
})
