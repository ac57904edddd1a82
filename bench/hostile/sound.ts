import { type Case, classesReadBy, type PluginDocument } from '../../policy/index.ts'

const title = { zh: '示例', en: 'Example' }
const cite = { instrument: 'measures', article: '第八条', verified: false } as const
const years = { title, values: [{ from: '2015-01-01', value: 'P10Y', cite }] }

const cases: readonly Case[] = [
  {
    name: 'ten years',
    on: '2026-01-01',
    career: [{ post: 'p', from: '2010-01-01', duties: ['finance'], leading: true }],
    expect: { tenure: 'binds', key: 'binds', waived: 'passes', bar: 'passes' },
    dueBy: { tenure: '2022-01-01' },
  },
  {
    name: 'nine years',
    on: '2026-01-01',
    person: { birth: '1975-05' },
    career: [{ post: 'p', from: '2017-01-01' }],
    states: [{ kind: 'health_unfit', from: '2025-01-01' }],
    expect: { tenure: 'passes', key: 'passes', waived: 'binds' },
  },
  {
    name: 'a case filed',
    on: '2026-01-01',
    career: [{ post: 'p', from: '2020-01-01' }],
    states: [{ kind: 'case_filed', from: '2025-01-01', value: 'filed' }],
    moves: [{ leaves: 'p', takes: { post: 'q' } }],
    expect: { bar: 'binds' },
  },
  {
    name: 'husband and wife',
    on: '2026-01-01',
    career: [{ post: 'p', from: '2020-01-01' }],
    others: { wife: { career: [{ post: 'q', from: '2020-01-01' }] } },
    kin: [{ of: 'self', relative: 'wife', relation: 'spouse' }],
    expect: { spouses: 'binds' },
  },
  {
    name: 'husband and wife apart',
    on: '2026-01-01',
    career: [{ post: 'p', from: '2020-01-01' }],
    others: { wife: { career: [{ post: 'q', from: '2020-01-01', organ: '乙局', internalUnit: '乙科' }] } },
    kin: [{ of: 'self', relative: 'wife', relation: 'spouse' }],
    expect: { spouses: 'passes' },
  },
  {
    name: 'a move',
    on: '2026-01-01',
    career: [{ post: 'p', from: '2020-01-01' }],
    moves: [{ leaves: 'p', takes: { post: 'q' } }],
    expect: { bar: 'passes' },
  },
]

const written: PluginDocument = {
  format: 1,
  id: 'qinghe',
  version: '1.0.0',
  name: { zh: '清河市', en: 'Qinghe' },
  level: 'municipality',
  jurisdiction: '411100',
  reviewedOn: '2026-11-01',
  instruments: [{ id: 'measures', title, issuer: title, inForce: { from: '2015-01-01' } }],
  parameters: {
    years,
    grace: { title, values: [{ from: '2015-01-01', value: 'P2Y', cite }] },
    times: { title, values: [{ from: '2015-01-01', value: 2, cite }] },
    keyDuties: { title, values: [{ from: '2015-01-01', value: ['finance', 'audit'], cite }] },
  },
  definitions: { sensitive: { held: { duties: { param: 'keyDuties' } } } },
  rules: [
    {
      ...{ kind: 'rotation', id: 'tenure', catalogueId: 'QH-1', title, cite },
      ...{ per: ['post'], effect: 'MUST', coreType: 'policy' },
      when: { lasting: { atLeast: { param: 'years' } } },
      deadline: { within: { param: 'grace' } },
      exemptable: ['county'],
      delegable: [{ parameter: 'years', min: 'P5Y', max: 'P10Y', to: ['county'] }],
    },
    {
      ...{ kind: 'rotation', id: 'key', catalogueId: 'QH-2', title, cite },
      ...{ per: ['post'], effect: 'SHALL', coreType: 'policy' },
      when: { all: [{ ref: 'sensitive' }, { lasting: { where: { leading: true }, atLeast: 'P5Y' } }] },
    },
    {
      ...{ kind: 'exemption', id: 'waived', catalogueId: 'QH-X', title, cite },
      ...{ class: 'EXEMPT', appliesTo: ['own'] },
      when: { state: { kind: 'health_unfit' } },
    },
    {
      ...{ kind: 'placement', id: 'bar', catalogueId: 'QH-3', title, cite },
      effect: 'MUST_NOT',
      when: { state: { kind: 'case_filed', values: ['filed'] } },
    },
    {
      ...{ kind: 'avoidance', id: 'spouses', catalogueId: 'QH-4', title, cite },
      effect: 'MUST_NOT',
      when: { all: [{ kin: { classes: ['SPOUSE'] } }, { posts: { relation: 'sameUnit' } }] },
    },
  ],
  clauses: [{ catalogueId: 'QH-9', title, text: title, cite, status: 'manual' }],
  cases,
}

/** A sound document of a made-up office at Luohe: every kind of part that a hostile one may spoil, each small. */
export const sound: PluginDocument = { ...written, reads: classesReadBy(written) }

/** What governs above it: a duty only counties may exempt from, a bar, and years a municipality may set within a range. */
export const superior: PluginDocument = {
  ...sound,
  id: 'nation',
  level: 'nation',
  jurisdiction: '100000',
  rules: [
    {
      ...{ kind: 'rotation', id: 'tenure', catalogueId: 'N-1', title, cite },
      ...{ per: ['post'], effect: 'SHALL', coreType: 'policy' },
      when: { lasting: { atLeast: { param: 'years' } } },
      exemptable: ['county'],
      delegable: [{ parameter: 'years', min: 'P5Y', max: 'P10Y', to: ['municipality'] }],
    },
    {
      ...{ kind: 'placement', id: 'bar', catalogueId: 'N-2', title, cite },
      effect: 'MUST_NOT',
      when: { state: { kind: 'case_filed', values: ['filed'] } },
    },
    {
      ...{ kind: 'avoidance', id: 'spouses', catalogueId: 'N-3', title, cite },
      effect: 'MUST_NOT',
      when: { all: [{ kin: { classes: ['SPOUSE'] } }, { posts: { relation: 'sameUnit' } }] },
    },
  ],
  definitions: {},
  cases: [
    { ...cases[0], expect: { tenure: 'binds', bar: 'passes' }, dueBy: {} } as Case,
    { ...cases[1], expect: { tenure: 'passes' } } as Case,
    { ...cases[2], expect: { bar: 'binds' } } as Case,
    { ...cases[3], expect: { spouses: 'binds' } } as Case,
    { ...cases[4], expect: { spouses: 'passes' } } as Case,
  ],
}
