import { divisionsByCode, nationCode } from '../facts/divisions.ts'
import type { Divisions, Edge, PersonFacts, Piece, Setting, State } from '../facts/person.ts'
import { cutCareer } from '../facts/pieces.ts'
import type { DivisionLevel } from '../facts/vocabulary.ts'
import type { CareerLine, Case, Expectation } from '../law/case.ts'
import type { PluginDocument } from '../law/plugin.ts'
import { type Day, day } from '../time/day.ts'
import { parseStated, type Range } from '../time/stated.ts'
import { holdsOn } from '../time/truth.ts'
import { compileRule, ruleDays, wholePerson } from './compiled-rule.ts'
import type { Finding } from './finding.ts'
import { compile } from './judge.ts'

/** Where the cases of a template, which has no jurisdiction of its own, are thought to happen. */
const exampleOf: Readonly<Record<DivisionLevel, string>> = {
  nation: nationCode,
  province: '410000',
  municipality: '411100',
  county: '411121',
}

/** Judges a worked case under its own document alone: what each rule the case names says on the case's day. */
export const runCase = (
  plugin: PluginDocument,
  worked: Case,
  divisions: Divisions = divisionsByCode,
): Readonly<Record<string, Expectation>> => {
  const own = plugin.jurisdiction ?? exampleOf[plugin.level]
  const setting = settingOf(worked, divisions)
  const person = personOf(worked, own)
  const installation = { plugin, digest: '', jurisdiction: own, effectiveFrom: '1900-01-01', effectiveTo: null }
  const on = day(worked.on)
  const findings = compile([installation], setting).findings(person)
  const answers = Object.keys(worked.expect).map((id) => {
    const rule = plugin.rules.find((r) => r.id === id)
    if (rule?.kind !== 'exemption') return [id, dutyOn(findings, `${plugin.id}/${id}`, on)]
    const holds = holdsOn(ruleDays(compileRule(rule, installation), wholePerson(person, own, setting)), on)
    return [id, holds === 'YES' ? 'binds' : holds === 'NO' ? 'passes' : 'undetermined']
  })
  return Object.fromEntries(answers)
}

const dutyOn = (findings: readonly Finding[], rule: string, on: Day): Expectation => {
  const statuses = findings
    .filter((finding) => finding.rule === rule)
    .flatMap((finding) => finding.spans.filter((span) => span.from <= on && on < span.to).map((span) => span.status))
  if (statuses.includes('ACTIVE')) return 'binds'
  if (statuses.includes('UNDETERMINED')) return 'undetermined'
  if (statuses.includes('DEFERRED')) return 'deferred'
  return statuses.includes('EXEMPT') ? 'exempt' : 'passes'
}

const settingOf = (worked: Case, divisions: Divisions): Setting => ({
  divisions,
  terms: () => [],
  predecessors: (kind, later) =>
    (worked.successions ?? []).filter((s) => s.dim === kind && s.later === later).map((s) => s.earlier),
})

const stated = (text: string): Range => {
  const range = parseStated(text)
  if (range === null) throw new RangeError(`\`${text}\` in a worked case is no day, month or year.`)
  return range
}

const stillSo: Range = { lo: Infinity, hi: Infinity }

const personOf = (worked: Case, own: string): PersonFacts => {
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
const piecesOf = (career: readonly CareerLine[], own: string): readonly Piece[] => {
  const edges = edgesOf(career)
  return career.map((line, i): Piece => {
    const { from, to } = edges[i] ?? { from: stillSo, to: stillSo }
    const place = line.place ?? own
    const organ = line.organ ?? '甲局'
    const internalUnit = line.internalUnit === undefined ? '甲科' : line.internalUnit
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
  const unit = { ...version, kind: 'organ', parent: null, functions: [], jurisdiction: '', legalPerson: null } as const
  const post = {
    ...version,
    unit: '',
    level: null,
    leading: null,
    seats: [],
    duties: [],
    business: [],
    team: null,
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
