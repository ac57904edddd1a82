import type { FamilyRows, TieRow } from './record.ts'

type Letter = 'P' | 'C' | 'S'
type State = 'stands' | 'widowed' | 'severed'
interface Link {
  readonly to: string
  readonly letter: Letter
  readonly state: State
}

/** The definitions of the catalogue of rules §2.3, each a shape of ways. */
const classes: readonly (readonly [string, RegExp])[] = [
  ['K1', /^S$/],
  ['K2', /^(P+|C+)$/],
  ['K3', /^P{1,2}C{1,2}$/],
  ['K4A', /^(SP|CS)$/],
  ['K4B', /^(SPC|PCS)$/],
  ['K4C', /^SPCS$/],
  ['K4D', /^CSP$/],
  ['K4E', /^(S(PPC|PCC|PPCC)|(PPC|PCC|PPCC)S)$/],
]
const notes: readonly (readonly [string, RegExp])[] = [
  ['STEP', /^(PS|SC)$/],
  ['DISTANT_IN_LAW', /^(SPP|CCS)$/],
  ['IN_LAW_OF_IN_LAW', /^(PCSP|CSPC|PCSPC)$/],
]

/** What each pair is to each other on one day, all days of the family being known: `a b PATTERN`. */
export const kinOnDay = (rows: FamilyRows, day: string): ReadonlySet<string> => {
  const links = new Map<string, Link[]>(rows.people.map(({ id }) => [id, []]))
  for (const tie of rows.ties) {
    const state = tie.relation === 'spouse' ? marriageOn(rows, tie, day) : parentOn(rows, tie, day)
    if (state === null) continue
    links.get(tie.of)?.push({ to: tie.to, letter: tie.relation === 'spouse' ? 'S' : 'P', state })
    links.get(tie.to)?.push({ to: tie.of, letter: tie.relation === 'spouse' ? 'S' : 'C', state })
  }
  const found = new Set<string>()
  for (const { id } of rows.people) {
    const patterns = new Map<string, Set<string>>()
    const met = new Set<string>()
    const add = (to: string, pattern: string) => patterns.set(to, (patterns.get(to) ?? new Set()).add(pattern))
    const go = (here: string, way: string, marks: string): void => {
      if (way !== '') for (const pattern of patternsOf(way, marks)) add(here, pattern)
      if (way.length >= 5 && !/^(P+|C+)$/.test(way)) return
      met.add(here)
      for (const link of links.get(here) ?? [])
        if (!met.has(link.to)) go(link.to, way + link.letter, marked(marks, link.state))
      met.delete(here)
    }
    go(id, '', '')
    for (const [to, all] of patterns) {
      if (all.has('K2')) all.delete('K3')
      const inClass = [...all].some((pattern) => pattern.startsWith('K'))
      for (const pattern of all) if (!inClass || pattern.startsWith('K')) found.add(`${id} ${to} ${pattern}`)
    }
  }
  return found
}

/** Which states other than standing a way has met. */
const marked = (marks: string, state: State): string =>
  state === 'stands' || marks.includes(state) ? marks : `${marks} ${state}`

const remembered = new Map<string, readonly string[]>()
const patternsOf = (way: string, marks: string): readonly string[] => {
  const key = way + marks
  const known = remembered.get(key) ?? patternsDefined(way, marks.includes('widowed'), marks.includes('severed'))
  remembered.set(key, known)
  return known
}

const patternsDefined = (way: string, widowed: boolean, severed: boolean): readonly string[] => {
  const named = classes.filter(([, shape]) => shape.test(way)).map(([name]) => name)
  if (!widowed && !severed) return [...named, ...notes.filter(([, shape]) => shape.test(way)).map(([name]) => name)]
  if (widowed && severed) return []
  if (severed) return named.length > 0 ? ['AFTER_ADOPTION'] : []
  return named.some((name) => name.startsWith('K4')) ? ['AFTER_DEATH'] : []
}

const within = (day: string, from: string | null, until: string | null) =>
  (from === null || from <= day) && (until === null || day < until)

const deaths = (rows: FamilyRows, tie: TieRow): readonly string[] =>
  rows.people.flatMap(({ id, died }) => ((id === tie.of || id === tie.to) && died !== null ? [died] : []))

const marriageOn = (rows: FamilyRows, tie: TieRow, day: string): State | null => {
  const [death] = [...deaths(rows, tie)].sort()
  if (death !== undefined && death <= day) return tie.until === null ? 'widowed' : null
  return within(day, tie.from, tie.until) ? 'stands' : null
}

const birthOf = (rows: FamilyRows, id: string) => rows.people.find((p) => p.id === id)?.birth ?? null

const parentOn = (rows: FamilyRows, tie: TieRow, day: string): State | null => {
  if (tie.kind !== 'birth') return within(day, tie.from, tie.until) ? 'stands' : null
  if (!within(day, birthOf(rows, tie.of) ?? tie.from, tie.until)) return null
  const severing = rows.ties.some(
    (a) =>
      a.relation === 'parent' &&
      a.kind === 'adoptive' &&
      a.of === tie.of &&
      a.to !== tie.to &&
      severs(rows, a, tie, day),
  )
  return severing ? 'severed' : 'stands'
}

/** Civil Code 1103, 1111, 1117. */
const severs = (rows: FamilyRows, adoption: TieRow, ofBirth: TieRow, day: string): boolean => {
  const { from, until } = adoption
  if (from === null || day < from) return false
  const spouse = rows.ties.some(
    (m) =>
      m.relation === 'spouse' &&
      [m.of, m.to].includes(adoption.to) &&
      [m.of, m.to].includes(ofBirth.to) &&
      marriageOn(rows, m, from) === 'stands',
  )
  if (spouse) return false
  if (until === null || day < until) return true
  if (adoption.endedBy === 'annulled') return false
  const birth = birthOf(rows, adoption.of)
  const adult = birth !== null && `${Number(birth.slice(0, 4)) + 18}${birth.slice(4)}` <= until
  return adult && !(ofBirth.from !== null && ofBirth.from >= until)
}
