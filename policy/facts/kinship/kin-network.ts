import { type Place, type Step, self } from './pattern.ts'

/** Ties of a whole region as parallel columns: whose, to whom (numbers of people from 0), and what the relative is. */
export interface TieColumns {
  readonly person: Uint32Array
  readonly relative: Uint32Array
  /** Place of the relation in `tieCodes`. */
  readonly relation: Uint8Array
}

/** Relations as numbers; every word that is no primitive tie is `declared`. */
export const tieCodes = ['parent', 'child', 'spouse', 'declared'] as const

const steps: readonly Step[] = ['P', 'C', 'S']
const declared = tieCodes.indexOf('declared')
/** Direct blood has no limit, and a broken file must not make us climb for ever. */
const deepest = 16

/**
 * Who may be kin of whom in a whole region, by the same ways as `kinOf` but without days: nobody who is kin is left out. One
 * row of numbers for each person, so that a million people are walked in a moment.
 */
export class KinNetwork {
  private readonly starts: Uint32Array
  private readonly relatives: Uint32Array
  private readonly relations: Uint8Array
  /** Who was met on the way that is being walked. */
  private readonly way = new Uint32Array(deepest + 1)
  /** For each person, the last walk that visited them. */
  private readonly visited: Uint32Array
  private walks = 0

  constructor(people: number, { person, relative, relation }: TieColumns) {
    this.starts = new Uint32Array(people + 1)
    for (const from of person) this.starts[from + 1] = (this.starts[from + 1] ?? 0) + 1
    for (let i = 0; i < people; i += 1) this.starts[i + 1] = (this.starts[i + 1] ?? 0) + (this.starts[i] ?? 0)
    this.relatives = new Uint32Array(person.length)
    this.relations = new Uint8Array(person.length)
    const filled = this.starts.slice()
    for (let row = 0; row < person.length; row += 1) {
      const from = person[row] ?? 0
      const at = filled[from] ?? 0
      filled[from] = at + 1
      this.relatives[at] = relative[row] ?? 0
      this.relations[at] = relation[row] ?? declared
    }
    this.visited = new Uint32Array(people)
  }

  /** Visits everyone who may be kin of the person, once each. */
  eachCandidate(person: number, visit: (relative: number) => void): void {
    this.walks += 1
    this.visited[person] = this.walks
    this.way[0] = person
    this.walk(person, self, 1, visit)
  }

  private walk(from: number, place: Place, depth: number, visit: (relative: number) => void): void {
    const end = this.starts[from + 1] ?? 0
    for (let at = this.starts[from] ?? 0; at < end; at += 1) {
      const to = this.relatives[at] ?? 0
      const relation = this.relations[at] ?? declared
      if (relation === declared) {
        // Declared ties are never extended.
        if (depth === 1) this.meet(to, visit)
        continue
      }
      const next = place.next[steps[relation] ?? 'S']
      if (next === undefined || this.isOnWay(to, depth)) continue
      if (next.reached !== null) this.meet(to, visit)
      if (depth >= deepest) continue
      this.way[depth] = to
      this.walk(to, next, depth + 1, visit)
    }
  }

  private meet(to: number, visit: (relative: number) => void): void {
    if (this.visited[to] === this.walks) return
    this.visited[to] = this.walks
    visit(to)
  }

  private isOnWay(to: number, depth: number): boolean {
    for (let i = 0; i < depth; i += 1) if (this.way[i] === to) return true
    return false
  }
}
