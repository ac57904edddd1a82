import { describe, expect, it } from 'vitest'
import type { PersonFacts, Piece } from '../../policy/facts/person.ts'
import type { Condition } from '../../policy/law/condition.ts'
import type { Installation } from '../../policy/law/plugin.ts'
import type { RotationRule, Rule } from '../../policy/law/rule.ts'
import { addPeriod, addWorkdays, dayOfText, monthAround, textOfDay } from './calendar.ts'
import { complete, completionsOf, unknownsOf } from './completion.ts'
import { counties, type Succession, settingOf } from './country.ts'
import { type Trial, tryLife } from './judge.ts'
import { statutesOf } from './law.ts'
import { diceOf } from './random.ts'
import { type Group, statutoryDay } from './retirement.ts'

const exactly = (text: string) => ({ lo: dayOfText(text), hi: dayOfText(text) })
const open = { lo: Infinity, hi: Infinity }
const both = { zh: '', en: '' }

const piece = (post: string, from: string, to: string | null, more: Partial<Piece> = {}): Piece => ({
  assignment: `${post} ${from}`,
  from: exactly(from),
  to: to === null ? open : exactly(to),
  capacity: 'formal',
  level: 'section_chief',
  leading: true,
  seats: [],
  duties: [],
  business: [],
  category: 'civil',
  unitKind: 'internal_unit',
  functions: [],
  teamKind: null,
  post,
  internalUnit: 'u1',
  organ: 'o1',
  legalPerson: 'o1',
  team: null,
  place: '411102',
  jurisdiction: '411102',
  authority: '411102',
  ...more,
})

const person = (pieces: readonly Piece[], more: Partial<PersonFacts> = {}): PersonFacts => ({
  id: 'x',
  birth: exactly('1980-06-15'),
  sex: 'M',
  ethnicity: '01',
  category: 'civil',
  education: '本科',
  party: '群众',
  birthPlace: '411102',
  nativePlace: '411102',
  growthPlaces: ['411102'],
  retirementLimit: null,
  pieces,
  states: [],
  dossier: [],
  authorities: [],
  ...more,
})

const rotation = (when: Condition, more: Partial<RotationRule> = {}): RotationRule => ({
  id: 'r1',
  catalogueId: 'R-1',
  title: both,
  cite: { instrument: 'i', article: null, verified: false },
  kind: 'rotation',
  per: ['post'],
  effect: 'MUST',
  coreType: 'testing',
  when,
  ...more,
})

const installed = (rules: readonly Rule[], from = '2000-01-01'): Installation => ({
  digest: '',
  jurisdiction: '411102',
  effectiveFrom: from,
  effectiveTo: null,
  plugin: {
    format: 1,
    id: 'p',
    version: '1.0.0',
    name: both,
    level: 'county',
    reviewedOn: '2024-01-01',
    instruments: [{ id: 'i', title: both, issuer: both, inForce: { from: '2000-01-01' } }],
    parameters: {},
    definitions: {},
    rules,
    clauses: [],
    cases: [],
  },
})

/** On which days of those asked the rule is due, of some subject, in every completion and in some. */
const dueOn = (file: PersonFacts, rules: readonly Rule[], day: string, successions: readonly Succession[] = []) => {
  const installations = [installed(rules)]
  const setting = settingOf(successions, {})
  const { lives } = completionsOf(file, unknownsOf(file, setting, counties), diceOf(1))
  const statute = statutesOf(installations)[0]
  if (statute === undefined) throw new Error('The document has no rotation rule.')
  const asked = (trial: Trial) => trial.subjects(statute).some((s) => trial.due(statute, s, dayOfText(day)))
  const answers = lives.map((life) => asked(tryLife(life, installations, setting)))
  return answers.every(Boolean) ? 'surely' : answers.some(Boolean) ? 'possibly' : 'no'
}

const tenYears = rotation({ lasting: { atLeast: 'P10Y' } })

describe('the oracle reads the law', () => {
  it('counts ten years from 1 March 2014 to 1 March 2024', () => {
    const file = person([piece('p', '2014-03-01', null)])
    expect(dueOn(file, [tenYears], '2024-02-29')).toBe('no')
    expect(dueOn(file, [tenYears], '2024-03-01')).toBe('surely')
  })

  it('counts ten years from 29 February 2012 to 28 February 2022', () => {
    const file = person([piece('p', '2012-02-29', null)])
    expect(dueOn(file, [tenYears], '2022-02-27')).toBe('no')
    expect(dueOn(file, [tenYears], '2022-02-28')).toBe('surely')
  })

  it('knows of a start in March 2014 only that ten years end within March 2024', () => {
    const march = monthAround(dayOfText('2014-03-01'))
    const file = person([{ ...piece('p', '2014-03-01', null), from: march }])
    expect(dueOn(file, [tenYears], '2024-02-29')).toBe('no')
    expect(dueOn(file, [tenYears], '2024-03-01')).toBe('possibly')
    expect(dueOn(file, [tenYears], '2024-03-30')).toBe('possibly')
    expect(dueOn(file, [tenYears], '2024-03-31')).toBe('surely')
  })

  it('lets a promotion in place run on along the post and start afresh at the level', () => {
    const file = person([
      piece('p', '2012-01-01', '2016-01-01', { level: 'section_deputy' }),
      piece('p', '2016-01-01', '2020-06-01', { level: 'section_chief' }),
    ])
    const atLeast = 'P8Y'
    const either = rotation({ lasting: { where: { level: ['section_deputy', 'section_chief'] }, atLeast } })
    const deputy = rotation({ lasting: { where: { level: ['section_deputy'] }, atLeast } })
    const chief = rotation({ lasting: { where: { level: ['section_chief'] }, atLeast: 'P5Y' } })
    expect([either, deputy, chief].map((rule) => dueOn(file, [rule], '2020-01-01'))).toEqual(['surely', 'no', 'no'])
  })

  it('counts an internal unit over three posts, and each post by itself', () => {
    const file = person([
      piece('p', '2005-01-01', '2010-01-01'),
      piece('q', '2010-01-01', '2015-01-01'),
      piece('r', '2015-01-01', null),
    ])
    const unit = rotation({ lasting: { atLeast: 'P15Y' } }, { per: ['internalUnit'] })
    expect([unit, tenYears].map((rule) => dueOn(file, [rule], '2020-01-01'))).toEqual(['surely', 'no'])
    expect(dueOn(file, [unit], '2019-12-31')).toBe('no')
  })

  it('follows a post into the post that succeeds it, one way only', () => {
    const file = person([piece('old', '2010-01-01', '2015-01-01'), piece('new', '2015-01-01', null)])
    expect(dueOn(file, [tenYears], '2020-01-01')).toBe('no')
    expect(dueOn(file, [tenYears], '2020-01-01', [['post', 'new', 'old']])).toBe('surely')
    expect(dueOn(file, [tenYears], '2020-01-01', [['post', 'old', 'new']])).toBe('no')
  })

  it('bridges a secondment, and no other hole unless the rule says so', () => {
    const [first, last] = [piece('p', '2010-01-01', '2014-01-01'), piece('p', '2014-01-31', null)]
    const away = piece('host', '2014-01-01', '2014-01-31', { capacity: 'secondment' })
    expect(dueOn(person([first, away, last]), [tenYears], '2020-01-01')).toBe('surely')
    expect(dueOn(person([first, last]), [tenYears], '2020-01-01')).toBe('no')
    const tolerant = rotation({ lasting: { atLeast: 'P10Y', bridge: { days: 30 } } })
    const strict = rotation({ lasting: { atLeast: 'P10Y', bridge: { days: 29 } } })
    expect([tolerant, strict].map((rule) => dueOn(person([first, last]), [rule], '2020-01-01'))).toEqual([
      'surely',
      'no',
    ])
  })

  it('adds service up by moving the start back by the days served before', () => {
    const file = person([piece('p', '2001-01-01', '2002-01-01'), piece('q', '2010-01-01', null)])
    const sum = rotation({ accumulated: { where: {}, atLeast: 'P3Y' } })
    expect(dueOn(file, [sum], '2011-12-31')).toBe('no')
    expect(dueOn(file, [sum], '2012-01-01')).toBe('surely')
  })

  it('holds an age up to the eve of the next birthday', () => {
    const file = person([piece('p', '2010-01-01', null)])
    const young = rotation({ age: { atMost: 45 } })
    expect(dueOn(file, [young], '2026-06-14')).toBe('surely')
    expect(dueOn(file, [young], '2026-06-15')).toBe('no')
  })

  it('judges three years to retirement by the law of the day: a man born 1 December 1967', () => {
    const file = person([piece('p', '2010-01-01', null)], { birth: exactly('1967-12-01') })
    const late = rotation({ toRetirement: { under: 'P3Y' } })
    const answers = ['2024-12-01', '2024-12-02', '2024-12-31', '2025-01-01', '2025-08-31', '2025-10-02'].map((d) =>
      dueOn(file, [late], d),
    )
    expect(answers).toEqual(['no', 'surely', 'surely', 'no', 'no', 'surely'])
  })

  it('judges three years to retirement as the catalogue does: a man born in June 1967', () => {
    const file = person([piece('p', '2010-01-01', null)], { birth: exactly('1967-06-01') })
    const late = rotation({ toRetirement: { under: 'P3Y' } })
    expect(dueOn(file, [late], '2025-02-01')).toBe('no')
    expect(dueOn(file, [late], '2025-03-01')).toBe('surely')
  })

  it('leaves a retired person to the rule on retirement', () => {
    const file = person([piece('p', '2000-01-01', null)], { birth: exactly('1960-05-20') })
    const retire = rotation({ toRetirement: { under: 'P1D' } }, { per: [], action: 'retire' })
    expect([tenYears, retire].map((rule) => dueOn(file, [rule], '2020-05-19'))).toEqual(['surely', 'no'])
    expect([tenYears, retire].map((rule) => dueOn(file, [rule], '2020-05-20'))).toEqual(['no', 'surely'])
  })

  it('asks the authority of the post held: a county rule does not bind who is managed by the city', () => {
    const file = person([
      piece('p', '2010-01-01', null),
      piece('q', '2021-01-01', '2022-01-01', { authority: '411100' }),
    ])
    expect(['2020-12-31', '2021-06-01', '2022-01-01'].map((d) => dueOn(file, [tenYears], d))).toEqual([
      'surely',
      'no',
      'surely',
    ])
  })

  it('shares one unknown day between the end of a post and the start of the next', () => {
    const joint = { ...monthAround(dayOfText('2014-03-01')), joint: 1 }
    const file = person([
      { ...piece('p', '2010-01-01', null), to: joint },
      { ...piece('q', '2014-03-01', null), from: joint },
    ])
    const unit = rotation({ lasting: { atLeast: 'P10Y' } }, { per: ['internalUnit'] })
    expect(dueOn(file, [unit], '2020-01-01')).toBe('surely')
    const broken = person(
      file.pieces.map(({ from: { joint: _, ...from }, to: { joint: __, ...to }, ...rest }) => ({ ...rest, from, to })),
    )
    expect(dueOn(broken, [unit], '2020-01-01')).toBe('possibly')
  })

  it.each<[Group, string, string]>([
    ['M', '1964-12-10', '2024-12-10'],
    ['M', '1965-01-10', '2025-02-10'],
    ['M', '1966-12-31', '2027-06-30'],
    ['M', '1976-08-01', '2039-07-01'],
    ['M', '1976-09-01', '2039-09-01'],
    ['W55', '1971-04-15', '2026-08-15'],
    ['W55', '1981-09-01', '2039-09-01'],
    ['W50', '1975-02-01', '2025-03-01'],
    ['W50', '1984-10-01', '2039-09-01'],
    ['W50', '1984-11-01', '2039-11-01'],
  ])('retires group %s born %s on %s', (group, born, day) => {
    expect(textOfDay(statutoryDay(dayOfText(born), group, dayOfText('2026-01-01')))).toBe(day)
  })

  it('walks working days past the weekend', () => {
    expect(textOfDay(addWorkdays(dayOfText('2024-03-01'), 5))).toBe('2024-03-08')
    expect(textOfDay(addPeriod(dayOfText('2023-12-31'), 'P2M1D'))).toBe('2024-03-01')
  })

  it('answers the same whether it walks from change to change or literally day by day', () => {
    const file = person([
      piece('p', '2010-01-01', '2012-01-01'),
      piece('host', '2012-01-01', '2012-03-01', { capacity: 'loan' }),
      piece('p', '2012-03-01', '2013-02-28'),
      piece('p', '2013-03-15', '2015-06-01'),
    ])
    const rules = [
      rotation({ lasting: { atLeast: 'P3Y', bridge: { days: 20 } } }),
      rotation({ accumulated: { where: {}, atLeast: 'P4Y' } }, { id: 'r2' }),
    ]
    const [installations, setting] = [[installed(rules)], settingOf([], {})]
    const life = complete(file, new Map())
    if (life === null) throw new Error('The file is precise.')
    const everyDay = Array.from({ length: 2400 }, (_, i) => dayOfText('2009-12-01') + i)
    const [hops, steps] = [tryLife(life, installations, setting), tryLife(life, installations, setting, everyDay)]
    for (const statute of statutesOf(installations)) {
      const daysDue = (trial: Trial) =>
        everyDay.filter((day) => trial.subjects(statute).some((s) => trial.due(statute, s, day)))
      expect(daysDue(hops)).toEqual(daysDue(steps))
      expect(daysDue(hops).length).toBeGreaterThan(100)
    }
  })
})
