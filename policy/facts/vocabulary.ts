/** The closed word lists of the graph, in the order the law ranks them where it ranks them, with their Chinese terms. */

export const levels = {
  clerk: '科员',
  unit_deputy: '股级副职',
  unit_chief: '股级正职',
  section_deputy: '副科',
  section_chief: '正科',
  division_deputy: '副处',
  division_chief: '正处',
  bureau_deputy: '副厅',
  bureau_chief: '正厅',
  ministry_deputy: '副部',
  ministry_chief: '正部',
  state_deputy: '副国',
  state_chief: '正国',
} as const
/** Duty level of a post or assignment (职务层次, GB/T 12407), lowest first. */
export type Level = keyof typeof levels
export const levelOrder = Object.keys(levels) as readonly Level[]

export const capacities = {
  formal: '正式',
  probation: '任职试用期',
  secondment: '挂职',
  loan: '借调',
  concurrent: '兼任',
  acting: '主持工作',
} as const
export type Capacity = keyof typeof capacities

export const categories = {
  civil: '公务员',
  reference: '参公',
  institution_management: '事业管理',
  institution_technical: '事业专技',
  worker: '工勤',
  supervisor: '监察官',
  judge: '法官',
  procurator: '检察官',
} as const
export type Category = keyof typeof categories

export const unitKinds = {
  organ: '机关',
  internal_unit: '内设机构',
  institution: '事业单位',
  street_office: '街道',
  township: '乡镇',
  court: '法院',
  procuratorate: '检察院',
  supervision_commission: '监委',
  dispatched_office: '派驻机构',
  enterprise: '企业',
} as const
export type UnitKind = keyof typeof unitKinds

export const teamKinds = {
  party_committee: '党委',
  government: '政府',
  peoples_congress: '人大',
  cppcc: '政协',
  organ: '单位班子',
} as const
export type TeamKind = keyof typeof teamKinds

export const seats = {
  chief: '正职',
  deputy: '副职',
  party_secretary: '党委书记',
  government_head: '政府正职',
  discipline_secretary: '纪委书记',
  organization_head: '组织部长',
  political_legal_secretary: '政法委书记',
  public_security_head: '公安局长',
  court_president: '法院院长',
  chief_procurator: '检察长',
} as const
export type Seat = keyof typeof seats

export const duties = {
  discipline_enforcement: '执纪执法',
  supervision: '监督管理',
  personnel: '组织人事',
  audit: '审计',
  finance: '财务',
  project_approval: '项目审批',
  funds_assets: '资金资产管理',
  planning_construction: '规划建设',
  land: '土地管理',
  procurement: '招标采购',
  licensing: '行政许可',
  penalty: '行政处罚',
  discipline_inspection: '纪检监察',
} as const
export type Duty = keyof typeof duties

export const stateKinds = {
  probation: '新录用试用期',
  case_filed: '立案审查调查',
  sanction: '处分',
  health_unfit: '健康原因',
  unfinished_business: '重要公务未了',
  evident_problem: '有明显问题',
  potential: '表现优秀有潜力',
  unsuited: '不适宜现职',
  application_approved: '交流申请获批',
  approval: '审批',
  spouse_abroad: '配偶移居',
  early_retirement_approved: '提前退休获批',
  appraisal: '年度考核',
} as const
export type StateKind = keyof typeof stateKinds

export const dossierKinds = {
  inspection: '考察',
  departure_audit: '离任审计',
  archive_check: '档案审核',
  personal_matters_check: '个人有关事项查核',
  discipline_opinion: '纪检监察机关意见',
  complaint_check: '信访举报核查',
  double_signature: '双签字',
  collective_decision: '集体决定',
  placement_opinion: '任职安排意见',
  publicity: '公示',
  published_posts: '公开岗位',
  talk: '谈话',
  training: '培训',
  handover: '交接',
  refusal: '拒不服从',
} as const
export type DossierKind = keyof typeof dossierKinds

export const divisionLevels = {
  nation: '国家',
  province: '省级',
  municipality: '地级',
  county: '县级',
} as const
/** Level of a jurisdiction; districts and counties are one level. Highest first. */
export type DivisionLevel = keyof typeof divisionLevels
export const divisionOrder = Object.keys(divisionLevels) as readonly DivisionLevel[]

export type Sex = 'M' | 'F'

/** Age limit in force before the 2024 reform (改革前任职年龄界限), when the file states it. */
export type RetirementLimit = '50' | '55' | '60' | '63' | '65' | '66'

/** What a stay may run along: the dimension a rule counts in. */
export const dims = {
  post: '职位',
  internalUnit: '内设机构',
  organ: '机关',
  legalPerson: '法人单位',
  team: '班子',
  place: '任职地',
  duty: '岗位职责',
  business: '业务',
  level: '职务层次',
  jurisdiction: '辖区',
} as const
export type Dim = keyof typeof dims
