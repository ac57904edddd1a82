import type { Setting, Term } from '../../policy/facts/person.ts'
import { type Dim, levelOrder } from '../../policy/facts/vocabulary.ts'
import type { Day } from '../../policy/time/day.ts'
import { addPeriod, addWorkdays, addYears } from './calendar.ts'
import type { Held, Life } from './life.ts'
import { retirementOn } from './retirement.ts'
import { type Subject, subjectsOf } from './stay.ts'
import { addsUpOn, bridged, covers, daysOf, hasLasted, type Walk } from './walk.ts'
import { isWhere, ordinaryService, type PlainWhere } from './where.ts'

/** About whom and where a condition is asked. */
export interface Asked {
  readonly life: Life
  /** Days between which nothing happens in the life's pieces. */
  readonly moments: readonly Day[]
  readonly subject: Subject
  /** The jurisdiction the rule is installed at. */
  readonly own: string
  readonly setting: Setting
}

interface PlainLasting {
  readonly along?: Dim
  readonly where?: PlainWhere
  readonly atLeast: string
  readonly bridge?: { readonly days?: number; readonly over?: readonly string[] }
}

/** A piece as its stay sees it: of a stay along duty or business, only that one word counts. */
const seenIn = (stay: Subject, piece: Held): Held => ({
  ...piece,
  duties: stay.duty === undefined ? piece.duties : piece.duties.filter((duty) => duty === stay.duty),
  business: stay.business === undefined ? piece.business : piece.business.filter((word) => word === stay.business),
})

const matching = (stay: Subject, where: PlainWhere, asked: Asked): Held[] =>
  stay.pieces
    .map((piece) => seenIn(stay, piece))
    .filter((piece) => isWhere(piece, where, asked.own, asked.setting.divisions))

/** Days on which the stay satisfies `where`, with the holes that do not break it (S3, decision 1). */
const stayDays = (stay: Subject, atom: Pick<PlainLasting, 'where' | 'bridge'>, asked: Asked): Walk => {
  const over = atom.bridge?.over ?? ['secondment', 'loan']
  const away = asked.life.pieces.filter((piece) => over.includes(piece.capacity))
  const counted = daysOf(asked.moments, matching(stay, atom.where ?? {}, asked))
  return bridged(asked.moments, counted, atom.bridge?.days ?? 0, daysOf(asked.moments, away))
}

const lasting = (atom: PlainLasting, asked: Asked): ((day: Day) => boolean) => {
  const stays = atom.along === undefined ? [asked.subject] : subjectsOf(asked.life, [atom.along], asked.setting)
  const walks = stays.map((stay) => stayDays(stay, atom, asked))
  return (day) => walks.some((walk) => hasLasted(walk, atom.atLeast, day))
}

const from = (first: Day | null) => (day: Day) => first !== null && first <= day

/** Over the whole career; days away from the home post count there too (S3). */
const accumulated = (atom: { where: PlainWhere; atLeast: string }, asked: Asked) =>
  from(addsUpOn(stayDays({ key: [], pieces: asked.life.pieces }, { where: atom.where }, asked), atom.atLeast))

interface PlainTerms {
  readonly where: PlainWhere
  readonly atLeast: number
  readonly countsFrom: string
}

/** The first day on which n consecutive terms of the team have been served (S10). */
const servedOn = (team: string | null, walk: Walk, atom: PlainTerms, asked: Asked): Day | null => {
  const terms = team === null ? [] : [...asked.setting.terms(team)].sort((a, b) => a.number - b.number)
  if (terms.length === 0) {
    const ends = walk.runs.flatMap(([start, end]) => {
      const due = addYears(start, 5 * atom.atLeast)
      return due <= end ? [due] : []
    })
    return ends.length === 0 ? null : Math.min(...ends)
  }
  let inRow = 0
  let last: number | null = null
  for (const term of terms) {
    const served = walk.runs.some((run) => coversEnough(run, term, atom.countsFrom))
    inRow = served ? (last === term.number - 1 ? inRow + 1 : 1) : 0
    last = term.number
    if (inRow >= atom.atLeast) return term.to
  }
  return null
}

/** Whether one unbroken run covers enough of a term. */
const coversEnough = ([start, end]: readonly [Day, Day], term: Term, countsFrom: string): boolean => {
  const [from, to] = [Math.max(start, term.from), Math.min(end, term.to)]
  return from < to && addPeriod(from, countsFrom) <= to
}

const terms = (atom: PlainTerms, asked: Asked): ((day: Day) => boolean) => {
  const { subject } = asked
  const teams = [...new Set(matching(subject, atom.where, asked).map((piece) => piece.team))]
  const firsts = teams.map((team) => {
    const inTeam = { ...subject, pieces: subject.pieces.filter((piece) => piece.team === team) }
    return servedOn(team, stayDays(inTeam, atom, asked), atom, asked)
  })
  return (day) => firsts.some((first) => from(first)(day))
}

/** First pieces of the person's assignments, in the order of the career. */
const assignmentsOf = (life: Life, capacities: readonly string[]): Held[] =>
  life.pieces
    .filter((piece) => capacities.includes(piece.capacity))
    .filter((piece, i, all) => all.findIndex((other) => other.assignment === piece.assignment) === i)

interface PlainHappened {
  readonly event: 'move' | 'promotion' | 'appointment' | 'stateStart'
  readonly kind?: string
  readonly within: string
  readonly times: number
}

const eventDays = ({ event, kind }: PlainHappened, life: Life): Day[] => {
  if (event === 'stateStart') return life.states.filter((state) => state.kind === kind).map((state) => state.from)
  const starts = assignmentsOf(life, ordinaryService)
  if (event === 'appointment') return starts.map((piece) => piece.from)
  if (event === 'move') {
    const moved = (piece: Held, i: number) => i > 0 && piece.post !== starts[i - 1]?.post
    return starts.filter(moved).map((piece) => piece.from)
  }
  const counted = life.pieces.filter((piece) => ordinaryService.includes(piece.capacity))
  const rank = (piece: Held | undefined) => levelOrder.indexOf(piece?.level ?? 'state_chief')
  return counted.filter((piece, i) => i > 0 && rank(piece) > rank(counted[i - 1])).map((piece) => piece.from)
}

const happened = (atom: PlainHappened, { life }: Asked) => {
  const events = eventDays(atom, life)
  return (day: Day) => events.filter((e) => e <= day && day < addPeriod(e, atom.within)).length >= atom.times
}

type OneOf = { readonly in?: readonly string[]; readonly notIn?: readonly string[] }

const person = (atom: Readonly<Record<string, OneOf>>, { life }: Asked) => {
  const has: Readonly<Record<string, string>> = { ...life, retirementLimit: '' } as never
  const holds = Object.entries(atom).every(([attribute, { in: among, notIn: outside }]) => {
    const value = has[attribute] ?? ''
    return (among === undefined || among.includes(value)) && (outside === undefined || !outside.includes(value))
  })
  return () => holds
}

const age =
  ({ atLeast, atMost }: { atLeast?: number; atMost?: number }, { life }: Asked) =>
  (day: Day) =>
    (atLeast === undefined || day >= addYears(life.birth, atLeast)) &&
    (atMost === undefined || day < addYears(life.birth, atMost + 1))

const toRetirement =
  ({ under }: { under: string }, { life }: Asked) =>
  (day: Day) =>
    addPeriod(day, under) > retirementOn(life, day)

interface PlainState {
  readonly kind: string
  readonly values?: readonly string[]
  readonly influence?: Readonly<Record<string, string>>
}

/** Open appraisals hold until the next one; other open rows hold for ever. */
const stateEnd = (life: Life, state: Life['states'][number]): Day => {
  if (state.kind !== 'appraisal' || state.to !== Infinity) return state.to
  const later = life.states.filter((other) => other.kind === 'appraisal' && other.from > state.from)
  return Math.min(Infinity, ...later.map((other) => other.from))
}

const state = ({ kind, values, influence }: PlainState, { life }: Asked) => {
  const rows = life.states.filter((s) => s.kind === kind && (values === undefined || values.includes(s.value ?? '')))
  return (day: Day) =>
    rows.some((row) => {
      if (influence === undefined) return row.from <= day && day < stateEnd(life, row)
      const length = influence[row.value ?? '']
      return length !== undefined && row.from <= day && day < addPeriod(row.from, length)
    })
}

const native = (atom: { place: 'takes' | 'post' | 'team'; basis: readonly string[] }, asked: Asked) => {
  const { life, subject, setting } = asked
  const places = [
    ...(atom.basis.includes('native') ? [life.nativePlace] : []),
    ...(atom.basis.includes('birth') ? [life.birthPlace] : []),
    ...(atom.basis.includes('growth') ? life.growthPlaces : []),
  ]
  const from = (piece: Held) => places.some((place) => setting.divisions.chain(place).includes(piece.place))
  const pieces = subject.pieces.filter((piece) => (atom.place !== 'team' || piece.team !== null) && from(piece))
  return (day: Day) => pieces.some((piece) => covers(piece, day))
}

/** Valid from the end of the working days, as long as the rule says and until the record says. */
interface PlainDossier {
  readonly kind: string
  readonly result?: string
  readonly validFor?: string
  readonly workdays?: number
}

const dossier = ({ kind, result, validFor, workdays }: PlainDossier, { life }: Asked) => {
  const records = life.dossier.filter((r) => r.kind === kind && (result === undefined || r.result === result))
  const since = (on: Day) => addWorkdays(on, workdays ?? 0)
  return (day: Day) =>
    records.some(
      (record) =>
        day >= since(record.on) &&
        (record.until === null || day < record.until) &&
        (validFor === undefined || day < addPeriod(since(record.on), validFor)),
    )
}

const held = (where: PlainWhere, asked: Asked) => daysOf(asked.moments, matching(asked.subject, where, asked)).on

/** Every atom of the language by its name. */
export const atoms = {
  held,
  lasting,
  accumulated,
  terms,
  happened,
  person,
  age,
  toRetirement,
  state,
  native,
  dossier,
} as const satisfies Record<string, (atom: never, asked: Asked) => (day: Day) => boolean>
export type AtomName = keyof typeof atoms
export const isAtomName = (name: string): name is AtomName => name in atoms
