import type { Divisions } from '../../policy/facts/person.ts'
import type { Level } from '../../policy/facts/vocabulary.ts'
import { levelOrder } from '../../policy/facts/vocabulary.ts'
import type { Held } from './life.ts'

/** A `Where` whose parameters have their values. */
export interface PlainWhere {
  readonly capacity?: readonly string[]
  readonly level?: readonly string[] | { readonly from?: Level; readonly to?: Level }
  readonly leading?: boolean
  readonly seat?: readonly string[]
  readonly duties?: readonly string[]
  readonly business?: readonly string[]
  readonly category?: readonly string[]
  readonly unitKind?: readonly string[]
  readonly functions?: readonly string[]
  readonly teamKind?: readonly string[]
  readonly place?: 'own' | 'ownOrBelow' | readonly string[]
}

/** Service that counts unless a rule says otherwise (S3). */
export const ordinaryService: readonly string[] = ['formal', 'probation', 'concurrent']

const ofLevel = (level: Level, asked: NonNullable<PlainWhere['level']>): boolean => {
  if (!('length' in asked)) {
    const [from, to] = [asked.from ?? 'clerk', asked.to ?? 'state_chief']
    const rank = levelOrder.indexOf(level)
    return rank >= levelOrder.indexOf(from) && rank <= levelOrder.indexOf(to)
  }
  return asked.includes(level)
}

const inPlace = (
  place: string,
  asked: NonNullable<PlainWhere['place']>,
  own: string,
  divisions: Divisions,
): boolean => {
  if (asked === 'own') return place === own
  if (asked === 'ownOrBelow') return divisions.chain(place).includes(own)
  return asked.includes(divisions.level(place) ?? 'none')
}

const meets = (asked: readonly string[] | undefined, has: readonly string[]): boolean =>
  asked === undefined || has.some((value) => asked.includes(value))

/** Whether a piece is of the kind a rule counts. `own` is the jurisdiction the rule is installed at. */
export const isWhere = (piece: Held, where: PlainWhere, own: string, divisions: Divisions): boolean =>
  (where.capacity ?? ordinaryService).includes(piece.capacity) &&
  (where.level === undefined || ofLevel(piece.level, where.level)) &&
  (where.leading === undefined || where.leading === piece.leading) &&
  meets(where.seat, piece.seats) &&
  meets(where.duties, piece.duties) &&
  meets(where.business, piece.business) &&
  meets(where.category, [piece.category]) &&
  meets(where.unitKind, [piece.unitKind]) &&
  meets(where.functions, piece.functions) &&
  meets(where.teamKind, piece.teamKind === null ? [] : [piece.teamKind]) &&
  (where.place === undefined || inPlace(piece.place, where.place, own, divisions))
