import { z } from 'zod'
import { coreTypes } from '../rule.ts'
import { citation, inForce } from './citation.ts'
import { condition } from './condition.ts'
import { arg, bilingual, doc, fullId, id, list, name, periodText, short, text, word, wordsOf } from './words.ts'

const head = {
  id: doc(id, '规则编号：小写字母、数字、连字符，本文件内唯一', 'Id of the rule, unique in this document'),
  catalogueId: doc(name, '干部工作中通用的条目编号，如 LH-M1', 'Id officers and other systems know, such as LH-M1'),
  title: doc(bilingual, '规则名称', 'Title of the rule'),
  cite: doc(citation, '出处', 'Where it stands in the law'),
  inForce: doc(
    inForce.exactOptional(),
    '与文件不同的施行日期',
    'Its own days in force, where not those of the instrument',
  ),
  label: doc(text.exactOptional(), '本地对此类交流的称谓，如 政策性交流', 'The own name for this kind of exchange'),
  enabled: doc(
    z.boolean().exactOptional(),
    'false 即写明而暂不适用，待核对原文',
    'False: written down, but off until its text is confirmed',
  ),
}

const when = doc(condition, '在哪些日子成立', 'The days on which it holds')
const restates = doc(
  list(short).exactOptional(),
  '所重申的上级规则全名（插件/规则）',
  'Full ids (plugin/rule) of superior rules it says again',
)
const levels = list(word.divisionLevel)
const bound = z.union([short, z.number(), list(short)])

const delegation = z
  .strictObject({
    parameter: doc(name, '下级可以自定的参数', 'The parameter a lower level may set'),
    min: doc(
      bound.exactOptional(),
      '不得低于；列表为必须包含的词',
      'No less than this; of a list, the words it must hold',
    ),
    max: doc(
      bound.exactOptional(),
      '不得高于；列表为可以包含的词',
      'No more than this; of a list, the words it may hold',
    ),
    to: doc(levels, '授权给哪些层级', 'To which levels'),
    areas: doc(
      z.literal('autonomous').exactOptional(),
      '只限民族自治地方',
      'Only where the place is an autonomous area',
    ),
    cite: doc(citation.exactOptional(), '授权的出处', 'Where the law lets a lower level set it'),
  })
  .meta({
    id: 'delegation',
    description: '授权下级在范围内自定的数值。What a lower level may set for itself, within bounds.',
  })

const delegable = doc(list(delegation).exactOptional(), '授权下级自定的参数', 'What a lower level may set for itself')

const rotation = z
  .strictObject({
    ...head,
    kind: doc(z.literal('rotation'), '交流规则', 'Says that a person is to move'),
    per: doc(
      list(word.dim, 4),
      '按何维度计算任职；空即对其人',
      'What a stay is counted along; none: of the person as such',
    ),
    effect: doc(z.literal(['MUST', 'SHALL', 'SHOULD', 'MAY']), '必须、应当、一般应当、可以', 'How strongly'),
    coreType: doc(wordsOf('coreType', coreTypes), '交流类型', 'Kind of exchange in the common core'),
    action: doc(
      z.literal(['move', 'adjust', 'retire', 'leaveLeading']).exactOptional(),
      '交流、调整岗位、退休、免去领导职务；默认 move',
      'What is to be done; default move',
    ),
    when,
    deadline: doc(
      z.strictObject({ within: doc(arg(periodText), '多长时间内', 'Within so long') }).exactOptional(),
      '办理期限',
      'By when',
    ),
    restates,
    exemptable: doc(levels.exactOptional(), '哪些层级可以豁免', 'Levels whose exemptions may reach it'),
    delegable,
  })
  .meta({ id: 'rotation', description: '交流规则。A rule that somebody is to move.' })

const exemption = z
  .strictObject({
    ...head,
    kind: doc(z.literal('exemption'), '豁免', 'Says which duties to move do not bind'),
    class: doc(z.literal(['EXEMPT', 'DEFER']), 'EXEMPT 免予；DEFER 暂缓', 'Waived, or deferred'),
    appliesTo: doc(
      list(z.union([z.literal(['own', 'below']), fullId])),
      '及于 own 本文件的、below 下级的交流规则，或规则全名',
      'Rotation rules it reaches: own, below, or full ids',
    ),
    per: doc(
      z
        .tuple([z.literal('post')])
        .readonly()
        .exactOptional(),
      '按职位判断；默认按其人',
      'Judged of the post; default of the person',
    ),
    when,
  })
  .meta({ id: 'exemption', description: '豁免：免予或暂缓交流的情形。A ground on which a move is waived or deferred.' })

const bar = z.literal(['MUST_NOT', 'GENERALLY_NOT', 'WARN']).meta({
  id: 'bar',
  description: 'MUST_NOT 不得；GENERALLY_NOT 一般不；WARN 提示',
})
const barred = doc(bar, '不得、一般不、提示', 'How strongly it bars')

const avoidance = z
  .strictObject({
    ...head,
    kind: doc(z.literal('avoidance'), '任职回避', 'Says which two relatives may not sit in which two posts'),
    effect: barred,
    when,
    restates,
    delegable,
  })
  .meta({
    id: 'avoidance',
    description: '任职回避：何种亲属不得同任何种职位。Which relatives may not hold which posts.',
  })

const placement = z
  .strictObject({
    ...head,
    kind: doc(z.literal('placement'), '任职限制', 'Says that a person may not take or leave a post'),
    effect: barred,
    when,
    restates,
    delegable,
  })
  .meta({ id: 'placement', description: '任职限制：何人不得到任（离任）何职。Who may not take, or leave, which post.' })

const teams = z.strictObject({
  teamKind: doc(arg(list(word.teamKind)), '班子类别', 'Kinds of team'),
  place: doc(levels.exactOptional(), '班子所在地的层级；默认不限', 'Levels of the team’s place; default any'),
  groupBy: doc(
    arg(z.literal(['team', 'place'])).exactOptional(),
    '逐个班子，或一地合计；默认 team',
    'Each team, or all of a place; default team',
  ),
})

const composition = z
  .strictObject({
    ...head,
    kind: doc(z.literal('composition'), '班子结构', 'Says what a leading team must look like'),
    effect: doc(z.literal(['MUST', 'SHALL', 'SHOULD']), '必须、应当、一般应当', 'How strongly'),
    of: doc(teams, '哪些班子', 'Which teams'),
    assert: doc(condition, '应有的样子；不成立之日即不符', 'What must be so; its finding is the days it is not'),
    restates,
    delegable,
  })
  .meta({ id: 'composition', description: '班子结构。What a leading team must look like.' })

const together = z
  .strictObject({
    ...head,
    kind: doc(z.literal('together'), '不得同时', 'Says which moves of one plan may not happen together'),
    effect: barred,
    when,
    within: doc(z.literal('plan'), '同一方案之内', 'Within one plan'),
    restates,
    delegable,
  })
  .meta({ id: 'together', description: '不得（一般不）同时进行的调动。Moves that may not happen together.' })

export const rule = z.discriminatedUnion('kind', [rotation, exemption, avoidance, placement, composition, together])

const ruleKind = z.literal(['rotation', 'exemption', 'avoidance', 'placement', 'composition', 'together', 'gate'])

const later = z.strictObject({ later: doc(ruleKind, '待哪类规则承载', 'The kind of rule that will carry it') })

/** A clause that is listed instead of computed. */
export const clause = z
  .strictObject({
    catalogueId: doc(name, '条目编号', 'Its id in the catalogue'),
    title: doc(bilingual, '名称', 'Title'),
    text: doc(bilingual, '条文大意，用自己的话', 'What it says, in our own words'),
    cite: doc(citation, '出处', 'Where it stands in the law'),
    status: doc(
      z.union([z.literal(['manual', 'unpublished']), later]),
      'manual 由人研判；unpublished 文本未公开；later 待后续规则类型',
      'Left to people, never published, or for a kind of rule to come',
    ),
  })
  .meta({ id: 'clause', description: '不作计算而列明的条款。A clause listed, and not computed.' })
