import {
  allOf,
  type Citation,
  checkPlugin,
  definePlugin,
  exemption,
  held,
  lasting,
  type PluginDocument,
  param,
  rotation,
  state,
} from '../../policy/index.ts'

/** Nothing here was ever decided by anyone: what the synthetic world shows of the life of a policy is invented. */
const invented = { zh: '（演示，虚构）', en: ' (invented for the demonstration)' }

const instrument = (zh: string, en: string, from: string) => ({
  id: 'invented',
  title: { zh: `${zh}${invented.zh}`, en: `${en}${invented.en}` },
  issuer: { zh: '演示机关', en: 'An invented office' },
  issuedOn: from,
  inForce: { from },
})

const article = (text: string): Citation => ({
  instrument: 'invented',
  article: text,
  verified: false,
  note: '虚构文件，只用于演示。An invented instrument, for the demonstration only.',
})

interface Tenure {
  readonly id: string
  readonly catalogueId: string
  readonly jurisdiction: string
  readonly place: readonly [zh: string, en: string]
  readonly from: string
  readonly years: 6 | 8
  readonly effect: 'SHALL' | 'SHOULD'
}

/** Measures of one article: so many years in one post of section level, and no longer. */
const tenureOfSectionCadres = (of: Tenure): PluginDocument => {
  const { id, catalogueId, jurisdiction, from, years, effect } = of
  const [zh, en] = of.place
  const title = { zh: `科级干部同一职位满${years}年`, en: `${years} years of a section cadre in one post` }
  const chief = { post: '甲科科长', level: 'section_chief', leading: true } as const
  const began = Number(from.slice(0, 4)) - years
  return definePlugin({
    id,
    version: '1.0.0',
    name: { zh: `${zh}科级干部任职年限规定${invented.zh}`, en: `Tenure of section cadres of ${en}${invented.en}` },
    level: 'municipality',
    jurisdiction,
    reviewedOn: '2026-11-25',
    instruments: [instrument(`${zh}科级干部任职年限规定`, `Rules on tenure of section cadres of ${en}`, from)],
    parameters: {
      years: { title, values: [{ from, value: `P${years}Y`, cite: article('第二条') }] },
    },
    definitions: {},
    rules: [
      rotation({
        id: 'one-post',
        catalogueId,
        title,
        cite: article('第二条'),
        per: ['post'],
        effect,
        coreType: 'policy',
        when: allOf(held({ level: ['section_deputy', 'section_chief'] }), lasting({ atLeast: param('years') })),
      }),
    ],
    clauses: [],
    cases: [
      {
        name: `The day ${years} years are full`,
        on: `${began + years}-07-01`,
        career: [{ ...chief, from: `${began}-07-01` }],
        expect: { 'one-post': 'binds' },
      },
      {
        name: 'The day before',
        on: `${began + years}-06-30`,
        career: [{ ...chief, from: `${began}-07-01` }],
        expect: { 'one-post': 'passes' },
      },
    ],
  })
}

/** Put to work by two people, from a signed file. */
export const yangzhouTenure = tenureOfSectionCadres({
  ...{ id: 'yangzhou-demo', catalogueId: 'YZ-演示-2', jurisdiction: '321000', place: ['扬州市', 'Yangzhou'] },
  ...{ from: '2026-01-01', years: 8, effect: 'SHALL' },
})

/** Decided this year, counts from the middle of the next: the five-year calendar shows it already. */
export const jiujiangTenure = tenureOfSectionCadres({
  ...{ id: 'jiujiang-demo', catalogueId: 'JJ-演示-2', jurisdiction: '360400', place: ['九江市', 'Jiujiang'] },
  ...{ from: '2027-07-01', years: 6, effect: 'SHOULD' },
})

/** Would let county leaders stay beyond ten years, which nobody allowed a municipality: refused. */
export const jiujiangEasing: PluginDocument = definePlugin({
  id: 'jiujiang-easing-demo',
  version: '1.0.0',
  name: { zh: `九江市优秀干部留任规定${invented.zh}`, en: `Jiujiang rules on keeping able cadres${invented.en}` },
  level: 'municipality',
  jurisdiction: '360400',
  reviewedOn: '2026-11-25',
  reads: ['personnel'],
  instruments: [instrument('九江市优秀干部留任规定', 'Jiujiang rules on keeping able cadres', '2026-01-01')],
  parameters: {},
  definitions: {},
  rules: [
    exemption({
      id: 'able-stay',
      catalogueId: 'JJ-演示-9',
      title: { zh: '表现优秀有潜力的可以不交流', en: 'The able and promising may stay' },
      cite: article('第九条'),
      class: 'EXEMPT',
      appliesTo: ['national/jl-5a'],
      when: state({ kind: 'potential' }),
    }),
  ],
  clauses: [],
  cases: [
    {
      name: 'Shows promise',
      on: '2026-06-01',
      career: [{ post: '甲科科长', from: '2020-01-01' }],
      states: [{ kind: 'potential', from: '2026-01-01' }],
      expect: { 'able-stay': 'binds' },
    },
    {
      name: 'Nothing is noted of the cadre',
      on: '2026-06-01',
      career: [{ post: '甲科科长', from: '2020-01-01' }],
      expect: { 'able-stay': 'passes' },
    },
  ],
})

/** Luohe’s own policy with ten years in one post made eight from 2027 on: judged for its authors only. */
export const stricterLuohe = (bundled: unknown): PluginDocument => {
  const checked = checkPlugin(bundled)
  if ('problems' in checked) throw new TypeError('The bundled policy of Luohe is not sound.')
  const luohe = checked.plugin
  const years = luohe.parameters['m1-years']
  if (years === undefined) throw new RangeError('Luohe’s policy no longer says how long one post may be held.')
  const draft = { zh: '演示草案，虚构。', en: 'An invented draft.' }
  const cite: Citation = {
    instrument: 'luohe-exchange-opinions',
    article: null,
    verified: false,
    note: draft.zh + draft.en,
  }
  return {
    ...luohe,
    version: '2.0.0',
    name: { zh: `${luohe.name.zh}${invented.zh}`, en: `${luohe.name.en}${invented.en}` },
    parameters: {
      ...luohe.parameters,
      'm1-years': { ...years, values: [...years.values, { from: '2027-01-01', value: 'P8Y', cite }] },
    },
  }
}
