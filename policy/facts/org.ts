import type { Day } from '../time/day.ts'
import type { Range } from '../time/stated.ts'
import type { DivisionCode, Piece } from './person.ts'
import type { Category, Duty, Level, Seat, TeamKind, UnitKind } from './vocabulary.ts'

/** Days of one version of a unit, post or team. A blank start is since ever, a blank end for ever. */
interface Version {
  readonly from: Range
  readonly to: Range
}

export interface PostVersion extends Version {
  readonly unit: string
  readonly level: Level | null
  readonly leading: boolean | null
  readonly seats: readonly Seat[]
  readonly duties: readonly Duty[]
  readonly business: readonly string[]
  readonly team: string | null
  /** `null`: the unit's jurisdiction manages the post. */
  readonly authority: DivisionCode | null
  readonly category: Category | null
  /** Blank: the chief post of its unit, and for a chief post the chief of the parent unit (S21). */
  readonly reportsTo: string | null
  /** 职数, how many may hold it at once. */
  readonly quota: number
}

export interface UnitVersion extends Version {
  readonly kind: UnitKind
  readonly parent: string | null
  readonly functions: readonly string[]
  readonly jurisdiction: DivisionCode
  /** `null`: not stated; then every unit but an internal unit or a dispatched office is one. */
  readonly legalPerson: boolean | null
  /** 系统, the line of work that moves may cross. */
  readonly system: string | null
  /** Of an enterprise: the organ in charge of it, or of its sector. */
  readonly regulatedBy: string | null
}

export interface TeamVersion extends Version {
  readonly kind: TeamKind
  readonly jurisdiction: DivisionCode
}

/** The organisation as it was on each day: the versions of every post, unit and team, oldest first. */
export interface Org {
  post(id: string): readonly PostVersion[]
  unit(id: string): readonly UnitVersion[]
  team(id: string): readonly TeamVersion[]
}

/** The organisation with who leads whom in it. */
export interface Chart extends Org {
  /** Posts of which some version is the chief post of this unit. */
  chiefs(unit: string): readonly string[]
}

/** Seats whose holder heads the unit the post lies in; the other named seats may be members of a larger team (常委、组织部长). */
export const chiefSeats: readonly Seat[] = [
  'chief',
  'party_secretary',
  'government_head',
  'court_president',
  'chief_procurator',
]

export const isChiefPost = (seats: readonly Seat[]): boolean => seats.some((seat) => chiefSeats.includes(seat))

/** What a piece says of the post held. */
export type Placement = Omit<Piece, 'assignment' | 'from' | 'to' | 'capacity'>

/** Units never contain themselves in stored data; the bound keeps a broken file from looping. */
const deepest = 32

/** The days, earliest first, on which some attribute of the post, its units or its team changes. */
export const versionStarts = (org: Org, post: string): readonly Range[] => {
  const starts = new Map<string, Range>()
  const add = (versions: readonly Version[]) => {
    for (const { from } of versions.slice(1)) starts.set(`${from.lo}/${from.hi}`, from)
  }
  const seen = new Set<string>()
  const climb = (unit: string | null) => {
    if (unit === null || seen.has(unit)) return
    seen.add(unit)
    const versions = org.unit(unit)
    add(versions)
    for (const version of versions) climb(version.parent)
  }
  const versions = org.post(post)
  add(versions)
  for (const { unit, team } of versions) {
    climb(unit)
    if (team !== null) add(org.team(team))
  }
  return starts.size === 0 ? none : [...starts.values()].sort((a, b) => a.lo - b.lo || a.hi - b.hi)
}

const none: readonly Range[] = []

/** The version in force on a day; before the first one the first, so that older service still has attributes. */
export const versionAt = <V extends Version>(versions: readonly V[], on: Day): V | null =>
  versions.findLast((v) => v.from.lo <= on) ?? versions[0] ?? null

const sureVersionAt = <V extends Version>(versions: readonly V[], on: Day, what: string): V => {
  const version = versionAt(versions, on)
  if (version === null) throw new RangeError(`${what} has no version.`)
  return version
}

/** Attributes of the post from the cut `start` on, for someone who took it on `taken`. */
export const placementAt = (org: Org, post: string, start: Day, taken: Day): Placement => {
  const on = Math.max(start, taken)
  const version = sureVersionAt(org.post(post), on, `Post \`${post}\``)
  const unit = sureVersionAt(org.unit(version.unit), on, `Unit \`${version.unit}\``)
  const team = version.team === null ? null : sureVersionAt(org.team(version.team), on, `Team \`${version.team}\``)
  return {
    post,
    level: version.level,
    leading: version.leading,
    seats: version.seats,
    duties: version.duties,
    business: version.business,
    category: version.category,
    unitKind: unit.kind,
    functions: unit.functions,
    teamKind: team?.kind ?? null,
    team: version.team,
    internalUnit: unit.kind === 'internal_unit' ? version.unit : null,
    organ: nearest(org, version.unit, on, (u) => u.kind !== 'internal_unit') ?? version.unit,
    legalPerson: nearest(org, version.unit, on, isLegalPerson),
    place: team?.jurisdiction ?? unit.jurisdiction,
    jurisdiction: unit.jurisdiction,
    authority: version.authority ?? unit.jurisdiction,
  }
}

const isLegalPerson = (unit: UnitVersion): boolean =>
  unit.legalPerson ?? (unit.kind !== 'internal_unit' && unit.kind !== 'dispatched_office')

/** The nearest unit upwards, itself included, that is such a one. */
const nearest = (org: Org, start: string, on: Day, is: (unit: UnitVersion) => boolean): string | null => {
  let unit: string | null = start
  for (let depth = 0; unit !== null && depth < deepest; depth += 1) {
    const version: UnitVersion = sureVersionAt(org.unit(unit), on, `Unit \`${unit}\``)
    if (is(version)) return unit
    unit = version.parent
  }
  return null
}
