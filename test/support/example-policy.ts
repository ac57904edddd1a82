import type {
  CareerLine,
  Case,
  CaseState,
  Condition,
  ExemptionRule,
  Installation,
  PluginDocument,
  RotationRule,
} from '../../policy/index.ts'
import {
  casePerson,
  classesReadBy,
  compile,
  type Day,
  day,
  divisionsByCode,
  type Finding,
  type Setting,
  type Span,
} from '../../policy/index.ts'

const cite = { instrument: 'measures', article: '第一条', verified: false }
const title = { zh: '示例', en: 'Example' }

export const exampleCity = '411100'

/** A rotation rule of the made-up measures: `MUST`, per post, unless told otherwise. */
export const duty = (when: Condition, more: Partial<RotationRule> = {}): RotationRule => ({
  id: 'duty',
  catalogueId: 'EX-1',
  kind: 'rotation',
  title,
  cite,
  per: ['post'],
  effect: 'MUST',
  coreType: 'policy',
  when,
  ...more,
})

export const waiver = (when: Condition, more: Partial<ExemptionRule> = {}): ExemptionRule => ({
  id: 'waiver',
  catalogueId: 'EX-X',
  kind: 'exemption',
  title,
  cite,
  class: 'EXEMPT',
  appliesTo: ['own'],
  when,
  ...more,
})

/** The made-up measures with these rules, in force since 2000. */
export const measures = (rules: PluginDocument['rules'], more: Partial<PluginDocument> = {}): PluginDocument => {
  const document = written(rules, more)
  return { reads: classesReadBy(document), ...document }
}

const written = (rules: PluginDocument['rules'], more: Partial<PluginDocument>): PluginDocument => ({
  format: 1,
  id: 'example',
  version: '1.0.0',
  name: title,
  level: 'municipality',
  jurisdiction: exampleCity,
  reviewedOn: '2026-01-01',
  instruments: [{ id: 'measures', title, issuer: title, inForce: { from: '2000-01-01' } }],
  parameters: {},
  definitions: {},
  rules,
  clauses: [],
  cases: [],
  ...more,
})

export const installed = (plugin: PluginDocument, more: Partial<Installation> = {}): Installation => ({
  plugin,
  digest: plugin.version,
  jurisdiction: plugin.jurisdiction ?? exampleCity,
  effectiveFrom: '2000-01-01',
  effectiveTo: null,
  ...more,
})

export interface Story {
  readonly career: readonly CareerLine[]
  readonly person?: Case['person']
  readonly states?: readonly CaseState[]
  readonly setting?: Partial<Setting>
}

export const settingWith = (more: Partial<Setting> = {}): Setting => ({
  divisions: divisionsByCode,
  terms: () => [],
  predecessors: () => [],
  ...more,
})

/** The findings of a made-up person under installed measures. */
export const findingsOf = (story: Story, ...installations: readonly Installation[]): readonly Finding[] => {
  const { career, person = {}, states = [] } = story
  const facts = casePerson({ name: 'A', career, person, states }, exampleCity)
  return compile(installations, settingWith(story.setting)).findings(facts)
}

/** Statuses of the person's findings on a day, in the order of the rules. */
export const statusOn = (findings: readonly Finding[], on: string): readonly string[] =>
  spansOn(findings, day(on)).map((span) => span.status)

export const spansOn = (findings: readonly Finding[], on: Day): readonly Span[] =>
  findings.flatMap((finding) => finding.spans.filter((span) => span.from <= on && on < span.to))
