import { z } from 'zod'
import type { Condition } from '../condition.ts'
import { choice, hasKey } from './choice.ts'
import { arg, doc, list, name, periodText, short, word } from './words.ts'

const count = z.int().min(0).max(1000)

const listedLevels = arg(list(word.level))
const levelRange = z.strictObject({
  from: doc(word.level.exactOptional(), '最低层次', 'Lowest level'),
  to: doc(word.level.exactOptional(), '最高层次', 'Highest level'),
})
const levels = choice([listedLevels, levelRange], (value) =>
  typeof value !== 'object' || value === null || Array.isArray(value) || hasKey(value, 'param')
    ? listedLevels
    : levelRange,
)

const sameAsMove = z.strictObject({
  dim: doc(word.dim, '按何维度相同', 'In which dimension'),
  as: doc(z.literal(['takes', 'leaves']), '与到任或离任职位比', 'As the post taken or left'),
})

const here = z.literal(['own', 'ownOrBelow'])
const placeLevels = list(word.divisionLevel)
const place = choice([here, placeLevels], (value) => (Array.isArray(value) ? placeLevels : here))

const where = z
  .strictObject({
    capacity: doc(
      arg(list(word.capacity)).exactOptional(),
      '任职方式；默认正式、试用期、兼任',
      'Capacities; default formal, probation, concurrent',
    ),
    level: doc(levels.exactOptional(), '职务层次', 'Levels'),
    leading: doc(z.boolean().exactOptional(), '是否领导职务', 'Leading or not'),
    seat: doc(arg(list(word.seat)).exactOptional(), '席位，有其一即可', 'At least one of these seats'),
    duties: doc(arg(list(word.duty)).exactOptional(), '岗位职责，有其一即可', 'At least one of these duties'),
    business: doc(arg(list(name)).exactOptional(), '业务条线，有其一即可', 'At least one of these lines of business'),
    category: doc(arg(list(word.category)).exactOptional(), '人员类别', 'Categories'),
    unitKind: doc(arg(list(word.unitKind)).exactOptional(), '单位类别', 'Kinds of unit'),
    functions: doc(
      arg(list(name)).exactOptional(),
      '单位职能，有其一即可',
      'At least one of these functions of the unit',
    ),
    teamKind: doc(arg(list(word.teamKind)).exactOptional(), '班子类别', 'Kinds of leading team'),
    place: doc(
      place.exactOptional(),
      '任职地：own 本地，ownOrBelow 本地及以下，或其层级',
      'Place: the own one, the own one and below, or its levels',
    ),
    same: doc(sameAsMove.exactOptional(), '与拟到任（离任）职位同一者', 'The same as the post taken or left'),
  })
  .meta({ id: 'where', description: '任职的条件，各项须同时满足。What a post held must satisfy, all of it.' })

const nothing = z.record(z.string(), z.never())
const fraction = z
  .string()
  .regex(/^\d{1,4}\/\d{1,4}$/, '形如 1/3 (such as 1/3)')
  .meta({ id: 'fraction', description: '分数，如 1/3。A fraction, such as 1/3.' })

const postsStand = z.strictObject({
  relation: doc(word.postRelation, '两个职位的关系', 'How the two posts stand'),
  scope: doc(word.relationScope.exactOptional(), '范围；默认 sameOrgan', 'Within what; default sameOrgan'),
  organClosure: doc(
    arg(word.organClosure).exactOptional(),
    '机关的范围；默认 organ',
    'How far the organ reaches; default organ',
  ),
  duties: doc(arg(list(word.duty)).exactOptional(), '敏感职责（leadsAndSensitive）', 'Duties that are sensitive'),
  leaderScope: doc(
    arg(z.literal(['person', 'team'])).exactOptional(),
    '领导指一人或一个班子（sameLeader）',
    'Whether one person leads or a team; default person',
  ),
  seats: doc(z.tuple([word.seat, word.seat]).readonly().exactOptional(), '两个席位（seats）', 'The two seats'),
})

const bridge = z.strictObject({
  days: doc(arg(count).exactOptional(), '多少日以内的间断不计', 'Days out that do not break the stay'),
  over: doc(list(word.capacity).exactOptional(), '何种任职方式期间不算间断', 'Capacities that do not break it'),
})

const among = z.strictObject({ in: doc(list(name), '属于其一', 'One of these') })
const notAmong = z.strictObject({ notIn: doc(list(name), '不属于其中', 'None of these') })
const oneOf = choice([among, notAmong], (value) => (hasKey(value, 'notIn') ? notAmong : among)).meta({ id: 'oneOf' })

const lasting = z.strictObject({
  along: doc(word.dim.exactOptional(), '按何维度连续；默认规则的 per', 'Unbroken along this; default the rule’s `per`'),
  where: doc(where.exactOptional(), '只计这样的任职', 'Only such service counts'),
  atLeast: doc(arg(periodText), '满多长', 'For at least so long'),
  bridge: doc(bridge.exactOptional(), '哪些间断不算间断', 'Holes that do not break the stay'),
})

const accumulated = z.strictObject({
  where: doc(where, '计入的任职', 'What service counts'),
  atLeast: doc(arg(periodText), '累计满多长', 'So much in sum'),
})

const terms = z.strictObject({
  where: doc(where, '何种班子职务', 'Of which posts'),
  atLeast: doc(arg(count), '连续几届', 'So many consecutive terms'),
  countsFrom: doc(arg(periodText), '任满多久算一届', 'How much of a term must be served'),
})

const happened = z.strictObject({
  event: doc(
    z.literal(['move', 'promotion', 'appointment', 'stateStart']),
    '调动、晋升、任职或某情形开始',
    'What happened',
  ),
  kind: doc(word.stateKind.exactOptional(), '何种情形（stateStart）', 'Which fact began'),
  within: doc(arg(periodText), '之前多长时间内', 'Within this period before the day'),
  times: doc(arg(count), '至少几次', 'At least so often'),
})

const person = z.strictObject({
  sex: doc(oneOf.exactOptional(), '性别', 'Sex'),
  ethnicity: doc(oneOf.exactOptional(), '民族', 'Ethnicity'),
  category: doc(oneOf.exactOptional(), '人员类别', 'Category'),
  party: doc(oneOf.exactOptional(), '政治面貌', 'Party'),
  education: doc(oneOf.exactOptional(), '学历', 'Education'),
})

const age = z.strictObject({
  atLeast: doc(arg(count).exactOptional(), '至少几周岁', 'Completed years, at least'),
  atMost: doc(arg(count).exactOptional(), '至多几周岁', 'Completed years, at most'),
})

const state = z.strictObject({
  kind: doc(word.stateKind, '何种情形', 'Which fact'),
  values: doc(arg(list(short)).exactOptional(), '只限这些取值', 'Only with these values'),
  influence: doc(
    arg(z.record(short, periodText)).exactOptional(),
    '影响期，按取值',
    'For how long from its start, by its value',
  ),
})

const native = z.strictObject({
  place: doc(
    z.literal(['takes', 'post', 'team']),
    '何地：拟任、现任职位或班子所在',
    'Of the post taken, the post held, or the team',
  ),
  basis: doc(
    arg(list(word.nativeBasis)),
    '按籍贯、出生地、成长地',
    'By native place, place of birth, or where they grew up',
  ),
})

const dossier = z.strictObject({
  kind: doc(word.dossierKind, '何种材料', 'Which evidence'),
  result: doc(short.exactOptional(), '结论须为', 'With this result'),
  validFor: doc(arg(periodText).exactOptional(), '有效多久', 'Valid for so long'),
  workdays: doc(arg(count).exactOptional(), '须满几个工作日', 'After so many working days'),
})

const kin = z.strictObject({ classes: doc(arg(list(word.kin)), '何种亲属', 'Which kin') })
const crosses = z.strictObject({
  dim: doc(z.union([word.dim, z.literal('system')]), '在何维度上不同', 'In which dimension they differ'),
})

/** Every condition that holds no other: one object with exactly one of these keys. */
const leaves = [
  z.strictObject({ ref: doc(name, 'definitions 中条件的名称', 'Name of a condition of `definitions`') }),
  z.strictObject({ held: doc(where, '现任这样的职务', 'Days on which a post satisfies this') }),
  z.strictObject({ lasting: doc(lasting, '连续任职满', 'Days from the anniversary on, while the stay is unbroken') }),
  z.strictObject({
    accumulated: doc(accumulated, '累计任职满', 'Days on which service over the career adds up to this'),
  }),
  z.strictObject({ terms: doc(terms, '连任届数满', 'Days from the end of the n-th consecutive term') }),
  z.strictObject({
    happened: doc(happened, '近期发生过', 'Days on which so many events lie within the period before'),
  }),
  z.strictObject({ person: doc(person, '其人属于', 'Attributes of the person') }),
  z.strictObject({ age: doc(age, '年龄', 'Age in completed years') }),
  z.strictObject({
    toRetirement: doc(
      z.strictObject({ under: doc(arg(periodText), '不足多久', 'Strictly less than this') }),
      '离法定退休年龄不足',
      'Time left until statutory retirement',
    ),
  }),
  z.strictObject({ state: doc(state, '有这样的情形', 'Days on which such a dated fact is on file') }),
  z.strictObject({ native: doc(native, '是本地人', 'Whether the person is a native of the place') }),
  z.strictObject({ dossier: doc(dossier, '有这样的材料且有效', 'Days on which such evidence is on file and valid') }),
  z.strictObject({ kin: doc(kin, '二人是亲属（avoidance）', 'The two are kin (avoidance)') }),
  z.strictObject({ posts: doc(postsStand, '两个职位的关系（avoidance、together）', 'How the posts of the two stand') }),
  z.strictObject({ takes: doc(where, '到任职位满足（placement）', 'The post taken satisfies this (placement)') }),
  z.strictObject({ leaves: doc(where, '离任职位满足（placement）', 'The post left satisfies this (placement)') }),
  z.strictObject({ rises: doc(nothing, '到任职位高于现层次（placement）', 'The post taken is above the level held') }),
  z.strictObject({
    crosses: doc(crosses, '到任与离任在此不同（placement）', 'The post taken and the post left differ there'),
  }),
  z.strictObject({ departs: doc(nothing, '按方案离开班子（together）', 'Members who leave the team by the plan') }),
] as const

export type Leaf = z.infer<(typeof leaves)[number]>

/** A condition and everything under it; the closed list of semantics.md. */
export const condition: z.ZodType<Condition> = z.lazy(() => anyCondition)
z.globalRegistry.add(condition, {
  id: 'condition',
  description:
    '条件：只有一个键的对象，表示其成立的那些日子。A condition: an object with one key; it denotes the days on which it holds.',
})

const several = list(condition, 200).refine((c) => c.length > 0)

const share = z.strictObject({
  who: doc(condition, '哪些成员', 'Which members'),
  atLeast: doc(arg(fraction).exactOptional(), '不少于', 'At least'),
  atMost: doc(arg(fraction).exactOptional(), '不多于', 'At most'),
  over: doc(
    z.literal(['members', 'seats']).exactOptional(),
    '以成员或席位为分母；默认 members',
    'Of members or of seats; default members',
  ),
})

const number = z.strictObject({
  who: doc(condition.exactOptional(), '哪些成员；默认全体', 'Which members; default all'),
  atLeast: doc(arg(count).exactOptional(), '不少于', 'At least'),
  atMost: doc(arg(count).exactOptional(), '不多于', 'At most'),
})

const composites = [
  z.strictObject({ all: doc(several, '同时满足', 'All of these') }),
  z.strictObject({ any: doc(several, '满足其一', 'At least one of these') }),
  z.strictObject({ not: doc(condition, '不满足', 'Not this') }),
  z.strictObject({
    share: doc(share, '班子成员中所占比例（composition、together）', 'Share of the members of a team'),
  }),
  z.strictObject({ count: doc(number, '班子成员人数（composition、together）', 'Number of members of a team') }),
] as const

const conditions = [...leaves, ...composites] as const
const byKey: ReadonlyMap<string, (typeof conditions)[number]> = new Map(
  conditions.flatMap((one) => Object.keys(one.shape).map((key) => [key, one] as const)),
)

/** A condition is known by its one key. */
const anyCondition = choice(
  conditions,
  (value) => {
    const [key, ...others] = typeof value === 'object' && value !== null ? Object.keys(value) : []
    return key === undefined || others.length > 0 ? null : (byKey.get(key) ?? null)
  },
  'UNKNOWN_CONDITION',
)
