import { home } from './career.ts'

/** People of one section; so many posts in sequence that each of four periods has its own. */
const sectionSize = 20
const levels = ['clerk', 'section_deputy', 'section_chief'] as const

const csv = (header: string, rows: readonly (readonly string[])[]): string =>
  `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`

/**
 * A roster of one municipality with so many assignments, four to each person: each moves through four posts of a section
 * nobody else ever holds, so that its size alone matters.
 */
export const rosterOf = (assignments: number): Readonly<Record<string, string>> => {
  const people = Array.from({ length: Math.ceil(assignments / 4) }, (_, n) => n)
  const sections = Array.from({ length: Math.ceil(people.length / sectionSize) }, (_, n) => n)
  const organ = ['O', '某局', 'organ', home, '', '2000-01-01']
  const section = (n: number) => [`S${n}`, `第${n}科`, 'internal_unit', home, 'O', '2000-01-01']
  const stints = people.flatMap((n) => [0, 1, 2, 3].map((i) => ({ n, i, year: 2001 + i * 6 + ((n * (i + 3)) % 5) })))
  const postOf = (n: number, i: number) => `P${n}-${i}`
  const startOf = (n: number, i: number) => {
    const year = stints[n * 4 + i]?.year
    return year === undefined || i > 3 ? '' : `${year}-0${1 + (n % 9)}${n % 10 === 0 ? '' : `-${10 + (n % 19)}`}`
  }
  return {
    units: csv('code,name,kind,jurisdiction,parent,from', [organ, ...sections.map(section)]),
    posts: csv(
      'code,unit,title,level,leading',
      stints.map(({ n, i }) => [
        ...[postOf(n, i), `S${Math.floor(n / sectionSize)}`, '干事', levels[(n + i) % 3] ?? 'clerk', 'false'],
      ]),
    ),
    people: csv(
      'code,name,sex,birth,category',
      people.map((n) => [`C${n}`, '某人', n % 3 === 0 ? 'F' : 'M', `${1966 + (n % 20)}-0${1 + (n % 9)}`, 'civil']),
    ),
    assignments: csv(
      'person,post,from,to',
      stints.map(({ n, i }) => [`C${n}`, postOf(n, i), startOf(n, i), i < 3 ? startOf(n, i + 1) : '']),
    ),
  }
}
