import { type Case, definePlugin, lasting, type PluginDocument, param, rotation } from '../../policy/index.ts'

const cite = { instrument: 'measures', article: '第八条', verified: false } as const
const career = [{ post: '甲科科长', from: '2010-01-01' }] as const

const due: Case = { name: 'ten years', on: '2021-01-01', career, expect: { 'same-post': 'binds' } }
const notYet: Case = { name: 'nine years', on: '2019-01-01', career, expect: { 'same-post': 'passes' } }

/** The smallest sound policy document that uses a parameter and a definition: a made-up municipality, one rule, two cases. */
export const samplePlugin: PluginDocument = definePlugin({
  id: 'qinghe',
  version: '1.0.0',
  name: { zh: '清河市', en: 'Qinghe' },
  level: 'municipality',
  reviewedOn: '2026-11-01',
  instruments: [
    {
      id: 'measures',
      title: { zh: '清河市干部交流办法', en: 'Qinghe Measures' },
      issuer: { zh: '清河市委', en: 'Qinghe Committee' },
      inForce: { from: '2015-01-01' },
    },
  ],
  parameters: {
    years: {
      title: { zh: '任职年限', en: 'Years in one post' },
      values: [
        { from: '2015-01-01', value: 'P10Y', cite },
        { from: '2023-01-01', value: 'P8Y', cite },
      ],
    },
    count: { title: { zh: '次数', en: 'Times' }, values: [{ from: '2015-01-01', value: 2, cite }] },
  },
  definitions: {
    leads: { held: { leading: true } },
    never: { not: { any: [{ ref: 'leads' }, { not: { ref: 'leads' } }] } },
  },
  rules: [
    rotation({
      id: 'same-post',
      catalogueId: 'QH-1',
      title: { zh: '同一职位满十年', en: 'Ten years in one post' },
      cite,
      per: ['post'],
      effect: 'MUST',
      coreType: 'policy',
      when: lasting({ atLeast: param('years') }),
    }),
  ],
  clauses: [],
  cases: [due, notYet],
})
