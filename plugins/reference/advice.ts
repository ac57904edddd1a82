/** Which duty a clause means where two are near. */
export const choices = `| the circular says | write |
|---|---|
| 执纪执法 (a key post by its work: investigating, enforcing) | \`discipline_enforcement\` |
| 纪检监察 (avoidance: discipline inspection and supervision of one’s own organ) | \`discipline_inspection\` |
| 资金管理、资产管理、专项资金 | \`funds_assets\` |
| 财务、会计、出纳 | \`finance\` |
| 监管、监督管理、市场监管 | \`supervision\` |
| 项目审批 | \`project_approval\` |
| 行政许可、行政审批 | \`licensing\` |
| 组织人事、干部人事 | \`personnel\` |`

/** What `per` counts, a sentence each. */
export const counting = `| \`per\` | what is counted |
|---|---|
| \`[post]\` | each post alone; another post begins anew |
| \`[internalUnit]\` | each internal unit alone, whatever the posts in it |
| \`[organ]\`, \`[legalPerson]\` | each organ, each legal person alone: from secretary to chief of one institution counts on |
| \`[duty]\` | each duty alone: five years of audit in two sections count on, three of audit and three of finance do not add up |
| \`[business]\` | each line of business alone, by the words of the posts |
| \`[internalUnit, business]\` | each pair: the same business in the same internal unit |
| \`[]\` | the person as such: one finding, of whatever post |`
