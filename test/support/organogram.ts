import { existsSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { grouped } from '../../acts/roster/grouped.ts'

/**
 * The organograms of British central government, 2011–2016: each body published its senior posts half-yearly. Not part of
 * the repository: tests read them where they lie beside it.
 */
const folder = new URL('../../../shared/data/', import.meta.url)
const postsFile = new URL('uk_senior_posts.csv.gz', folder)
const spellsFile = new URL('uk_senior_spells.csv', folder)
export const organogramPresent = existsSync(postsFile) && existsSync(spellsFile)

/** A post as one body published it on one day. */
export interface SeenPost {
  readonly day: string
  readonly body: string
  readonly ref: string
  /** Reference of the superior within the same publication; `null`: the head of the body. */
  readonly reportsTo: string | null
  readonly grade: string
  readonly title: string
}

/** Someone seen in one post from a first to a last publication, both included. */
export interface Spell {
  readonly body: string
  readonly ref: string
  readonly holder: string
  readonly firstSeen: string
  readonly lastSeen: string
}

type Cells = Readonly<Record<string, string>>

const rowsOf = (bytes: Buffer): readonly Cells[] => parse<Cells>(bytes, { columns: true, bom: true })

/** Some titles lost a character before they were published; a roster with such a hole is refused. */
const unspoilt = (title: string) => title.replaceAll('\uFFFD', '’')

/** Posts in the order of publication; a post shared by several holders stands once for each day. */
export const readPosts = (): readonly SeenPost[] => {
  const posts = new Map<string, SeenPost>()
  for (const row of rowsOf(gunzipSync(readFileSync(postsFile)))) {
    const { snapshot: day = '', file_body: body = '', post_ref: ref = '', reports_to: to = '' } = row
    const key = `${publicationOf({ day, body })}/${ref}`
    const reportsTo = to === 'XX' || to === '' ? null : to
    const { grade = '', job_title: title = '' } = row
    if (!posts.has(key)) posts.set(key, { day, body, ref, reportsTo, grade, title: unspoilt(title) })
  }
  return [...posts.values()]
}

export const readSpells = (): readonly Spell[] =>
  rowsOf(readFileSync(spellsFile)).map((row) => ({
    body: row.body ?? '',
    ref: row.post_ref ?? '',
    holder: row.holder_pseudonym ?? '',
    firstSeen: row.first_seen ?? '',
    lastSeen: row.last_seen ?? '',
  }))

/** One body on one day: references are good within it. */
export const publicationOf = ({ body, day }: { readonly body: string; readonly day: string }) => `${body}@${day}`

/** Everything is filed with a municipality that holds it all. */
const municipality = '411100'
const levels: Readonly<Record<string, string>> = { SCS1: '正处', SCS1A: '正处', SCS2: '副厅', SCS3: '正厅' }

export type Sheets = Readonly<Record<string, string>>

const cell = (text: string) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const sheet = (heading: string, rows: readonly (readonly string[])[]) =>
  [heading, ...rows.map((row) => row.map(cell).join(','))].join('\n')

const unitsSheet = (organs: ReadonlySet<string>) =>
  sheet(
    'code,name,kind,jurisdiction',
    [...organs].map((organ) => [organ, organ, 'organ', municipality]),
  )

/** Every publication as an organisation of its own: row `n + 2` of the posts is the `n`-th of these. */
export const publications = (posts: readonly SeenPost[]): Sheets => ({
  units: unitsSheet(new Set(posts.map(publicationOf))),
  posts: sheet(
    'code,unit,title,level,reports_to',
    posts.map((post) => {
      const organ = publicationOf(post)
      const { ref, title, grade, reportsTo } = post
      return [`${organ}/${ref}`, organ, title, levels[grade] ?? '', reportsTo === null ? '' : `${organ}/${reportsTo}`]
    }),
  ),
})

/** The bodies through the years: a post is as a publication has it until the next of its body, the last one lasts. */
export const history = (posts: readonly SeenPost[], spells: readonly Spell[]): Sheets => ({
  units: unitsSheet(new Set(posts.map(({ body }) => body))),
  posts: historyOfPosts(posts, spells),
  ...careers(spells),
})

const historyOfPosts = (posts: readonly SeenPost[], spells: readonly Spell[]): string => {
  const days = grouped(posts, ({ body }) => body)
  const held = grouped(spells, ({ body, ref }) => `${body}/${ref}`)
  const nextOf = ({ body, day }: SeenPost) =>
    (days.get(body) ?? []).map((post) => post.day).reduce((a, b) => (b > day && (a === '' || b < a) ? b : a), '')
  return sheet(
    'code,unit,title,level,reports_to,quota,from,to',
    posts.map((post) => {
      const { body, ref, title, grade, reportsTo, day } = post
      const code = `${body}/${ref}`
      const superior = reportsTo === null ? '' : `${body}/${reportsTo}`
      return [code, body, title, levels[grade] ?? '', superior, `${seats(held.get(code) ?? [])}`, day, nextOf(post)]
    }),
  )
}

/** How many were seen in a post at once, at most. */
const seats = (spells: readonly Spell[]): number =>
  Math.max(
    1,
    ...spells.map(({ firstSeen: day }) => spells.filter((s) => s.firstSeen <= day && day <= s.lastSeen).length),
  )

/** Publications are of the last day of March or September. */
export const dayAfter = (day: string) => day.replace('03-31', '04-01').replace('09-30', '10-01')

/** The files do not say who the holders are: sex and birth are made up, and nobody retires within these years. */
const careers = (spells: readonly Spell[]): Sheets => ({
  people: sheet(
    'code,name,sex,birth,category',
    [...new Set(spells.map(({ holder }) => holder))].map((holder) => [holder, holder, 'M', '1970-01', 'civil']),
  ),
  assignments: sheet(
    'person,post,from,to',
    spells.map(({ body, ref, holder, firstSeen, lastSeen }) => [
      ...[holder, `${body}/${ref}`, firstSeen, dayAfter(lastSeen)],
    ]),
  ),
})
