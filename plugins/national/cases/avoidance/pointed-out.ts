import type { CareerLine, Case } from '../../../../policy/index.ts'
import { clerk, colleague, deputyDirector, director, families, sectionChief, two } from './stories.ts'

const team = { team: '甲局班子', teamKind: 'organ' } as const satisfies Partial<CareerLine>
const [head, second] = [
  { ...director, ...team },
  { ...deputyDirector, ...team },
]
const finance: CareerLine = { ...clerk, post: '乙科科员', internalUnit: '乙科', duties: ['finance'] }

/** HB-5def: members of one team, and those under them. */
const teams: readonly Case[] = [
  two(
    'Two members of one leading team (同一领导班子成员)',
    { kin: families.siblings, mine: head, theirs: second },
    { 'hb-5def': 'binds' },
  ),
  two(
    'A member of the team who is no civil servant',
    { kin: families.siblings, mine: head, theirs: { ...second, category: 'worker' } },
    { 'hb-5def': 'passes' },
  ),
  two(
    'Under two members of a team, one of the two no civil servant',
    {
      kin: families.siblings,
      theirs: { ...colleague, category: 'worker' },
      others: { 丙: { career: [head] }, 丁: { career: [second] } },
      chart: { posts: { 甲科科员: { reportsTo: '甲局局长' }, 甲科办事员: { reportsTo: '甲局副局长' } } },
    },
    { 'hb-5def-team': 'passes' },
  ),
  two('Two clerks are members of no team', { kin: families.siblings }, { 'hb-5def': 'passes' }),
  two(
    'Under two members of one team: pointed out, not barred',
    {
      kin: families.siblings,
      others: { 丙: { career: [head] }, 丁: { career: [second] } },
      chart: { posts: { 甲科科员: { reportsTo: '甲局局长' }, 甲科办事员: { reportsTo: '甲局副局长' } } },
    },
    { 'hb-5def-team': 'binds', 'csl-74a': 'passes' },
  ),
  two(
    'Under one member of a team the bar itself binds, and is not pointed out again',
    {
      kin: families.siblings,
      others: { 丙: { career: [head] } },
      chart: { posts: { 甲科科员: { reportsTo: '甲局局长' }, 甲科办事员: { reportsTo: '甲局局长' } } },
    },
    { 'hb-5def-team': 'passes', 'csl-74a': 'binds' },
  ),
]

const outside = [
  'sibling by birth, adopted away',
  'brother’s widow',
  'stepmother',
  'wife’s grandmother',
  'special interest',
] as const

/** HB-noted: near ties outside the list, and HB-seconded. */
const warnings: readonly Case[] = [
  ...outside.map((family) =>
    two(`Pointed out, not barred: ${family}`, { kin: families[family] }, { 'hb-noted': 'binds', 'csl-74a': 'passes' }),
  ),
  two(
    'Pointed out too when one leads the other',
    { kin: families.stepmother, mine: sectionChief },
    { 'hb-noted': 'binds' },
  ),
  two(
    'Pointed out too when one does the finance of the bureau the other leads',
    { kin: families.stepmother, mine: deputyDirector, theirs: finance },
    { 'hb-noted': 'binds' },
  ),
  ...(['probation', 'concurrent', 'acting'] as const).map((capacity) =>
    two(
      `Beside a relative who serves there as ${capacity}, one is on secondment`,
      { kin: families.spouses, mine: { ...clerk, capacity }, theirs: { ...colleague, capacity: 'secondment' } },
      { 'hb-seconded': 'binds' },
    ),
  ),
  two(
    'A worker is neither warned of as near kin nor on secondment',
    { kin: [...families.stepmother], theirs: { ...colleague, category: 'worker' } },
    { 'hb-noted': 'passes' },
  ),
  two(
    'A worker on secondment to a spouse’s organ',
    { kin: families.spouses, theirs: { ...colleague, category: 'worker', capacity: 'secondment' } },
    { 'hb-seconded': 'passes' },
  ),
  two(
    'Near ties in two organs are nobody’s business',
    { kin: families.stepmother, theirs: { ...colleague, organ: '乙局', internalUnit: '乙科' } },
    { 'hb-noted': 'passes' },
  ),
  ...(['secondment', 'loan'] as const).map((capacity) =>
    two(
      `On ${capacity} under the leader of a relative: pointed out, the personnel relation stays elsewhere`,
      { kin: families.spouses, theirs: { ...colleague, capacity } },
      { 'hb-seconded': 'binds', 'csl-74a': 'passes' },
    ),
  ),
  two(
    'On secondment under a relative',
    { kin: families.spouses, mine: sectionChief, theirs: { ...colleague, capacity: 'secondment' } },
    { 'hb-seconded': 'binds', 'hb-5': 'passes' },
  ),
  two(
    'On secondment in the finance of the bureau a relative leads',
    { kin: families.spouses, mine: deputyDirector, theirs: { ...finance, capacity: 'secondment' } },
    { 'hb-seconded': 'binds', 'csl-74b': 'passes' },
  ),
  two(
    'Staff managed by reference on secondment',
    { kin: families.spouses, theirs: { ...colleague, category: 'reference', capacity: 'secondment' } },
    { 'hb-seconded': 'binds' },
  ),
]

export const pointedOutCases: readonly Case[] = [...teams, ...warnings]
