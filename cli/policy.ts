import { type Installation, type Rule, renderRule } from '../policy/index.ts'
import { reading } from './database.ts'
import { checkedDay, dayAsked } from './day.ts'
import { governing } from './governing.ts'
import { checkPlace } from './no-such-place.ts'
import { say } from './say.ts'

interface Options {
  readonly at: string
  readonly on?: string
}

/** `cadre policy`: what governs here on a day, nation first: installed documents and their rules as sentences. */
export const policy = async ({ at, on }: Options): Promise<void> => {
  const asked = on === undefined ? undefined : checkedDay(on)
  checkPlace(at)
  const lines = await reading(async (tx) => {
    const day = await dayAsked(tx, asked)
    const installed = await governing(tx, at, day)
    return installed.length === 0 ? [`${at} 在 ${day} 没有已安装的政策。`] : installed.flatMap(describe)
  })
  say(lines.join('\n'))
}

const describe = ({ plugin, jurisdiction, effectiveFrom, digest }: Installation): string[] => [
  `\n■ ${plugin.name.zh}（${jurisdiction}）${plugin.id} ${plugin.version}，自 ${effectiveFrom} 起，摘要 ${digest.slice(0, 12)}`,
  ...plugin.rules.filter(isEnabled).map((rule) => `  ${rule.catalogueId}：${renderRule(rule, plugin, 'zh')}`),
  ...plugin.clauses.map(({ catalogueId, title, status }) => `  ${catalogueId}：${title.zh}（${clauseWord(status)}）`),
]

const isEnabled = ({ enabled = true }: Rule) => enabled

const clauseWord = (status: Installation['plugin']['clauses'][number]['status']): string =>
  status === 'manual' ? '由人研判' : status === 'unpublished' ? '文本未公开' : '待后续规则类型承载'
