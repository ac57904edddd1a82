import { describe, expect, test } from 'vitest'
import { stateTableOf } from '../../db/tables/state.ts'
import { plugins } from '../../plugins/index.ts'
import {
  type Condition,
  checkPlugin,
  classesOf,
  classOfState,
  type FactClass,
  type PersonFacts,
  type PluginDocument,
  type State,
  type StateKind,
  stateKinds,
  unusedClasses,
  wholeCareer,
} from '../../policy/index.ts'
import { compileCondition } from '../../policy/judge/condition.ts'
import { constantPieces, parametersOf } from '../../policy/judge/resolve.ts'
import { randomPerson } from '../oracle/careers.ts'
import { randomSetting } from '../oracle/country.ts'
import { Pen } from '../oracle/pen.ts'
import { diceOf } from '../oracle/random.ts'
import { measures } from '../support/example-policy.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const allOfThem: readonly FactClass[] = ['personnel', 'family', 'discipline', 'health']
const kindsOfState = Object.keys(stateKinds).filter((kind): kind is StateKind => kind in stateKinds)

/** What is wrong with the sample when its rule asks this and the document declares these classes. */
const problemsOf = (when: Condition, reads: readonly FactClass[], definitions = samplePlugin.definitions) => {
  const rules = samplePlugin.rules.map((rule) => ({ ...rule, when }))
  const checked = checkPlugin({ ...samplePlugin, reads, rules, definitions })
  return 'problems' in checked ? checked.problems : []
}

const readings: readonly (readonly [what: string, asked: Condition, read: FactClass])[] = [
  ['whose kin someone is', { kin: { classes: ['SPOUSE'] } }, 'family'],
  ['a filed case', { state: { kind: 'case_filed' } }, 'discipline'],
  ['a sanction', { state: { kind: 'sanction', values: ['警告'] } }, 'discipline'],
  [
    'the start of a case',
    { happened: { event: 'stateStart', kind: 'case_filed', within: 'P1Y', times: 1 } },
    'discipline',
  ],
  ['health', { state: { kind: 'health_unfit' } }, 'health'],
  ['any other state', { state: { kind: 'potential' } }, 'personnel'],
  ['the nationality of a person', { person: { ethnicity: { in: ['01'] } } }, 'personnel'],
  ['age', { age: { atMost: 45 } }, 'personnel'],
  ['the years left to retirement', { toRetirement: { under: 'P3Y' } }, 'personnel'],
  ['where someone comes from', { native: { place: 'post', basis: ['birth'] } }, 'personnel'],
  ['the dossier', { dossier: { kind: 'inspection' } }, 'personnel'],
]

describe('a document reads no class of facts that it does not declare', () => {
  test.each(readings)('%s', (_, asked, read) => {
    expect(classesOf(asked)).toEqual([read])
    const nested: Condition = { all: [{ held: {} }, { not: asked }] }
    const undeclared = problemsOf(
      nested,
      allOfThem.filter((one) => one !== read),
    ).filter(({ code }) => code === 'UNDECLARED_CLASS')
    expect(undeclared.map(({ path }) => path.join('/'))).toEqual(['rules/0/when/all/1/not'])
    expect(undeclared[0]?.remedy.en).toContain(`\`${read}\``)
    expect(problemsOf(nested, [read]).map(({ code }) => code)).not.toContain('UNDECLARED_CLASS')
  })

  test('nor by way of a named condition', () => {
    const problems = problemsOf({ ref: 'ill' }, [], { ill: { state: { kind: 'health_unfit' } } })
    expect(problems.map(({ code, path }) => [code, path.join('/')])).toEqual([['UNDECLARED_CLASS', 'definitions/ill']])
  })

  test('careers and the sex of a person are no class of their own', () => {
    expect(classesOf({ all: [{ held: { leading: true } }, { person: { sex: { in: ['F'] } } }] })).toEqual([])
    expect(classesOf({ lasting: { atLeast: 'P10Y' } })).toEqual([])
  })

  test('a state is declared under the class it is stored and guarded under', () => {
    for (const kind of kindsOfState) expect(`state_${classOfState(kind)}`).toBe(nameOf(stateTableOf(kind)))
  })
})

const nameOf = (table: object): unknown => Reflect.get(table, Symbol.for('drizzle:Name'))

describe('what a document declares', () => {
  test.each(plugins.map((plugin) => [plugin.id, plugin] as const))(
    '%s reads all of it and nothing else',
    (_, plugin) => {
      expect(checkPlugin(JSON.parse(JSON.stringify(plugin)))).not.toHaveProperty('problems')
      expect(unusedClasses(plugin)).toEqual([])
    },
  )

  test('and does not read is found, so that nobody is asked for more than is needed', () => {
    expect(unusedClasses({ ...samplePlugin, reads: ['family', 'health'] })).toEqual(['family', 'health'])
  })
})

const classOfField: Readonly<Record<string, FactClass>> = {
  birth: 'personnel',
  ethnicity: 'personnel',
  category: 'personnel',
  education: 'personnel',
  party: 'personnel',
  birthPlace: 'personnel',
  nativePlace: 'personnel',
  growthPlaces: 'personnel',
  retirementLimit: 'personnel',
  dossier: 'personnel',
}

/** The person, noting every class of facts that is looked at; of a state, what it says beside its kind. */
const watched = (person: PersonFacts, seen: Set<FactClass>): PersonFacts => {
  const states = person.states.map(
    (state): State =>
      new Proxy(state, {
        get: (target, key) => {
          if (key !== 'kind') seen.add(classOfState(target.kind))
          return Reflect.get(target, key)
        },
      }),
  )
  return new Proxy(
    { ...person, states },
    {
      get: (target, key) => {
        const read = classOfField[String(key)]
        if (read !== undefined) seen.add(read)
        return Reflect.get(target, key)
      },
    },
  )
}

test('whatever a rule asks, judging it looks at no fact of a class it does not declare', () => {
  const looked = new Set<FactClass>()
  for (let seed = 1; seed <= 1500; seed += 1) {
    const dice = diceOf(seed)
    const pen = new Pen(dice)
    const condition = pen.condition(2)
    const document: PluginDocument = { ...measures([]), parameters: pen.parameters, definitions: pen.definitions }
    const named = [condition, ...Object.values(pen.definitions)]
    const declared = new Set(named.flatMap(classesOf))
    const seen = new Set<FactClass>()
    const person = watched(randomPerson(dice), seen)
    const setting = randomSetting(dice)
    const subject = { person, stay: wholeCareer(person.pieces), setting, own: '411100' }
    for (const piece of constantPieces(parametersOf(condition, document), document)) {
      const node = compileCondition(condition, document, piece)
      if (node.mayHold(subject)) node.truth(subject)
    }
    expect([...seen].filter((one) => !declared.has(one))).toEqual([])
    for (const one of seen) looked.add(one)
  }
  expect([...looked].sort()).toEqual(['discipline', 'health', 'personnel'])
})
