import {
  capacities,
  categories,
  coreTypes,
  declaredTerms,
  dims,
  divisionLevels,
  dossierKinds,
  duties,
  effects,
  factClasses,
  kinWords,
  levels,
  organClosures,
  postRelations,
  relationScopes,
  seats,
  stateKinds,
  teamKinds,
  unitKinds,
} from '../../policy/index.ts'
import { choices, counting } from './advice.ts'
import { conditions, type Member, membersOf } from './format.ts'

type Words = Readonly<Record<string, string>>

/** docs/plugin-reference.md: every word and key an author may write, as the program knows them. */
export const pluginReference = (): string =>
  `${[
    '# The reference: every word and key of a policy document',
    'Printed from the program by `npm run plugins`; a test holds it to that. The guide is [author-guide.md](author-guide.md).',
    section(
      'Conditions',
      'An object with exactly one key. In avoidance rules `held` asks both posts.',
      keys(conditions()),
    ),
    section(
      'What a post must satisfy',
      'Of `held`, `lasting.where`, `takes` and so on; every key that is written must hold.',
      keys(membersOf('where')),
    ),
    section(
      'Kin and posts',
      'Of `kin: { classes: […] }`, and of `posts: { relation: … }` with its `scope`, `organClosure` and `leaderScope` (`person`, the default: one person leads both; `team`: one leading team does).',
      words('class of kin', kinWords),
      words('relation', postRelations),
      words('scope', relationScopes),
      words('organClosure', organClosures),
    ),
    section(
      'A line of a career',
      '`held` asks by `seat` and `business` what a line of a career has under `seats` and `business`: a list, of which one suffices.',
      keys(membersOf('careerLine')),
    ),
    section(
      'A worked case',
      'Whoever is named in `kin` and not in `others` is somebody not on file.',
      keys(membersOf('case')),
    ),
    section(
      'Words for a relative',
      'Of `relation` in the `kin` of a case: `parent`, `child`, `spouse`, `special_interest` (the tie is what `relative` is to `of`), or one of these terms:',
      [...declaredTerms()].join(' '),
    ),
    section('Per: along what a stay is counted', ...[counting, words('per', dims)]),
    section(
      'Levels',
      'Lowest first; `level: { to: unit_chief }` is 股级正职及以下, `{ from: … }` is that and above.',
      words('level', levels),
    ),
    section(
      'Duties',
      'Of posts and of lines of a career. Choose by what the circular says:',
      choices,
      words('duty', duties),
    ),
    section('Other closed lists', ...others),
  ].join('\n\n')}\n`

const others: readonly string[] = [
  words('capacity', capacities),
  words('seat', seats),
  words('unitKind', unitKinds),
  words('teamKind', teamKinds),
  words('category', categories),
  words('state', stateKinds),
  words('dossier', dossierKinds),
  words('level of a place', divisionLevels),
  words('reads', factClasses),
  words('effect', effects),
  words('coreType', coreTypes),
]

function section(title: string, ...paragraphs: readonly string[]): string {
  return [`## ${title}`, ...paragraphs].join('\n\n')
}

function words(head: string, terms: Words): string {
  return table(
    [head, '中文'],
    Object.entries(terms).map(([word, term]) => [`\`${word}\``, term]),
  )
}

function keys(members: readonly Member[]): string {
  return table(
    ['key', '中文', 'English'],
    members.map(({ key, zh, en, required }) => [`\`${key}\`${required ? '' : '?'}`, zh, en]),
  )
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}
