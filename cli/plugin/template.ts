/** What a fresh policy is about. */
export interface Fresh {
  readonly id: string
  readonly level: string
  readonly name: string
  /** Name of the jurisdiction above. */
  readonly under: string
  readonly today: string
}

const hint = '# yaml-language-server: $schema=./plugin.schema.json'
const cite = (indent: string) =>
  [
    'cite:',
    `  instrument: measures`,
    `  article: 第一条`,
    `  verified: false`,
    `  note: 占位，待核对。Placeholder, to be replaced.`,
  ]
    .map((line) => `${indent}${line}`)
    .join('\n')

const identity = ({ id, level, name, today }: Fresh) => `${hint}
# 身份与依据。Identity, and the instruments it follows.
format: 1
id: ${id}
version: 1.0.0
name: { zh: ${quoted(name)}, en: ${quoted(id)} }
level: ${level}
# jurisdiction: '000000'   # 写上即专属一地，不写即模板。Belongs to one place; without it the document is a template.
reviewedOn: '${today}'   # 最近一次与文本核对之日 · last day someone compared it with the text

# 履历之外要读的信息类别：personnel、family、discipline、health；不读即空。
# Classes of facts its rules read beside careers; none here.
reads: []

instruments:
  # 占位 PLACEHOLDER：换成你们的文件。Put your own instrument here.
  - id: measures
    title: { zh: 待填：干部交流办法, en: 'To be named: measures on cadre exchange' }
    issuer: { zh: 待填：制定机关, en: 'To be named: the issuer' }
    inForce: { knownBy: '2000-01-01' }   # 有施行日写 from。Write \`from\` where the text gives a day.
`

const parameters = `${hint}
# 随时而变的数值：每个值有起始日和出处。Every value of the law has its first day and its citation.
parameters:
  same-post-years:
    title: { zh: 同一职位任职年限, en: Years in one post }
    values:
      - from: '2000-01-01'
        value: P10Y
${cite('        ')}   # 占位 PLACEHOLDER
`

const rules = `${hint}
# 规则：谁、在什么日子、应当如何。Whom, on which days, and how strongly.
definitions: {}

rules:
  - id: same-post
    catalogueId: XX-1   # 干部工作中的条目编号 · what officers call it
    kind: rotation
    title: { zh: 同一职位任职满年限, en: So many years in one post }
${cite('    ')}   # 占位 PLACEHOLDER
    per: [post]         # 按职位计算任职 · a stay is counted along the post
    effect: MUST        # 必须 MUST、应当 SHALL、一般应当 SHOULD、可以 MAY
    coreType: policy
    when:
      lasting: { atLeast: { param: same-post-years } }
`

const clauses = `${hint}
# 不能计算的条款也要列明：由人研判 manual，文本未公开 unpublished。
# A clause that cannot be computed is listed, never dropped: left to people, or never published.
clauses: []
# - catalogueId: XX-2
#   title: { zh: 名称, en: Title }
#   text: { zh: 条文大意, en: What it says }
#   cite: { instrument: measures, article: 第二条, verified: false }
#   status: manual
`

const cases = `${hint}
# 案例：每条规则至少一个适用 binds、一个不适用 passes，都落在界限上才查得出差错。
# Of each rule one case that binds and one that passes, both on the very boundary: only there a slip shows.
cases:
  - name: 任职满十年之日，必须交流
    on: '2022-03-15'
    career:
      - { post: 甲科科长, from: '2012-03-15' }
    expect: { same-post: binds }

  - name: 满十年的前一日尚不必；此前在另一职位的年限不计入
    on: '2022-03-14'
    career:
      - { post: 乙科科长, from: '2008-01-01', to: '2012-03-15' }
      - { post: 甲科科长, from: '2012-03-15' }
    expect: { same-post: passes }
`

const readme = ({ id, name, under }: Fresh) => `# ${name}

这是一份政策文件的草稿，写成几份 YAML。A policy document in the making, as a few files of YAML.

| file | |
|---|---|
| plugin.yaml | 身份、依据的文件 · identity and instruments |
| parameters.yaml | 数值及其起始日 · dated values |
| rules.yaml | 规则 · rules |
| clauses.yaml | 由人研判的条款 · clauses left to people |
| cases.yaml | 案例 · worked cases |

凡标有 PLACEHOLDER 处须换成真实的文件与条款。Replace whatever is marked PLACEHOLDER. A file that grows may become several:
every .yaml in this folder is read.

\`\`\`sh
npx cadre plugin check ${id} --at 六位代码   # ${under}之下的辖区，模板任选其一 · the place below, of a template any
npx cadre plugin test ${id}
npx cadre plugin text ${id}
npx cadre plugin pack ${id} --for 六位代码 --sequence 1 --out ${id}.json
npx cadre plugin key new --out keys          # 只做一次 · once
npx cadre plugin sign ${id}.json --key keys/private.pem
\`\`\`
`

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`

/** The files of a policy that says one thing, and passes its own check. */
export const freshFiles = (fresh: Fresh): ReadonlyMap<string, string> =>
  new Map([
    ['plugin.yaml', identity(fresh)],
    ['parameters.yaml', parameters],
    ['rules.yaml', rules],
    ['clauses.yaml', clauses],
    ['cases.yaml', cases],
    ['README.md', readme(fresh)],
  ])
