import { z } from 'zod'
import { dayText, divisionCode, doc, id, list, name, short, statedText, text, word } from './words.ts'

const careerLine = z
  .strictObject({
    post: doc(name, '职位；同名即同一职位', 'The post; the same name is the same post'),
    from: doc(statedText, '任职之日', 'First day in the post'),
    to: doc(statedText.exactOptional(), '离任之日；不写即仍在任', 'First day out of the post; none while in office'),
    capacity: doc(word.capacity.exactOptional(), '任职方式；默认 formal', 'In what capacity; default formal'),
    level: doc(
      word.level.nullable().exactOptional(),
      '职务层次；null 即档案未载',
      'Level; null where the file has none',
    ),
    leading: doc(z.boolean().nullable().exactOptional(), '是否领导职务；默认否', 'A leading post; default no'),
    seats: doc(list(word.seat).exactOptional(), '席位，如 chief 正职', 'Seats, such as chief'),
    duties: doc(list(word.duty).exactOptional(), '岗位职责', 'Duties of the post'),
    business: doc(list(name).exactOptional(), '业务条线，用语自定', 'Lines of business, in your own words'),
    category: doc(word.category.nullable().exactOptional(), '人员类别；默认 civil', 'Category; default civil'),
    internalUnit: doc(name.nullable().exactOptional(), '内设机构；默认甲科', 'Internal unit; default 甲科'),
    organ: doc(name.exactOptional(), '机关；默认甲局', 'Organ; default 甲局'),
    legalPerson: doc(name.nullable().exactOptional(), '法人单位；默认即机关', 'Legal person; default the organ'),
    unitKind: doc(word.unitKind.exactOptional(), '单位类别', 'Kind of the unit'),
    functions: doc(list(name).exactOptional(), '单位职能，如 court', 'Functions of the unit, such as court'),
    team: doc(name.exactOptional(), '领导班子；同名即同一班子', 'Leading team; the same name is the same team'),
    teamKind: doc(word.teamKind.exactOptional(), '班子类别', 'Kind of the team'),
    place: doc(divisionCode.exactOptional(), '任职地，六位代码；默认本地', 'Place of the post; default the own one'),
    jurisdiction: doc(
      divisionCode.exactOptional(),
      '单位所属辖区；默认本地',
      'Jurisdiction of the unit; default the own',
    ),
    authority: doc(divisionCode.exactOptional(), '干部管理权限所在；默认本地', 'Who manages the post; default the own'),
  })
  .meta({ id: 'careerLine' })

const person = z.strictObject({
  birth: doc(statedText.exactOptional(), '出生年月', 'Day of birth'),
  sex: doc(word.sex.exactOptional(), '性别', 'Sex'),
  ethnicity: doc(name.exactOptional(), '民族', 'Ethnicity'),
  category: doc(word.category.exactOptional(), '人员类别', 'Category'),
  education: doc(name.exactOptional(), '学历', 'Education'),
  party: doc(name.exactOptional(), '政治面貌', 'Party'),
  birthPlace: doc(divisionCode.exactOptional(), '出生地，六位代码', 'Place of birth, six digits'),
  nativePlace: doc(divisionCode.exactOptional(), '籍贯，六位代码', 'Native place, six digits'),
  growthPlaces: doc(list(divisionCode).exactOptional(), '成长地，六位代码', 'Where they grew up, six digits each'),
  retirementLimit: doc(
    word.retirementLimit.exactOptional(),
    '改革前任职年龄界限',
    'Age limit before the reform of 2024',
  ),
})

const state = z.strictObject({
  kind: doc(word.stateKind, '何种情形', 'What is on file'),
  from: doc(statedText, '起始日', 'First day'),
  to: doc(statedText.exactOptional(), '结束日；不写即仍在', 'First day it is over; none while it lasts'),
  value: doc(short.exactOptional(), '取值，如处分种类', 'Its value, such as the kind of sanction'),
})

const record = z.strictObject({
  kind: doc(word.dossierKind, '何种材料', 'Which evidence'),
  on: doc(statedText, '形成之日', 'Day of the record'),
  result: doc(short.exactOptional(), '结论', 'Its result'),
})

const casePerson = {
  person: doc(person.exactOptional(), '个人情况', 'What is on file of the person'),
  career: doc(list(careerLine), '履历', 'The career, line by line'),
  states: doc(
    list(state).exactOptional(),
    '有日期的情形：试用期、处分、健康等',
    'Dated facts: probation, sanction, health …',
  ),
  dossier: doc(list(record).exactOptional(), '考察材料', 'Dated evidence'),
}

const tie = z.strictObject({
  of: doc(name, '何人：self 或 others 中的名字', 'Whose relative: self, or a name of others'),
  relative: doc(name, '亲属的名字', 'Name of the relative'),
  relation: doc(
    name,
    '亲属是其何人：parent、child、spouse、special_interest 或称谓',
    'What the relative is: parent, child, spouse, special_interest or a declared term',
  ),
  kind: doc(
    z.literal(['birth', 'adoptive', 'step_supported']).exactOptional(),
    '亲生、收养、有扶养关系的继亲',
    'By birth, adoption, or a step tie with support',
  ),
  from: doc(statedText.exactOptional(), '起始日，如结婚之日', 'First day, such as of the marriage'),
  to: doc(statedText.exactOptional(), '终止日', 'First day it is over'),
  endedBy: doc(
    z.literal(['divorce', 'death', 'annulled', 'dissolved']).exactOptional(),
    '因何终止：离婚、死亡、无效、解除',
    'What ended it',
  ),
  verified: doc(z.boolean().exactOptional(), '是否经过核实', 'Whether somebody verified it'),
})

const unitOfChart = z.strictObject({
  parent: doc(name.exactOptional(), '上级单位', 'The unit above'),
  kind: doc(word.unitKind.exactOptional(), '单位类别', 'Kind of the unit'),
  system: doc(name.exactOptional(), '所属系统', 'The system it belongs to'),
  regulatedBy: doc(name.exactOptional(), '主管机关', 'The organ that regulates it'),
})

const postOfChart = z.strictObject({ reportsTo: doc(name.exactOptional(), '直接上级职位', 'The post it reports to') })

const chart = z.strictObject({
  posts: doc(z.record(name, postOfChart).exactOptional(), '职位的上下级，按名称', 'Posts by name'),
  units: doc(z.record(name, unitOfChart).exactOptional(), '单位，按名称', 'Units by name'),
})

const move = z.strictObject({
  person: doc(name.exactOptional(), '何人；默认 self', 'Who moves; default self'),
  leaves: doc(name.exactOptional(), '离任职位', 'The post left'),
  takes: doc(careerLine.omit({ from: true, to: true }).exactOptional(), '到任职位', 'The post taken'),
})

const succession = z.strictObject({
  dim: doc(z.literal(['post', 'team', 'unit']), '职位、班子或单位', 'Whether posts, teams or units'),
  later: doc(name, '后者', 'The later one'),
  earlier: doc(name, '前身', 'The one it succeeds'),
})

const answer = z.literal(['binds', 'passes', 'undetermined', 'exempt', 'deferred']).meta({
  id: 'answer',
  description: 'binds 适用；passes 不适用；undetermined 待定；exempt 免除；deferred 暂缓',
})

/** A worked example as the document writes it. */
export const caseSchema = z
  .strictObject({
    name: doc(text, '一句话说明', 'What the case shows, in a sentence'),
    on: doc(dayText, '判断之日', 'The judged day'),
    ...casePerson,
    successions: doc(list(succession).exactOptional(), '机构改革中的承继', 'What succeeds what'),
    others: doc(z.record(name, z.strictObject(casePerson)).exactOptional(), '其他人，按名字', 'Other people, by name'),
    kin: doc(list(tie).exactOptional(), '亲属关系', 'Ties of kinship'),
    chart: doc(chart.exactOptional(), '谁领导谁；不写即按单位正职', 'Who leads whom, where not the chief of the unit'),
    moves: doc(list(move).exactOptional(), '当日拟议的调动', 'Moves proposed on the day'),
    expect: doc(z.record(id, answer), '各规则应有的结论，按规则编号', 'What each rule must say, by its id'),
    dueBy: doc(z.record(id, dayText).exactOptional(), '各规则应有的办理期限', 'By when each rule wants it done'),
  })
  .meta({
    id: 'case',
    description: '案例：虚构之人、某日、各规则应有的结论。A worked case: a made-up person, a day, what each rule says.',
  })
