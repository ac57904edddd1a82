import { type Bilingual, parsePeriod, type SmallChange } from '../../policy/index.ts'

/** What a case looks like that would notice such a change of the law. */
export const hintFor = ({ path, from, to }: SmallChange): Bilingual => {
  const place = path.map(String)
  const chosen = typeof to === 'string' && place.includes('leaderScope') ? sameLeader : choices[String(from)]
  if (chosen !== undefined) return chosen
  if (place.at(-1) === 'per') return along
  if (Array.isArray(from)) return from.every((member) => typeof member === 'string') ? word : branch
  if (typeof from === 'boolean') return yesOrNo
  if (typeof from === 'string' && parsePeriod(from) !== null) return threshold
  return typeof from === 'number' ? amount : other
}

const sameLeader: Bilingual = {
  zh: '补一例：二人各由一位领导直接管，两位领导同在一个班子（都写 team: 甲局班子），用 chart.posts 的 reportsTo 写明谁由谁管；按一人算不适用，按班子算适用。',
  en: 'Add a case: each of the two is led by another deputy, both deputies are of one team (team: 甲局班子), and chart.posts says by reportsTo who is led by whom. Of one person it passes, of one team it binds.',
}

const relation: Bilingual = {
  zh: '补两例：二人同由一人直接领导而互不领导；一人直接领导另一人。',
  en: 'Add two cases: both are led by one person and neither leads the other; one leads the other.',
}

const closure: Bilingual = {
  zh: '补一例：一人在本机关，一人在下属单位或派驻机构（chart.units 的 parent 写明上下级）。',
  en: 'Add a case: one of them serves in the organ, one in a unit below it or sent out by it (chart.units says so by parent).',
}

const waiver: Bilingual = {
  zh: '补一例，写明被豁免的那条规则此时是 exempt 还是 deferred。',
  en: 'Add a case that says of the rule it reaches whether it is exempt or deferred then.',
}

const choices: Readonly<Record<string, Bilingual>> = {
  EXEMPT: waiver,
  DEFER: waiver,
  sameLeader: relation,
  directSuperior: relation,
  organ: closure,
  withDispatched: closure,
  withSubordinates: closure,
}

const threshold: Bilingual = {
  zh: '补两例：恰满之日适用，前一日不适用；如是办结期限，用 dueBy 写明应办结之日。',
  en: 'Add two cases: on the day it is full it binds, on the day before it passes; of a deadline, one that says the day under dueBy.',
}

const amount: Bilingual = {
  zh: '补两例：恰为此数，和差一。',
  en: 'Add two cases: of just this number, and of one less.',
}

const word: Bilingual = {
  zh: '补一例：只因这一个词才适用的人。',
  en: 'Add a case of somebody to whom it applies by this word alone.',
}

const branch: Bilingual = {
  zh: '补一例：其余条件不变，只有这一条不成立（all）或只有这一条成立（any）。',
  en: 'Add a case in which all else is alike and this one alone fails (all) or this one alone holds (any).',
}

const along: Bilingual = {
  zh: '补一例：两段任职合起来满年限，但分属不同的职位、机构或工作，因而不适用。',
  en: 'Add a case of two stretches that are full together and lie in different posts, units or duties, so that it passes.',
}

const yesOrNo: Bilingual = {
  zh: '补一例：其余相同，只有这一项相反。',
  en: 'Add a case in which all else is alike and this alone is the other way round.',
}

const other: Bilingual = {
  zh: '补恰在界限上的案例：一日之差、一词之差，结论就不同。',
  en: 'Add a case on the very boundary, where one day or one word turns the answer.',
}
