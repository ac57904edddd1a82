import {
  capacities,
  categories,
  dossierKinds,
  duties,
  levels,
  seats,
  stateKinds,
  teamKinds,
  unitKinds,
} from '../../../facts/vocabulary.ts'
import type { CareerLine } from '../../../law/case.ts'
import type { Bilingual } from '../../../law/citation.ts'
import { caseSelf } from '../../case-story.ts'
import { inLanguage, type Language, readable } from '../../wording/words.ts'
import type { Officer } from './officer.ts'

/** The made-up officer in a sentence or two: birth, posts with dates, facts on file. */
export const storyOf = (officer: Officer): Bilingual => {
  const { person = {}, career, states = [], dossier = [], others, kin = [] } = officer
  const { birth = '1980-01-01', sex = 'M', ethnicity, party, education, birthPlace } = person
  const more: readonly (readonly [string, string])[] = [
    ...(ethnicity === undefined ? [] : [[`民族代码${ethnicity}`, `ethnicity ${ethnicity}`] as const]),
    ...(party === undefined ? [] : [[party, party] as const]),
    ...(education === undefined ? [] : [[education, education] as const]),
    ...(birthPlace === undefined ? [] : [[`出生地${birthPlace}`, `born in ${birthPlace}`] as const]),
  ]
  const who = [
    [`${birth}出生`, `born ${birth}`] as const,
    [sex === 'F' ? '女' : '男', sex === 'F' ? 'a woman' : 'a man'] as const,
    ...more,
  ]
  const facts = [
    ...career.map(lineWords),
    ...states.map(({ kind, value, from, to }) => {
      const said = value === undefined ? '' : `（${value}）`
      const worth = value === undefined ? '' : ` (${value})`
      return [
        `${from}起${to === undefined ? '' : `至${to}`}${stateKinds[kind]}${said}`,
        `${readable(kind)}${worth} from ${from}${to === undefined ? '' : ` to ${to}`}`,
      ] as const
    }),
    ...dossier.map(({ kind, on }) => [`${on}有${dossierKinds[kind]}材料`, `${readable(kind)} on ${on}`] as const),
    ...Object.entries(others ?? {}).flatMap(([name, other]) =>
      other.career.map(lineWords).map(([zh, en]) => [`${name}：${zh}`, `${name}: ${en}`] as const),
    ),
  ]
  const ties = kin.map(({ of, relative, relation }) => {
    const [zh, en] = tieWords[relation] ?? [relation, relation]
    return [
      `${nameIn(of, 'zh')}的${zh}是${nameIn(relative, 'zh')}`,
      `${zh === en ? `‘${en}’` : en} of ${nameIn(of, 'en')}: ${nameIn(relative, 'en')}`,
    ] as const
  })
  facts.push(...ties)
  return {
    zh: `某干部，${who.map(([zh]) => zh).join('，')}；${facts.map(([zh]) => zh).join('；')}。`,
    en: `An officer, ${who.map(([, en]) => en).join(', ')}; ${facts.map(([, en]) => en).join('; ')}.`,
  }
}

const tieWords: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  parent: ['父母', 'parent'],
  child: ['子女', 'child'],
  spouse: ['配偶', 'spouse'],
  special_interest: ['特殊利益关系人', 'tie of special interest'],
}

const nameIn = (name: string, language: Language): string =>
  name === caseSelf ? inLanguage(language, '该干部', 'the officer') : name

const lineWords = (line: CareerLine): readonly [zh: string, en: string] => {
  const { post, from, to, level, leading, place, capacity = 'formal', seats: held = [], duties: does = [] } = line
  const zh = [
    level == null ? '' : levels[level],
    leading === true ? '领导职务' : '',
    ...held.map((seat) => seats[seat]),
    ...does.map((duty) => `从事${duties[duty]}`),
    line.category == null ? '' : categories[line.category],
    line.unitKind === undefined ? '' : unitKinds[line.unitKind],
    line.teamKind === undefined ? '' : `${teamKinds[line.teamKind]}班子`,
    place === undefined ? '' : `在${place}`,
    capacity === 'formal' ? '' : capacities[capacity],
  ].filter((word) => word !== '')
  const en = [
    level == null ? '' : readable(level),
    leading === true ? 'leading' : '',
    ...held.map(readable),
    ...does.map(readable),
    line.category == null ? '' : readable(line.category),
    line.unitKind === undefined ? '' : readable(line.unitKind),
    line.teamKind === undefined ? '' : `${readable(line.teamKind)} team`,
    place === undefined ? '' : `in ${place}`,
    capacity === 'formal' ? '' : capacity,
  ].filter((word) => word !== '')
  return [
    `${from}${to === undefined ? '起' : `至${to}`}任${post}${zh.length === 0 ? '' : `（${zh.join('、')}）`}`,
    `in post ${post}${en.length === 0 ? '' : ` (${en.join(', ')})`} from ${from}${to === undefined ? '' : ` to ${to}`}`,
  ]
}
