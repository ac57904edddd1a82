import type { KinEdge, KinGraph, ParentKind, Relative, TieEnd } from '../../../policy/index.ts'
import { parseStated, type Range, type Sex } from '../../../policy/index.ts'

const stated = (text: string | undefined): Range | null => (text === undefined ? null : parseStated(text))

/** What a test says of a tie beside who and what. */
export interface TieSaid {
  readonly kind?: ParentKind
  readonly from?: string
  readonly to?: string
  readonly endedBy?: TieEnd
  readonly verified?: boolean
}

const inverse: Readonly<Record<string, string>> = { parent: 'child', child: 'parent' }

/** A family written down tie by tie; every tie is on file from both ends, as the graph keeps it. */
export class Family implements KinGraph {
  private readonly people = new Map<string, Relative>()
  private readonly ties = new Map<string, KinEdge[]>()
  private count = 0

  someone(id: string, { sex, birth, died }: { sex?: Sex | undefined; birth?: string; died?: string } = {}): string {
    this.people.set(id, { id, sex: sex ?? null, birth: stated(birth), died: stated(died) })
    return id
  }

  /** `relative` is the parent, child, spouse … of `person`. */
  tie(person: string, relation: string, relative: string, said: TieSaid = {}): this {
    const id = `tie ${++this.count}`
    const edge: KinEdge = {
      id,
      person,
      relative,
      relation,
      kind: said.kind ?? null,
      from: stated(said.from),
      to: stated(said.to),
      endedBy: said.endedBy ?? null,
      verified: said.verified ?? true,
      declared: true,
    }
    this.add(edge)
    this.add({
      ...edge,
      person: relative,
      relative: person,
      relation: inverse[relation] ?? relation,
      declared: false,
    })
    return this
  }

  parents(child: string, ...parents: readonly string[]): this {
    for (const parent of parents) this.tie(child, 'parent', parent)
    return this
  }

  couple(a: string, b: string, said: TieSaid = {}): this {
    return this.tie(a, 'spouse', b, said)
  }

  relative(id: string): Relative {
    return this.people.get(id) ?? { id, sex: null, birth: null, died: null }
  }

  edges(person: string): readonly KinEdge[] {
    return this.ties.get(person) ?? []
  }

  private add(edge: KinEdge): void {
    this.ties.set(edge.person, [...(this.ties.get(edge.person) ?? []), edge])
  }
}
