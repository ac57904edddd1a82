import { type Hostile, put, spoilt } from '../../../bench/hostile/row.ts'
import { sound } from '../../../bench/hostile/sound.ts'

const cite = { instrument: 'measures', article: '第八条', verified: false }
const title = { zh: '示例', en: 'Example' }
const set = (value: unknown, from = '2020-01-01') => ({ title, values: [{ from, value, cite }] })

const delegated = (
  name: string,
  key: string,
  values: unknown,
  code: string,
  at = `delegated/${key}/values/0/value`,
): Hostile => ({
  name,
  make: () => put(sound, ['delegated'], { [key]: values }),
  expects: { code, path: at },
})

/** Documents that are sound by themselves, and that what governs above (`superior`) does not allow at Luohe. */
export const hostileBelow: readonly Hostile[] = [
  spoilt(
    'an exemption of a superior duty that only counties may exempt from',
    'rules/2/appliesTo',
    ['own', 'nation/tenure'],
    'NOT_EXEMPTABLE',
    'rules/2/appliesTo/1',
  ),
  spoilt(
    'an exemption of a superior bar',
    'rules/2/appliesTo',
    ['own', 'nation/bar'],
    'NOT_EXEMPTABLE',
    'rules/2/appliesTo/1',
  ),
  spoilt(
    'an exemption of a superior avoidance',
    'rules/2/appliesTo',
    ['own', 'nation/spouses'],
    'NOT_EXEMPTABLE',
    'rules/2/appliesTo/1',
  ),
  spoilt(
    'an exemption of a superior rule that is not there',
    'rules/2/appliesTo',
    ['nation/other'],
    'UNKNOWN_SUPERIOR_RULE',
    'rules/2/appliesTo/0',
  ),
  spoilt(
    'an exemption of a plugin that is not there',
    'rules/2/appliesTo',
    ['other/tenure'],
    'UNKNOWN_SUPERIOR_RULE',
    'rules/2/appliesTo/0',
  ),
  spoilt(
    'a restatement of a superior rule that is not there',
    'rules/0/restates',
    ['nation/other'],
    'UNKNOWN_SUPERIOR_RULE',
    'rules/0/restates/0',
  ),
  spoilt(
    'a restatement of a rule of another kind',
    'rules/0/restates',
    ['nation/bar'],
    'UNKNOWN_SUPERIOR_RULE',
    'rules/0/restates/0',
  ),
  delegated('years beyond the delegated range', 'nation/years', set('P30Y'), 'OUT_OF_RANGE'),
  delegated('years below the delegated range', 'nation/years', set('P1Y'), 'OUT_OF_RANGE'),
  delegated('a day beyond the delegated range', 'nation/years', set('P10Y1D'), 'OUT_OF_RANGE'),
  delegated('a value of what was not delegated', 'nation/grace', set('P1Y'), 'NOT_DELEGABLE', 'delegated/nation/grace'),
  delegated(
    'a value of what is not there',
    'nation/other',
    set('P1Y'),
    'UNKNOWN_SUPERIOR_RULE',
    'delegated/nation/other',
  ),
]

/** Documents for another place or level than the one they are handed in for (Luohe). */
export const hostilePlaces: readonly Hostile[] = [
  spoilt('a document of another municipality', 'jurisdiction', '410500', 'WRONG_JURISDICTION'),
  spoilt('a document of a province', 'level', 'province', 'WRONG_LEVEL'),
  spoilt('a document of the nation', 'level', 'nation', 'WRONG_LEVEL'),
  {
    name: 'a document of a county',
    make: () => put(put(sound, ['rules', '0', 'delegable'], undefined), ['level'], 'county'),
    expects: { code: 'WRONG_LEVEL', path: 'level' },
  },
]
