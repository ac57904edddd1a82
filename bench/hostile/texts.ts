import { type Hostile, put, spoilt } from './row.ts'
import { sound } from './sound.ts'

const character = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`

/** Characters no officer sees: they hide text, turn it round, or make two names look alike. */
const unseen: readonly number[] = [
  ...[0x00, 0x07, 0x08, 0x09, 0x0a, 0x0d, 0x1b, 0x7f, 0x85, 0x9b],
  ...[0xad, 0x61c, 0x34f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f],
  ...[0x2028, 0x2029, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0x2066, 0x2067, 0x2068, 0x2069],
  ...[0x3164, 0xfeff, 0xfffe, 0xe0001, 0xe0041],
]

const shown = ['name/zh', 'rules/0/title/zh', 'clauses/0/text/zh', 'cases/0/name', 'instruments/0/title/en'] as const

/** A document in which one name is written in two ways that look the same. */
const twins = (place: string, name: string): Hostile => ({
  name: `two ways to write one name in ${place}`,
  make: () =>
    put(sound, [...place.split('/'), name], Reflect.get(Object(Reflect.get(sound, place)), 'years') ?? { held: {} }),
  expects: { code: 'HOSTILE_TEXT', path: `${place}/${name}` },
})

export const texts: readonly Hostile[] = [
  ...unseen.map((code, i) => {
    const place = shown[i % shown.length] ?? 'name/zh'
    return spoilt(`${character(code)} in ${place}`, place, `县委${String.fromCodePoint(code)}书记`, 'HOSTILE_TEXT')
  }),
  spoilt('a title that reads backwards', 'rules/0/title/en', 'must \u202eyas lliw', 'HOSTILE_TEXT'),
  spoilt('half a character in front', 'name/zh', '\ud83d清河', 'HOSTILE_TEXT'),
  spoilt('half a character behind', 'name/en', 'Qinghe\udc00', 'HOSTILE_TEXT'),
  spoilt('a script in a title', 'rules/0/title/en', '<script>alert(1)</script>', 'HOSTILE_TEXT'),
  spoilt('an image in a title', 'rules/0/title/zh', '轮岗<img src=x onerror=alert(1)>', 'HOSTILE_TEXT'),
  spoilt('a comment in a clause', 'clauses/0/text/en', 'may <!-- not --> stay', 'HOSTILE_TEXT'),
  spoilt('a formula in a title', 'rules/0/title/zh', '=HYPERLINK("http://x")', 'HOSTILE_TEXT'),
  spoilt('a formula in a name', 'name/en', '@SUM(A1)', 'HOSTILE_TEXT'),
  spoilt('a formula in the name of a case', 'cases/0/name', '+1+1', 'HOSTILE_TEXT'),
  spoilt('a formula in a clause', 'clauses/0/text/zh', '-2+3', 'HOSTILE_TEXT'),
  spoilt('a letter and its accent apart', 'name/en', 'Cafe\u0301', 'HOSTILE_TEXT'),
  spoilt('a compatibility ideograph', 'name/zh', '\uf967清河', 'HOSTILE_TEXT'),
  twins('parameters', 'cafe\u0301'),
  twins('definitions', 'cafe\u0301'),
  spoilt('a name of no width', 'parameters/y\u200bears', sound.parameters.years, 'HOSTILE_TEXT'),
  spoilt('a title of 4,001 characters', 'rules/0/title/zh', '长'.repeat(4001), 'TOO_LARGE'),
  spoilt('an empty title', 'rules/0/title/zh', '', 'MALFORMED'),
  spoilt('a name of a parameter with spaces', 'parameters/two words', sound.parameters.years, 'MALFORMED'),
  spoilt('a name that climbs out of a folder', 'id', '../../etc/passwd', 'MALFORMED'),
  spoilt('a name with an upper-case letter', 'id', 'Qinghe', 'MALFORMED'),
  spoilt('a name with a Cyrillic letter', 'rules/0/id', 'tеnure', 'MALFORMED'),
  spoilt(
    'a name of a hundred and one letters',
    'parameters',
    { ['x'.repeat(101)]: sound.parameters.years },
    'MALFORMED',
    `parameters/${'x'.repeat(101)}`,
  ),
  ...['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty'].flatMap((name) => [
    spoilt(`a parameter called ${name}`, `parameters/${name}`, sound.parameters.years, 'HOSTILE_TEXT'),
    spoilt(`a definition called ${name}`, `definitions/${name}`, { held: {} }, 'HOSTILE_TEXT'),
  ]),
  spoilt('a rule expected that is called __proto__', 'cases/0/expect/__proto__', 'binds', 'HOSTILE_TEXT'),
  spoilt('a relative called constructor', 'cases/3/others/constructor', { career: [] }, 'HOSTILE_TEXT'),
  spoilt(
    'a reference to what every object has',
    'rules/1/when/all/0/ref',
    'constructor',
    'UNKNOWN_DEFINITION',
    'rules/1/when/all/0',
  ),
  spoilt(
    'a parameter that every object has',
    'rules/0/when/lasting/atLeast/param',
    'toString',
    'UNKNOWN_PARAMETER',
    'rules/0/when/lasting/atLeast',
  ),
]
