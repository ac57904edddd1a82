/** An internal unit of an organ as the synthetic world imagines it. Duties are tags of the roster format. */
export interface SectionPlan {
  readonly name: string
  readonly duties?: string
  readonly business?: string
}

/** An organ with its internal units. `formerly`: the name before the reform of 22 March 2019, which made it another unit. */
export interface OrganPlan {
  readonly name: string
  readonly kind?: 'organ' | 'institution' | 'street_office'
  readonly category?: 'civil' | 'reference' | 'institution_management'
  readonly functions?: string
  readonly formerly?: string
  readonly sections: readonly SectionPlan[]
}

const section = (name: string, duties = '', business = ''): SectionPlan => ({ name, duties, business })

const office = section('办公室', '', '综合文秘')
const staff = section('人事科', 'personnel', '人事管理')
const law = section('政策法规科', 'discipline_enforcement', '法规')

const organ = (name: string, sections: readonly SectionPlan[], more: Partial<OrganPlan> = {}): OrganPlan => ({
  name,
  sections,
  ...more,
})

/** Departments that every municipality and district has, in the order in which a smaller world keeps them. */
export const departments: readonly OrganPlan[] = [
  organ('财政局', [
    office,
    section('预算科', 'finance;funds_assets', '预算'),
    section('国库科', 'finance;funds_assets', '国库'),
    section('政府采购监督管理科', 'procurement;supervision', '采购'),
    section('资产管理科', 'funds_assets', '资产'),
  ]),
  organ(
    '自然资源和规划局',
    [
      office,
      section('用地审批科', 'land;project_approval', '用地'),
      section('规划管理科', 'planning_construction', '规划'),
      section('执法监督科', 'discipline_enforcement;penalty', '执法'),
      staff,
    ],
    { formerly: '国土资源局' },
  ),
  organ('审计局', [
    office,
    section('财政审计科', 'audit', '财政审计'),
    section('投资审计科', 'audit', '投资审计'),
    section('经济责任审计科', 'audit', '经济责任审计'),
    law,
  ]),
  organ(
    '市场监督管理局',
    [
      office,
      section('注册登记科', 'licensing', '登记'),
      section('食品安全监管科', 'supervision', '食品监管'),
      section('执法稽查科', 'discipline_enforcement;penalty', '稽查'),
      staff,
    ],
    { formerly: '工商行政管理局' },
  ),
  organ('发展和改革委员会', [
    office,
    section('固定资产投资科', 'project_approval', '投资'),
    section('价格管理科', 'supervision', '价格'),
    section('国民经济综合科', '', '综合计划'),
    section('重点项目科', 'project_approval', '项目'),
  ]),
  organ('住房和城乡建设局', [
    office,
    section('建筑市场监管科', 'supervision;licensing', '建筑市场'),
    section('村镇建设科', 'planning_construction', '村镇建设'),
    section('房地产市场监管科', 'supervision', '房地产'),
    staff,
  ]),
  organ(
    '生态环境局',
    [
      office,
      section('环境影响评价科', 'licensing;project_approval', '环评'),
      section('大气环境科', 'supervision', '大气'),
      section('环境监察科', 'discipline_enforcement;penalty', '监察'),
      staff,
    ],
    { formerly: '环境保护局' },
  ),
  organ('交通运输局', [
    office,
    section('综合运输科', 'licensing', '运输'),
    section('工程建设科', 'planning_construction;procurement', '建设'),
    section('安全监督科', 'supervision', '安全'),
    staff,
  ]),
  organ('人力资源和社会保障局', [
    office,
    section('事业单位人事管理科', 'personnel', '事业人事'),
    section('社会保险基金监督科', 'supervision;funds_assets', '基金监督'),
    section('劳动关系科', '', '劳动关系'),
    section('就业促进科', '', '就业'),
  ]),
  organ('教育局', [office, staff, section('基础教育科', '', '基础教育'), section('计划财务科', 'finance', '财务')]),
  organ(
    '卫生健康委员会',
    [office, section('医政医管科', 'licensing', '医政'), section('规划财务科', 'finance', '财务'), staff],
    { formerly: '卫生和计划生育委员会' },
  ),
  organ('民政局', [
    office,
    section('社会救助科', 'funds_assets', '救助'),
    section('社会组织管理科', 'licensing', '登记'),
  ]),
  organ('水利局', [
    office,
    section('水政水资源科', 'licensing;penalty', '水政'),
    section('规划建设科', 'planning_construction', '建设'),
    section('水旱灾害防御科', '', '防汛'),
  ]),
  organ('农业农村局', [office, section('计划财务科', 'finance', '财务'), section('种植业科', '', '种植业'), staff]),
  organ('商务局', [office, section('市场秩序科', 'supervision', '市场'), section('外贸科', '', '外贸')]),
  organ(
    '文化广电和旅游局',
    [office, section('文化市场管理科', 'licensing', '文化市场'), section('旅游发展科', '', '旅游'), staff],
    { formerly: '文化广电新闻出版局' },
  ),
  organ('应急管理局', [office, section('危险化学品监管科', 'supervision;licensing', '危化'), law]),
  organ('统计局', [office, section('国民经济核算科', '', '核算'), section('执法监督科', 'penalty', '执法')]),
  organ('司法局', [office, section('律师工作科', 'licensing', '律师'), section('行政复议科', '', '复议'), staff]),
  organ('民族宗教事务局', [office, section('民族科', '', '民族'), section('宗教科', 'supervision', '宗教')]),
  organ('退役军人事务局', [office, section('移交安置科', '', '安置'), section('优抚科', 'funds_assets', '优抚')]),
  organ('科学技术局', [office, section('科技计划科', 'project_approval', '计划'), section('成果科', '', '成果')]),
  organ('工业和信息化局', [
    office,
    section('运行监测科', '', '运行'),
    section('技术改造科', 'project_approval', '技改'),
  ]),
  organ('城市管理局', [
    office,
    section('市容管理科', 'penalty', '市容'),
    section('行政执法科', 'discipline_enforcement;penalty', '执法'),
    section('公用事业科', 'licensing', '公用事业'),
  ]),
  organ('信访局', [office, section('接访科', '', '接访'), section('督查科', 'supervision', '督查')]),
  organ('机关事务管理局', [office, section('国有资产科', 'funds_assets', '资产'), section('房产科', '', '房产')]),
  organ('供销合作社', [office, section('财务审计科', 'finance;audit', '财务')], { category: 'reference' }),
  organ('政务服务局', [
    office,
    section('审批协调科', 'licensing', '审批'),
    section('交易监管科', 'procurement', '交易'),
  ]),
  organ('林业局', [office, section('资源管理科', 'licensing', '资源'), section('造林科', '', '造林')]),
  organ('体育局', [office, section('群众体育科', '', '群体'), section('竞技体育科', '', '竞体')]),
]

/** What a street office and a public institution look like below their leaders. */
export const street = (name: string): OrganPlan =>
  organ(name, [section('党政办公室'), section('综合执法队', 'discipline_enforcement;penalty', '执法')], {
    kind: 'street_office',
  })

export const institution = (name: string): OrganPlan =>
  organ(name, [section('办公室'), section('财务科', 'finance', '财务'), section('业务科', '', '业务')], {
    kind: 'institution',
    category: 'institution_management',
  })
