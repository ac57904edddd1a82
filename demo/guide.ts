const whoIsDue = `query { jurisdiction(code: "411100") { name
  findings(on: "2026-11-22", first: 10) { edges { node {
    person { code name } rule { catalogueId title } status since until } } } } }`

const explain = `query { person(code: "LH-D11", at: "411100") { name
  findings(on: "2025-03-01") { status explanation { text } }
  notYet(on: "2025-03-01") { rule { catalogueId } firstDay because } } }`

const calendar = `query { jurisdiction(code: "360400") { name
  calendar(from: "2026-11-22", to: "2031-11-22", first: 20) { edges { node {
    on change person { name } rule { catalogueId effect } } } } } }`

const conflicts = `query { jurisdiction(code: "411100") { name
  conflicts(on: "2026-11-22", first: 10) { edges { node {
    sides { person { code name } post { title } } kin { class } rule { catalogueId effect } status since
    explanation { text } } } } } }`

const policies = `query { jurisdiction(code: "360400") { name
  installations(first: 10) { edges { node { state mode effectiveFrom proposedBy approvedBy
    plugin { name version } package { signedBy } preview { counts { change year unit { name } people } } } } } } }`

/** Questions to ask of the synthetic world, and what each shows. */
export const queries: readonly (readonly [string, string])[] = [
  ['漯河市 2026-11-22 谁应交流：先必须、后应当，各附规则与起始日', whoIsDue],
  ['一人何以应办、何以免除：1967 年 12 月生，新旧退休年龄之间，三年之限先满足、后又不满足', explain],
  ['九江市今后五年：谁何时到期、何时不再、何时退休', calendar],
  ['漯河市哪些亲属不得同任现职：什么亲属、什么职务关系、依据哪一条、自哪天起', conflicts],
  ['九江市的政策：谁提出、谁批准、谁签名，自何日适用，将影响何单位多少人（演示文件，虚构）', policies],
]

/** What to do with the synthetic world once it is loaded: where it will be served, and five questions to ask it. */
export const guide = (port: number): string =>
  [
    `演示数据已就绪。服务地址：http://127.0.0.1:${port}/graphql （在浏览器中打开即可提问）`,
    ...queries.map(([shows, query], i) => `\n${i + 1}. ${shows}\n${query}`),
    '\n已知答案：demo/answers.ts、demo/conflict-answers.ts、demo/team-answers.ts。终端：npx cadre due --at 411100 --on 2026-11-22 ；npx cadre explain LH-D11 --on 2025-03-01 ；npx cadre conflicts --at 411100 --on 2026-11-22 --explain\n',
  ].join('\n')
