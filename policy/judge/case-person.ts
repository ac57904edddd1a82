import type { Edge, PersonFacts, Piece, State } from '../facts/person.ts'
import { cutCareer } from '../facts/pieces.ts'
import { type CareerLine, type Case, plainOrgan, plainUnit } from '../law/case.ts'
import { parseStated, type Range } from '../time/stated.ts'

const stated = (text: string): Range => {
  const range = parseStated(text)
  if (range === null) throw new RangeError(`\`${text}\` in a worked case is no day, month or year.`)
  return range
}

const stillSo: Range = { lo: Infinity, hi: Infinity }

/** The made-up person of a worked case, as the engine would be given her; `own` is the jurisdiction of the policy. */
export const casePerson = (
  worked: Pick<Case, 'name' | 'person' | 'career' | 'states' | 'dossier'>,
  own: string,
): PersonFacts => {
  const { person = {} } = worked
  return {
    id: worked.name,
    birth: stated(person.birth ?? '1980-01-01'),
    sex: person.sex ?? 'M',
    ethnicity: person.ethnicity ?? '01',
    category: person.category ?? 'civil',
    education: person.education ?? null,
    party: person.party ?? null,
    birthPlace: person.birthPlace ?? null,
    nativePlace: person.nativePlace ?? null,
    growthPlaces: person.growthPlaces ?? [],
    retirementLimit: person.retirementLimit ?? null,
    pieces: piecesOf(worked.career, own),
    states: (worked.states ?? []).map(
      (state, i): State => ({
        id: `state ${i + 1}`,
        kind: state.kind,
        value: state.value ?? null,
        from: stated(state.from),
        to: state.to === undefined ? stillSo : stated(state.to),
      }),
    ),
    dossier: (worked.dossier ?? []).map((record, i) => ({
      id: `record ${i + 1}`,
      kind: record.kind,
      on: stated(record.on),
      until: null,
      result: record.result ?? null,
    })),
    authorities: [],
  }
}

/** The lines as pieces, with the days that stated months share found as in any career. */
export const piecesOf = (career: readonly CareerLine[], own: string): readonly Piece[] => {
  const edges = edgesOf(career)
  return career.map((line, i): Piece => {
    const { from, to } = edges[i] ?? { from: stillSo, to: stillSo }
    const place = line.place ?? own
    const organ = line.organ ?? plainOrgan
    const internalUnit = line.internalUnit === undefined ? plainUnit : line.internalUnit
    return {
      assignment: `line ${i + 1}`,
      from,
      to,
      capacity: line.capacity ?? 'formal',
      level: line.level === undefined ? 'clerk' : line.level,
      leading: line.leading === undefined ? false : line.leading,
      seats: line.seats ?? [],
      duties: line.duties ?? [],
      business: line.business ?? [],
      category: line.category === undefined ? 'civil' : line.category,
      unitKind: line.unitKind ?? (internalUnit === null ? 'organ' : 'internal_unit'),
      functions: line.functions ?? [],
      teamKind: line.teamKind ?? null,
      post: line.post,
      internalUnit,
      organ,
      legalPerson: line.legalPerson === undefined ? organ : line.legalPerson,
      team: line.team ?? (line.teamKind === undefined ? null : `${place} ${line.teamKind}`),
      place,
      jurisdiction: line.jurisdiction ?? place,
      authority: line.authority ?? own,
    }
  })
}

const edgesOf = (career: readonly CareerLine[]): readonly { from: Edge; to: Edge }[] => {
  const version = { from: { lo: -Infinity, hi: -Infinity }, to: stillSo }
  const unit = {
    ...version,
    kind: 'organ',
    parent: null,
    functions: [],
    jurisdiction: '',
    legalPerson: null,
    system: null,
    regulatedBy: null,
  } as const
  const post = {
    ...version,
    unit: '',
    level: null,
    leading: null,
    seats: [],
    duties: [],
    business: [],
    team: null,
    reportsTo: null,
    quota: 1,
  } as const
  const plain = { post: () => [{ ...post, authority: null, category: null }], unit: () => [unit], team: () => [] }
  const assignments = career.map((line, i) => ({
    id: `line ${i + 1}`,
    post: line.post,
    from: line.from,
    to: line.to ?? null,
    capacity: line.capacity ?? 'formal',
    level: null,
  }))
  return cutCareer(assignments, plain)
}
