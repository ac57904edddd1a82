import {
  type Column,
  code,
  count,
  day,
  division,
  divisions,
  reference,
  references,
  special,
  text,
  texts,
  word,
  words,
  yesNo,
} from './column.ts'
import { ethnicityWords } from './ethnicity-words.ts'
import { relationOf, unknownRelation } from './kin-words.ts'
import {
  capacityWords,
  categoryWords,
  dossierKindWords,
  dutyWords,
  endedByWords,
  kinKindWords,
  levelWords,
  retirementLimitWords,
  seatWords,
  sexWords,
  stateKindWords,
  teamKindWords,
  unitKindWords,
} from './words.ts'

const relation = special((cell) => {
  const known = relationOf(cell)
  return known === null ? { wrong: unknownRelation(cell) } : { value: known }
})

const from = '起始日期 开始日期 自 起'
const to = '终止日期 结束日期 止 至'
const person = '人员编号 人员'

/** The sheets of a roster and their columns: canonical English names, Chinese headings as aliases. */
export const sheets = {
  units: {
    code: code('单位代码 单位编号', 'required'),
    name: text('单位名称', 'required'),
    kind: word(unitKindWords)('类别 单位类别', 'required'),
    jurisdiction: division('辖区 辖区代码', 'required'),
    parent: reference('上级单位'),
    functions: texts('职能'),
    system: text('系统'),
    legal_person: yesNo('法人 是否法人'),
    staffing: count(0)('编制数 编制'),
    regulated_by: reference('主管单位'),
    from: day(from),
    to: day(to),
    succeeds: references('承继自'),
  },
  teams: {
    code: code('班子代码 班子编号', 'required'),
    name: text('班子名称', 'required'),
    jurisdiction: division('辖区 辖区代码', 'required'),
    kind: word(teamKindWords)('类别 班子类别', 'required'),
    unit: reference('单位 单位代码'),
    authority: division('管理权限 管理权限所在辖区'),
    from: day(from),
    to: day(to),
  },
  terms: {
    team: reference('班子 班子代码', 'required'),
    number: count(1)('届 届次', 'required'),
    from: day(from, 'required'),
    to: day(to),
  },
  posts: {
    code: code('职位代码 职位编号', 'required'),
    unit: reference('单位 单位代码 所在单位', 'required'),
    title: text('职务名称', 'required'),
    level: word(levelWords)('职务层次'),
    leading: yesNo('是否领导职务 领导职务'),
    seat: words(seatWords)('席位 班子席位'),
    duties: words(dutyWords)('岗位职责标签 岗位职责'),
    business: texts('业务'),
    team: reference('班子 班子代码'),
    reports_to: reference('直接上级职位'),
    authority: division('管理权限所在辖区 管理权限'),
    quota: count(1)('职数'),
    category: word(categoryWords)('人员类别'),
    from: day(from),
    to: day(to),
    succeeds: references('承继自'),
  },
  people: {
    code: code(person, 'required'),
    name: text('姓名', 'required'),
    sex: word(sexWords)('性别', 'required'),
    birth: day('出生年月 出生日期', 'required'),
    died: day('去世日期 死亡日期'),
    ethnicity: word(ethnicityWords)('民族'),
    category: word(categoryWords)('人员类别'),
    authority: division('管理权限所在辖区 管理权限'),
    native_place: division('籍贯'),
    birth_place: division('出生地'),
    growth_places: divisions('成长地'),
    retirement_limit: word(retirementLimitWords)('改革前任职年龄界限'),
    work_start: day('参加工作时间'),
    education: text('学历'),
    degree: text('学位'),
    party: text('政治面貌'),
  },
  authorities: {
    person: reference(person, 'required'),
    jurisdiction: division('管理权限所在辖区 辖区 管理权限', 'required'),
    from: day(from, 'required'),
    to: day(to),
  },
  assignments: {
    person: reference(person, 'required'),
    post: reference('职位代码 职位', 'required'),
    from: day(`任职日期 任职时间 ${from}`, 'required'),
    to: day(`免职日期 免职时间 ${to}`),
    capacity: word(capacityWords)('任职方式 任职类型'),
    level: word(levelWords)('任职时层次 职务层次'),
    decided_on: day('决定日期'),
  },
  states: {
    person: reference(person, 'required'),
    kind: word(stateKindWords)('类别 状态', 'required'),
    from: day(from, 'required'),
    to: day(to),
    value: text('值 内容'),
    note: text('备注'),
  },
  dossier: {
    person: reference(person, 'required'),
    kind: word(dossierKindWords)('类别 材料类别', 'required'),
    on: day('日期', 'required'),
    until: day('有效期至'),
    result: text('结果'),
    by: text('经办单位'),
    handlers: texts('经办人'),
    post: reference('职位代码 职位'),
  },
  kin: {
    person: reference(person, 'required'),
    relation: relation('关系 亲属关系', 'required'),
    relative: reference('亲属编号 亲属'),
    relative_name: text('亲属姓名'),
    kind: word(kinKindWords)('类别 关系类别'),
    from: day(from),
    to: day(to),
    ended_by: word(endedByWords)('终止原因'),
    verified: yesNo('是否核实 核实'),
    source: text('来源'),
  },
} as const

export type SheetName = keyof typeof sheets
export const isSheetName = (name: string): name is SheetName => Object.hasOwn(sheets, name)
export const sheetNames = Object.keys(sheets).filter(isSheetName)

/** Chinese file names accepted beside the canonical ones. */
export const sheetAliases: Readonly<Record<string, SheetName>> = {
  单位: 'units',
  班子: 'teams',
  届次: 'terms',
  届: 'terms',
  职位: 'posts',
  人员: 'people',
  管理权限: 'authorities',
  任职: 'assignments',
  状态: 'states',
  考察材料: 'dossier',
  材料: 'dossier',
  亲属关系: 'kin',
  亲属: 'kin',
}

type Columns<S extends SheetName> = (typeof sheets)[S]
export type ColumnOf<S extends SheetName> = keyof Columns<S> & string
type ValueOf<C> = C extends Column<infer T> ? T : never

/** The values of one row; `null` is a blank cell, or one that could not be read. */
export type Values<S extends SheetName> = { readonly [C in ColumnOf<S>]: ValueOf<Columns<S>[C]> | null }
