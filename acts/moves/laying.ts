import type { FiledAssignment, Ref } from '../../db/facts.ts'
import { type PostCode, postsOfCodes } from '../../db/queries/moves.ts'
import type { Tx } from '../../db/transaction.ts'
import { type Day, day } from '../../policy/index.ts'
import { Issues } from '../issues.ts'
import { AmbiguousCodeProblem, NotFoundProblem } from '../problem.ts'
import { isHeldOn, leaving, taking } from './lay-over.ts'
import type { MoveAsked, Mover, Plan, PlannedMove } from './plan.ts'
import { heldAlready, notHeld, type PlaceOf, staysThere, takenTwice } from './refusals.ts'

type Careers = ReadonlyMap<string, readonly FiledAssignment[]>

/** Lays moves over careers one by one, the earliest first, so that a later move starts from where an earlier one led. */
export class Laying {
  readonly #issues = new Issues()
  readonly #careers: Map<string, readonly FiledAssignment[]>
  readonly #codes: ReadonlyMap<string, PostCode>
  readonly #placeOf: PlaceOf
  readonly #movers = new Map<string, Omit<Mover, 'career'> & { readonly taken: Map<string, Ref> }>()
  readonly #moves = new Map<number, PlannedMove>()

  constructor(careers: Careers, codes: ReadonlyMap<string, PostCode>, placeOf: PlaceOf) {
    this.#careers = new Map(careers)
    this.#codes = codes
    this.#placeOf = placeOf
  }

  async lay(tx: Tx, place: number, asked: MoveAsked, person: Ref, takes: Ref | null): Promise<void> {
    const on = day(asked.on)
    const before = this.#careers.get(person.id) ?? []
    const leaves = asked.from === null ? null : await this.#left(tx, place, asked, before, on)
    if (takes !== null && this.#cannotTake(place, asked, person, takes, leaves, before)) return
    const left = leaves === null ? { career: before, ended: [] } : leaving(before, leaves, on)
    const mover = this.#movers.get(person.id) ?? { person, taken: new Map<string, Ref>() }
    this.#movers.set(person.id, mover)
    const id = `move ${place + 1}`
    if (takes !== null) mover.taken.set(id, takes)
    this.#careers.set(person.id, takes === null ? left.career : taking(left.career, id, takes, on))
    this.#moves.set(place, { person, on, leaves, takes, before, ended: left.ended })
  }

  /** Refuses everything found wrong at once. */
  plan(): Plan {
    this.#issues.refuseIfAny()
    const moves = [...this.#moves].sort(([a], [b]) => a - b).map(([, move]) => move)
    const days = [...new Set(moves.map(({ on }) => on))].sort((a, b) => a - b)
    return {
      moves,
      movers: [...this.#movers.values()].map((mover) => ({
        ...mover,
        career: this.#careers.get(mover.person.id) ?? [],
      })),
      since: days[0] ?? Infinity,
      days,
    }
  }

  /** The post left, among those held on the day; `null` when it is none of them, which is then an issue. */
  async #left(
    tx: Tx,
    place: number,
    asked: MoveAsked,
    career: readonly FiledAssignment[],
    on: Day,
  ): Promise<Ref | null> {
    const code = asked.from ?? ''
    const path = this.#placeOf(place, 'from')
    const held = career.filter((each) => isHeldOn(each, on)).map(({ post }) => this.#codes.get(post))
    const posts = [...new Set(held)].filter((post) => post !== undefined)
    const named = posts.filter((post) => post.code === code)
    const there = named.length > 1 ? named.filter(({ jurisdiction }) => jurisdiction === asked.postAt) : named
    const [post] = there
    if (post !== undefined && there.length === 1) return { root: post.root, id: post.id }
    if (named.length > 1) {
      const offices = named.map(({ jurisdiction }) => jurisdiction)
      throw new AmbiguousCodeProblem(path, code, offices)
    }
    if ((await postsOfCodes(tx, [{ code, at: null }])).length === 0)
      throw new NotFoundProblem(path, code, { zh: '职位', en: 'post' })
    const { says, remedy } = notHeld(
      asked.on,
      posts.map((each) => each.code),
    )
    this.#issues.add(path, code, says, remedy)
    return null
  }

  #cannotTake(
    place: number,
    { to, on }: MoveAsked,
    person: Ref,
    takes: Ref,
    leaves: Ref | null,
    career: readonly FiledAssignment[],
  ): boolean {
    const twice = [...(this.#movers.get(person.id)?.taken.values() ?? [])].some(({ id }) => id === takes.id)
    const held = career.some((each) => each.post === takes.id && isHeldOn(each, day(on)))
    const wrong = leaves?.id === takes.id ? staysThere : twice ? takenTwice : held ? heldAlready(on) : null
    if (wrong !== null) this.#issues.add(this.#placeOf(place, 'to'), to, wrong.says, wrong.remedy)
    return wrong !== null
  }
}
