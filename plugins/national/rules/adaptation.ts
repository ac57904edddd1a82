import type { Citation, Delegation } from '../../../policy/index.ts'
import { avoidance, csl, institutionAvoidance, term } from '../citations.ts'

const open =
  '变通的幅度、事项条文未定，故只限层级，不设界限；读作任职回避中机关的范围、岗位和领导人员的范围，亲属的范围不在内。The text sets no bounds: read as how far the organ, the duties and the leader reach; the list of kin is not meant.'

/** What lower places may set of rules whose text says that they may (变通). */
const delegated = (parameters: readonly string[], to: Delegation['to'], cite: Citation): readonly Delegation[] =>
  parameters.map((parameter) => ({ parameter, to, cite }))

/** 公务员法第七十四条第三款: where the place or the work is special, a provincial or higher authority says how avoidance is carried out. */
export const byProvince = (...parameters: readonly string[]): readonly Delegation[] =>
  delegated(parameters, ['province'], csl('第七十四条第三款', { note: open }))

/** The same of the provisions that say the law again. */
export const byProvinceAgain = (...parameters: readonly string[]): readonly Delegation[] =>
  delegated(parameters, ['province'], avoidance(null, { note: `条号未经核对。Article number not confirmed. ${open}` }))

/** 事业单位: a provincial or higher authority may adapt for place, specialty or nature. */
export const byProvinceForInstitutions = (...parameters: readonly string[]): readonly Delegation[] =>
  delegated(
    parameters,
    ['province'],
    institutionAvoidance(null, {
      note: '条号未载；变通的幅度条文未定，故只限层级，读作岗位的范围。No number known and no bounds set: read as the duties.',
    }),
  )

/** 任期规定第八条: autonomous areas. Which of them, and how far, is not confirmed: the narrowest reading, autonomous regions, no stricter bound. */
export const byAutonomousRegion = (...parameters: readonly string[]): readonly Delegation[] =>
  delegated(
    parameters,
    ['province'],
    term('第八条', {
      verified: false,
      note: '民族自治地方可以变通，内容未核对；由谁变通取最窄读法，只限自治区。Content not confirmed; whose power it is read at its narrowest: autonomous regions.',
    }),
  ).map((delegation) => ({ ...delegation, areas: 'autonomous' as const }))
