import { type Answer, andAnswer, answer, orAnswer } from '../held.ts'
import { isChiefPost } from '../org.ts'
import type { DivisionCode, Divisions } from '../person.ts'
import type { Duty, Seat } from '../vocabulary.ts'
import type { ChartOn } from './chart-on.ts'
import { directlyLeads, isAtHead, isDeputy, underSameLeader } from './leaders.ts'
import type { Placed } from './placed.ts'
import type { AskedRelation } from './relation.ts'
import { isWithinScope, organsReaching, scopeOf } from './scope.ts'

/** Work that nobody does under a relative’s lead (公务员法第七十四条): organisation, personnel, discipline, supervision, audit, finance. */
export const sensitiveDuties: readonly Duty[] = ['personnel', 'discipline_inspection', 'audit', 'finance']

/** How the post of `a` stands to that of `b` on a day, both being held. */
export const standsTo = (asked: AskedRelation, a: Placed, b: Placed, chart: ChartOn, divisions: Divisions): Answer => {
  const { relation, organClosure = 'organ' } = asked
  const scope = scopeOf(relation, asked.scope)
  if (relation !== 'leadsAndSensitive' || scope !== 'sameOrgan')
    if (!isWithinScope(a, b, scope, organClosure, chart)) return 'no'
  switch (relation) {
    case 'sameLeader':
      return underSameLeader(a, b, asked.leaderScope ?? 'person', chart)
    case 'directSuperior':
      return directlyLeads(a, b, chart)
    case 'sameTeam':
      return answer(a.piece.team !== null && a.piece.team === b.piece.team)
    case 'leadsAndSensitive':
      return leadsSensitive(asked, a, b, chart)
    case 'sameUnit':
      return answer(a.piece.organ === b.piece.organ || isWithinScope(a, b, 'sameLegalPerson', 'organ', chart))
    case 'sameInternalUnit':
      return answer(isWithinScope(a, b, 'sameInternalUnit', 'organ', chart))
    case 'sameCommission':
      return answer(inOneCommission(a, b, chart))
    case 'adjacentLevel':
      return atAdjacentLevels(a, b, chart, divisions)
    case 'chiefAndDeputy':
      return answer(a.unit === b.unit && (isPair(a.seats, b.seats) || isPair(b.seats, a.seats)))
    case 'regulates':
      return regulates(a, b, chart)
    case 'seats':
      return answer(inSeats(asked.seats, a.seats, b.seats))
  }
}

const isPair = (chief: readonly Seat[], deputy: readonly Seat[]): boolean => isChiefPost(chief) && isDeputy(deputy)

const inSeats = (asked: AskedRelation['seats'], a: readonly Seat[], b: readonly Seat[]): boolean => {
  if (asked === undefined) return false
  const [one, other] = asked
  return (a.includes(one) && b.includes(other)) || (a.includes(other) && b.includes(one))
}

/** A leading post of the organ itself or of its leading team; a section head leads a section. Blank: the file does not say. */
const leadsOrgan = ({ piece: { leading, internalUnit, team } }: Placed): Answer => {
  if (internalUnit !== null && team === null) return 'no'
  return leading === null ? 'unknown' : answer(leading)
}

const leadsSensitive = (
  { duties = sensitiveDuties, organClosure = 'organ' }: AskedRelation,
  a: Placed,
  b: Placed,
  chart: ChartOn,
): Answer => {
  if (a.post === b.post || !b.piece.duties.some((duty) => duties.includes(duty))) return 'no'
  const led = organsReaching(b, organClosure, chart).includes(a.piece.organ)
  return led ? leadsOrgan(a) : 'no'
}

/** 监察官法第二十四条: one of the two is director, deputy or member of the commission, the other serves there too. */
const inOneCommission = (a: Placed, b: Placed, chart: ChartOn): boolean => {
  const { organ } = a.piece
  if (organ !== b.piece.organ || chart.unit(organ)?.kind !== 'supervision_commission') return false
  return sitsOn(a) || sitsOn(b)
}

const sitsOn = ({ piece: { internalUnit, team }, seats }: Placed): boolean =>
  team !== null || (internalUnit === null && isAtHead(seats))

/** Leading posts of organs of one kind, of a place and of one directly below it. */
const atAdjacentLevels = (a: Placed, b: Placed, chart: ChartOn, divisions: Divisions): Answer => {
  const [upper, lower] = [chart.unit(a.piece.organ), chart.unit(b.piece.organ)]
  if (upper === null || lower === null || upper.kind !== lower.kind) return 'no'
  if (!isDirectlyBelow(lower.jurisdiction, upper.jurisdiction, divisions)) return 'no'
  return andAnswer(leadsOrgan(a), leadsOrgan(b))
}

const isDirectlyBelow = (lower: DivisionCode, upper: DivisionCode, divisions: Divisions): boolean =>
  divisions.chain(lower).at(-2) === upper

/** 公务员法第七十四条第二款: the organ names itself in charge of the enterprise, or of its sector. */
const regulates = (a: Placed, b: Placed, chart: ChartOn): Answer => {
  let answered: Answer = 'no'
  for (const unit of organsReaching(b, 'withSubordinates', chart)) {
    const version = chart.unit(unit)
    if (version?.kind === 'enterprise' && version.regulatedBy === a.piece.organ)
      answered = orAnswer(answered, leadsOrgan(a))
  }
  return answered
}
