import type { Day } from '../../time/day.ts'
import type { Range } from '../../time/stated.ts'
import type { Chart, PostVersion, UnitVersion } from '../org.ts'

/** The organisation on one day, in one of the ways that the imprecise days of its changes leave open. */
export interface ChartOn {
  /** Attributes of a post, also before the first and after the last day it is on file; `null` when it is not in the graph. */
  post(id: string): PostVersion | null
  unit(id: string): UnitVersion | null
  /** The post is on file, but of other days: it has ended, or is not there yet. */
  isGone(post: string): boolean
  /** Posts that head the unit: they exist on the day, lie in it and have a chief’s seat. */
  heads(unit: string, isHead: (post: PostVersion) => boolean): readonly string[]
}

/** Versions that the two people’s own posts and units are known to have had: their service was cut by them. */
export type Pins = ReadonlyMap<string, PostVersion | UnitVersion>

export const postPin = (id: string): string => `post ${id}`
export const unitPin = (id: string): string => `unit ${id}`

interface Version {
  readonly from: Range
  readonly to: Range
}

/** What may be so of one thing on a day: the version that tells its attributes, and whether it exists. */
interface Option<V> {
  readonly version: V
  readonly exists: boolean
}

/** Answers of a question in every way the day is open, and the first later day on which they may differ. */
export interface Asked<A> {
  readonly answers: ReadonlySet<A>
  readonly until: Day
}

/** More ways than this are not tried: the question is then open. */
const mostWays = 512

/** Asks a question about a day in every way the files leave it open. `open` is added when there are too many ways to try. */
export const askOn = <A>(chart: Chart, pins: Pins, on: Day, ask: (chart: ChartOn) => A, open: A): Asked<A> => {
  const answers = new Set<A>()
  let until: Day = Infinity
  let script: readonly number[] = []
  for (let ways = 0; ; ways += 1) {
    if (ways === mostWays) {
      answers.add(open)
      break
    }
    const way = new Way(chart, pins, on, script)
    answers.add(ask(way))
    until = Math.min(until, way.until)
    const next = way.next()
    if (next === null) break
    script = next
  }
  return { answers, until }
}

/** One way: whenever the version of a thing is open the script says which one is meant; past its end, the first. */
class Way implements ChartOn {
  until: Day = Infinity
  private readonly chart: Chart
  private readonly pins: Pins
  private readonly on: Day
  private readonly script: readonly number[]
  private readonly posts = new Map<string, Option<PostVersion> | null>()
  private readonly units = new Map<string, Option<UnitVersion> | null>()
  private readonly taken: { readonly chosen: number; readonly of: number }[] = []

  constructor(chart: Chart, pins: Pins, on: Day, script: readonly number[]) {
    this.chart = chart
    this.pins = pins
    this.on = on
    this.script = script
  }

  post(id: string): PostVersion | null {
    return this.postOption(id)?.version ?? null
  }

  unit(id: string): UnitVersion | null {
    return this.option(this.units, unitPin(id), this.chart.unit(id))?.version ?? null
  }

  isGone(post: string): boolean {
    return this.postOption(post)?.exists === false
  }

  heads(unit: string, isHead: (post: PostVersion) => boolean): readonly string[] {
    return this.chart.chiefs(unit).filter((id) => {
      const option = this.postOption(id)
      return option?.exists === true && option.version.unit === unit && isHead(option.version)
    })
  }

  /** The script of the next way to try, or `null` after the last one. */
  next(): readonly number[] | null {
    const taken = [...this.taken]
    for (let last = taken.pop(); last !== undefined; last = taken.pop()) {
      if (last.chosen + 1 < last.of) return [...taken.map(({ chosen }) => chosen), last.chosen + 1]
    }
    return null
  }

  private postOption(id: string): Option<PostVersion> | null {
    return this.option(this.posts, postPin(id), this.chart.post(id))
  }

  private option<V extends PostVersion | UnitVersion>(
    met: Map<string, Option<V> | null>,
    pin: string,
    all: readonly V[],
  ): Option<V> | null {
    const known = met.get(pin)
    if (known !== undefined) return known
    this.until = Math.min(this.until, nextChange(all, this.on))
    const pinned = this.pins.get(pin)
    const open = optionsOn(all, this.on)
    const own = pinned === undefined ? [] : open.filter(({ version }) => version === pinned)
    const options = own.length === 0 ? open : own
    const option = options.length < 2 ? (options[0] ?? null) : this.choose(options)
    met.set(pin, option)
    return option
  }

  private choose<V>(options: readonly Option<V>[]): Option<V> | null {
    const chosen = this.script[this.taken.length] ?? 0
    this.taken.push({ chosen, of: options.length })
    return options[chosen] ?? null
  }
}

/** What may be so on the day. Before the first day on file a thing has the attributes of its first version (as careers do). */
const optionsOn = <V extends Version>(versions: readonly V[], on: Day): readonly Option<V>[] => {
  const first = Math.max(
    versions.findLastIndex(({ from }) => from.hi <= on),
    0,
  )
  return versions.slice(first).flatMap((version, i): Option<V>[] => {
    const { from, to } = version
    const next = versions[first + i + 1]
    const begun = from.lo <= on
    if (!begun && first + i > 0) return []
    const options: Option<V>[] = []
    if (begun && to.hi > on) options.push({ version, exists: true })
    const over = begun && to.lo <= on && !(next !== undefined && goesOn(to, next.from))
    if (over || (first + i === 0 && from.hi > on)) options.push({ version, exists: false })
    return options
  })
}

/** One version ends where the next begins: in between there is no day without the thing. */
const goesOn = (end: Range, start: Range): boolean => end.lo === start.lo && end.hi === start.hi

const nextChange = (versions: readonly Version[], on: Day): Day => {
  let next: Day = Infinity
  for (const { from, to } of versions)
    for (const d of [from.lo, from.hi, to.lo, to.hi]) if (d > on && d < next) next = d
  return next
}
