import type { CareerLine, Case, Expectation } from '../../../../policy/index.ts'
import { clerk, colleague, deputyDirector, director, families, sectionChief, two } from './stories.ts'

/** CSL-74a: directly under one leader. */
const underOneLeader: readonly Case[] = [
  ...(['spouses', 'child', 'siblings', 'brother’s wife'] as const).map((family) =>
    two(`Under one section chief: ${family}`, { kin: families[family] }, { 'csl-74a': 'binds', 'hb-noted': 'passes' }),
  ),
  ...(['spouse of the spouse’s cousin', 'second cousin’s father', 'brother’s former wife'] as const).map((family) =>
    two(
      `Outside the four classes nothing is barred: ${family}`,
      { kin: families[family] },
      { 'csl-74a': 'passes', 'hb-noted': 'passes' },
    ),
  ),
  two(
    'Relatives in two organs are not barred (同一机关)',
    { kin: families.spouses, theirs: { ...colleague, organ: '乙局', internalUnit: '乙科' } },
    { 'csl-74a': 'passes' },
  ),
  ...(['probation', 'concurrent', 'acting'] as const).map((capacity) =>
    two(
      `Service as ${capacity} sits in the organ like any other`,
      { kin: families.spouses, theirs: { ...colleague, capacity } },
      { 'csl-74a': 'binds', 'hb-seconded': 'passes' },
    ),
  ),
  two(
    'Institutions managed by reference follow the Civil Servant Law (参公)',
    { kin: families.spouses, theirs: { ...colleague, category: 'reference' } },
    { 'csl-74a': 'binds' },
  ),
  two(
    'Workers are no civil servants',
    { kin: families.spouses, theirs: { ...colleague, category: 'worker' } },
    { 'csl-74a': 'passes' },
  ),
  two(
    'An unverified tie leaves it open',
    { kin: [{ of: 'self', relation: 'spouse', relative: '乙', verified: false }] },
    { 'csl-74a': 'undetermined' },
  ),
]

/** HB-5: one directly over the other. */
const oneOverTheOther: readonly Case[] = [
  two('A section chief and a clerk of the section', { kin: families.spouses, mine: sectionChief }, { 'hb-5': 'binds' }),
  two(
    'A deputy director and a section chief of the bureau (上一级副职与下一级正职)',
    { kin: families.siblings, mine: deputyDirector, theirs: sectionChief, others: { 丙: { career: [director] } } },
    { 'hb-5': 'binds' },
  ),
  two('Two clerks of one section', { kin: families.spouses }, { 'hb-5': 'passes' }),
]

const working = (duty: NonNullable<CareerLine['duties']>[number]): CareerLine => ({
  ...clerk,
  post: '乙科科员',
  internalUnit: '乙科',
  duties: [duty],
})

const sensitive = (says: Expectation) => ({ 'csl-74b': says, 'rh-3': says })

/** CSL-74b and RH-3: sensitive work in the organ a relative leads. */
const sensitiveWork: readonly Case[] = [
  ...(['personnel', 'discipline_inspection', 'audit', 'finance'] as const).map((duty) =>
    two(
      `${duty} in the bureau a relative leads`,
      { kin: families.siblings, mine: deputyDirector, theirs: working(duty) },
      sensitive('binds'),
    ),
  ),
  two(
    'Other work in the bureau a relative leads',
    { kin: families.siblings, mine: deputyDirector, theirs: working('land') },
    sensitive('passes'),
  ),
  two(
    'A worker in the finance of the bureau is no civil servant',
    { kin: families.siblings, mine: deputyDirector, theirs: { ...working('finance'), category: 'worker' } },
    sensitive('passes'),
  ),
  two(
    'The finance of another bureau',
    { kin: families.siblings, mine: deputyDirector, theirs: { ...working('finance'), organ: '乙局' } },
    sensitive('passes'),
  ),
  two(
    'Whether a post leads is blank: it stays open',
    { kin: families.siblings, mine: { ...deputyDirector, seats: [], leading: null }, theirs: working('finance') },
    sensitive('undetermined'),
  ),
]

const shop: CareerLine = {
  ...clerk,
  post: '甲公司经理',
  organ: '甲公司',
  internalUnit: null,
  unitKind: 'enterprise',
  category: null,
}
const enterprise = (says: Expectation) => ({ 'csl-74c': says, 'rh-4': says })
const regulated = { units: { 甲公司: { kind: 'enterprise', regulatedBy: '甲局' } } } as const

/** CSL-74c and RH-4: the regulator of a near relative’s enterprise. */
const enterprises: readonly Case[] = [
  ...(['spouses', 'child', 'child’s spouse'] as const).map((family) =>
    two(
      `The director of the bureau in charge of an enterprise: ${family}`,
      { kin: families[family], mine: director, theirs: shop, chart: regulated },
      enterprise('binds'),
    ),
  ),
  two(
    'A sibling may run an enterprise the bureau regulates',
    { kin: families.siblings, mine: director, theirs: shop, chart: regulated },
    enterprise('passes'),
  ),
  two(
    'The parent who runs it does not bar the child: the list is of children',
    { kin: [{ of: 'self', relation: 'parent', relative: '乙' }], mine: director, theirs: shop, chart: regulated },
    enterprise('passes'),
  ),
]

export const civilServantCases: readonly Case[] = [
  ...underOneLeader,
  ...oneOverTheOther,
  ...sensitiveWork,
  ...enterprises,
]
