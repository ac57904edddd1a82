import { both, either, negated, never, type Truth } from '../../time/truth.ts'
import { declaredKin } from './declared-kin.ts'
import type { KinGraph } from './kin-edge.ts'
import { type KinClass, type KinStep, type Kinship, kinClasses, type NotedTie } from './kinship.ts'
import { type Place, type Reached, type Step, self } from './pattern.ts'
import { termOfWay } from './terms/term-of-way.ts'
import { daysOfTie, type TieDays } from './tie-days.ts'
import { type Tie, tiesOf } from './ties.ts'

/** One way on which someone was reached, and the days on which every tie of it holds. */
export interface Way {
  readonly relative: string
  readonly reached: Reached
  readonly truth: Truth
  readonly path: readonly KinStep[]
}

/**
 * Everyone who is kin of the person on some day: for each relative one kinship for each pattern, whose days are those of all
 * ways of that pattern (rules of avoidance, 公务员回避规定第五条).
 */
export const kinOf = (graph: KinGraph, person: string): readonly Kinship[] => {
  const ways = [...walked(graph, person), ...declaredKin(graph, person)]
  const byRelative = new Map<string, Way[]>()
  for (const way of ways) {
    const known = byRelative.get(way.relative)
    if (known === undefined) byRelative.set(way.relative, [way])
    else known.push(way)
  }
  return [...byRelative].flatMap(([relative, found]) => kinships(graph, person, relative, found))
}

const kinNames: Readonly<Record<Step, KinStep['tie']>> = { P: 'PARENT', C: 'CHILD', S: 'SPOUSE' }

/** What is left of a kinship once death or adoption has cut a tie of the way. */
type Trace = Extract<NotedTie, 'AFTER_DEATH' | 'AFTER_ADOPTION'>

interface Walk {
  readonly graph: KinGraph
  readonly person: string
  readonly ways: Way[]
  readonly ties: Map<string, readonly Tie[]>
  readonly days: Map<string, TieDays>
  readonly direct: Map<string, ReadonlyMap<string, Truth>>
  readonly met: Set<string>
  readonly path: KinStep[]
}

const walked = (graph: KinGraph, person: string): readonly Way[] => {
  const memory = { ties: new Map(), days: new Map(), direct: new Map() }
  const walk: Walk = { graph, person, ways: [], ...memory, met: new Set([person]), path: [] }
  goOn(walk, person, self, null, null)
  return walk.ways
}

/** Takes every step that leads on from here; `truth` is `null` where no step was taken yet. */
const goOn = (walk: Walk, from: string, place: Place, truth: Truth | null, trace: Trace | null): void => {
  for (const tie of tiesFrom(walk, from)) {
    const next = place.next[tie.step]
    if (next === undefined || walk.met.has(tie.to)) continue
    const { stands, widowed, severed } = tieDays(walk, tie)
    const sofar = tie.step === 'S' && truth !== null ? asCollaterals(walk, place, from, truth) : truth
    step(walk, tie, next, meet(sofar, stands), trace)
    if (trace !== 'AFTER_ADOPTION') step(walk, tie, next, meet(sofar, widowed), 'AFTER_DEATH')
    if (trace !== 'AFTER_DEATH') step(walk, tie, next, meet(sofar, severed), 'AFTER_ADOPTION')
  }
}

/** The days of a way that climbs and descends to here: not those on which where it climbed from is direct blood of who is here. */
const asCollaterals = (walk: Walk, { climbedFrom }: Place, here: string, truth: Truth): Truth => {
  if (climbedFrom === null) return truth
  const start = climbedFrom === 0 ? walk.person : (walk.path[climbedFrom - 1]?.to ?? walk.person)
  const lineal = directOf(walk, start).get(here)
  return lineal === undefined ? truth : both(truth, negated(lineal))
}

/** Everyone who is direct blood of the person on some day. */
const directOf = (walk: Walk, person: string): ReadonlyMap<string, Truth> => {
  const known = walk.direct.get(person)
  if (known !== undefined) return known
  const found = new Map<string, Truth>()
  const met = new Set([person])
  const follow = (from: string, direction: Step, truth: Truth | null): void => {
    for (const tie of tiesFrom(walk, from)) {
      if (tie.step !== direction || met.has(tie.to)) continue
      const days = meet(truth, tieDays(walk, tie).stands)
      if (days.possibly.length === 0) continue
      found.set(tie.to, either(found.get(tie.to) ?? never, days))
      met.add(tie.to)
      follow(tie.to, direction, days)
      met.delete(tie.to)
    }
  }
  follow(person, 'P', null)
  follow(person, 'C', null)
  walk.direct.set(person, found)
  return found
}

const meet = (truth: Truth | null, days: Truth): Truth => (truth === null ? days : both(truth, days))

const tiesFrom = ({ ties, graph }: Walk, person: string): readonly Tie[] => {
  const known = ties.get(person)
  if (known !== undefined) return known
  const found = tiesOf(graph, person)
  ties.set(person, found)
  return found
}

const tieDays = ({ days, graph }: Walk, tie: Tie): TieDays => {
  const key = `${tie.from}${tie.step}${tie.to}`
  const known = days.get(key)
  if (known !== undefined) return known
  const found = daysOfTie(tie, graph)
  days.set(key, found)
  return found
}

const step = (walk: Walk, tie: Tie, place: Place, truth: Truth, trace: Trace | null): void => {
  if (truth.possibly.length === 0) return
  walk.path.push({ tie: kinNames[tie.step], edge: tie.edges[0]?.id ?? '', to: tie.to })
  walk.met.add(tie.to)
  const reached = place.reached === null ? null : traced(place.reached, trace)
  if (reached !== null) arrive(walk, place, { relative: tie.to, reached, truth, path: [...walk.path] })
  goOn(walk, tie.to, place, truth, trace)
  walk.met.delete(tie.to)
  walk.path.pop()
}

/** That whom one reaches oneself by a climb is not direct blood is seen to once all ways to them are known. */
const arrive = (walk: Walk, place: Place, way: Way): void => {
  const truth = place.climbedFrom === 0 ? way.truth : asCollaterals(walk, place, way.relative, way.truth)
  if (truth.possibly.length > 0) walk.ways.push({ ...way, truth })
}

/** After a death only affinity leaves a trace; what was only noted leaves none. */
const traced = (reached: Reached, trace: Trace | null): Reached | null => {
  if (trace === null) return reached
  const leaves = trace === 'AFTER_DEATH' ? reached.class === 'NEAR_AFFINITY' : reached.class !== null
  return leaves ? { class: null, pattern: trace, words: [trace], listed: false } : null
}

const daysOf = (ways: readonly Way[], kinClass: KinClass): Truth =>
  ways.reduce((days, way) => (way.reached.class === kinClass ? either(days, way.truth) : days), never)

/** The kinships of one pair. Whoever is direct blood is no collateral; a tie outside the classes is noted only beside none of them. */
const kinships = (graph: KinGraph, person: string, relative: string, ways: readonly Way[]): readonly Kinship[] => {
  const lineal = daysOf(ways, 'DIRECT_BLOOD')
  const counted = Object.keys(kinClasses).reduce(
    (days, name) => (isClass(name) ? either(days, daysOf(ways, name)) : days),
    never,
  )
  const groups = new Map<string, Way[]>()
  for (const way of ways) {
    const key = `${way.reached.pattern} ${way.reached.words.join()} ${way.reached.listed}`
    groups.set(key, [...(groups.get(key) ?? []), way])
  }
  return [...groups.values()].flatMap((group) => {
    const best = group.reduce(better)
    const { reached } = best
    const others = reached.class === null ? counted : reached.class === 'COLLATERAL_WITHIN_THREE' ? lineal : never
    const all = group.reduce((days, way) => either(days, way.truth), never)
    const truth = others.possibly.length === 0 ? all : both(all, negated(others))
    if (truth.possibly.length === 0) return []
    const term = reached.class === null ? null : termOf(graph, person, best)
    return [{ person, relative, ...reached, term, truth, path: best.path }]
  })
}

/** A declared term is its own word; seen from the other side it is a word for oneself. */
const termOf = (graph: KinGraph, person: string, { path }: Way): string | null => {
  const [first] = path
  if (first?.tie !== 'DECLARED') return termOfWay(graph, person, path)
  const edge = graph.edges(person).find(({ id }) => id === first.edge)
  return edge?.declared === true ? edge.relation : null
}

const isClass = (name: string): name is KinClass => Object.hasOwn(kinClasses, name)

/** The surer of two ways proves more, then the shorter one. */
const better = (a: Way, b: Way): Way => {
  const sure = Number(b.truth.surely.length > 0) - Number(a.truth.surely.length > 0)
  return sure > 0 || (sure === 0 && b.path.length < a.path.length) ? b : a
}
