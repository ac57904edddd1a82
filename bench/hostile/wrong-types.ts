import { type Hostile, spoilt } from './row.ts'

const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** Places of the sound document where a number says nothing. */
const noNumbers = words(`
  id version name name/zh name/en jurisdiction reviewedOn reads
  instruments instruments/0/id instruments/0/title instruments/0/title/zh instruments/0/issuer instruments/0/issuer/en
  instruments/0/inForce instruments/0/inForce/from
  parameters parameters/years parameters/years/title parameters/years/values parameters/years/values/0/from
  parameters/years/values/0/cite parameters/years/values/0/cite/instrument parameters/years/values/0/cite/article
  parameters/years/values/0/cite/verified
  definitions definitions/sensitive/held definitions/sensitive/held/duties definitions/sensitive/held/duties/param
  rules rules/0/kind rules/0/id rules/0/catalogueId rules/0/title rules/0/title/zh rules/0/cite rules/0/cite/verified rules/0/per
  rules/0/when/lasting rules/0/when/lasting/atLeast rules/0/when/lasting/atLeast/param rules/0/deadline rules/0/deadline/within
  rules/0/exemptable rules/0/delegable rules/0/delegable/0/parameter rules/0/delegable/0/to
  rules/1/when/all rules/1/when/all/0/ref rules/1/when/all/1/lasting/where rules/1/when/all/1/lasting/where/leading
  rules/2/appliesTo rules/2/when/state rules/3/when/state/values rules/4/when/all/0/kin rules/4/when/all/0/kin/classes
  rules/4/when/all/1/posts
  clauses clauses/0/catalogueId clauses/0/title clauses/0/text clauses/0/text/zh clauses/0/cite
  cases cases/0/name cases/0/on cases/0/career cases/0/career/0/post cases/0/career/0/from cases/0/career/0/duties
  cases/0/career/0/leading cases/0/expect cases/0/dueBy cases/1/person cases/1/person/birth cases/1/states cases/2/moves
  cases/2/moves/0/takes cases/3/others cases/3/others/wife cases/3/kin cases/3/kin/0/relation
`)

/** Places where only a word of a closed list may stand. */
const noWords = words(`
  format level rules/0/effect rules/0/coreType rules/2/class rules/2/when/state/kind rules/4/when/all/1/posts/relation
  clauses/0/status cases/0/expect/tenure cases/1/states/0/kind
`)

/** Places without which the document says nothing. */
const needed = words(`
  format id version name name/zh level reviewedOn instruments instruments/0/id instruments/0/title instruments/0/inForce
  parameters parameters/years/title parameters/years/values definitions rules rules/0/kind rules/0/id rules/0/title rules/0/per
  rules/0/effect rules/0/coreType rules/0/when rules/0/when/lasting/atLeast rules/0/delegable/0/to rules/2/class rules/2/appliesTo
  rules/2/when/state/kind clauses clauses/0/text clauses/0/status cases cases/0/on cases/0/career cases/0/expect
`)

export const wrongTypes: readonly Hostile[] = [
  ...noNumbers.map((place) => spoilt(`a number for ${place}`, place, 17, 'MALFORMED')),
  ...noWords.map((place) => spoilt(`an unknown word for ${place}`, place, 'emperor', 'UNKNOWN_WORD')),
  ...needed.map((place) => spoilt(`no ${place}`, place, undefined, 'MISSING')),
  spoilt('a rule without a citation', 'rules/0/cite', undefined, 'UNCITED'),
  spoilt('a clause without a citation', 'clauses/0/cite', undefined, 'UNCITED'),
  spoilt('a value without a citation', 'parameters/years/values/0/cite', undefined, 'UNCITED'),
  spoilt('a value without a first day', 'parameters/years/values/0/from', undefined, 'UNDATED_VALUE'),
  spoilt('facts read that are not declared', 'reads', undefined, 'UNDECLARED_CLASS', 'rules/2/when'),
  spoilt('a list for the document', '', [], 'MALFORMED'),
  spoilt('nothing for the document', '', null, 'MALFORMED'),
  spoilt('a text for the document', '', 'plugin', 'MALFORMED'),
  spoilt('a number for a condition', 'rules/0/when', 17, 'UNKNOWN_CONDITION'),
  spoilt('an empty condition', 'rules/0/when', {}, 'UNKNOWN_CONDITION'),
  spoilt('a list for a condition', 'rules/0/when', [], 'UNKNOWN_CONDITION'),
  spoilt('an empty list of conditions', 'rules/1/when/all', [], 'MALFORMED'),
  spoilt('a parameter without any value', 'parameters/years/values', [], 'MALFORMED'),
]
