import { type Amendment, amendments, type Difference, digestOf, type Language } from '../../policy/index.ts'
import { say } from '../say.ts'
import { told } from './problem-lines.ts'
import { wellFormed } from './sound.ts'
import { readSource } from './source.ts'

const words = {
  zh: {
    parts: {
      identity: '身份',
      instrument: '文件',
      rule: '规则',
      value: '数值',
      definition: '命名条件',
      clause: '条款',
      case: '案例',
    },
    kinds: { ADDED: '新增', REMOVED: '删去', CHANGED: '修改' },
    before: '原：',
    after: '现：',
  },
  en: {
    parts: {
      identity: 'identity',
      instrument: 'instrument',
      rule: 'rule',
      value: 'value',
      definition: 'named condition',
      clause: 'clause',
      case: 'case',
    },
    kinds: { ADDED: 'added', REMOVED: 'removed', CHANGED: 'changed' },
    before: 'was: ',
    after: 'now: ',
  },
} as const

const marks: Readonly<Record<Amendment['kind'], string>> = { ADDED: '+', REMOVED: '-', CHANGED: '~' }

/** `cadre plugin diff`: what the law says otherwise, rule by rule and value by value; nothing of how the files are laid out. */
export const diff = async (before: string, after: string, { english = false }: { readonly english?: boolean }) => {
  const language = english ? 'en' : 'zh'
  const [was, is] = [wellFormed(await readSource(before)), wellFormed(await readSource(after))]
  const found = amendments(was, is, language)
  const head = `${was.id} ${was.version}（${digestOf(was).slice(0, 12)}）→ ${is.id} ${is.version}（${digestOf(is).slice(0, 12)}）`
  if (found.length === 0) return say(language === 'zh' ? `${head}：两份文件相同。` : `${head}: both say the same.`)
  say([head, ...found.flatMap((each) => amendmentLines(each, language)), summary(found, language)].join('\n'))
}

const amendmentLines = (amendment: Amendment, language: Language): readonly string[] => {
  const { part, id, title, kind, before, after, differences } = amendment
  const { parts, kinds, before: was, after: is } = words[language]
  const name = [parts[part], ...(part === 'identity' ? [] : [id, title])].filter((word) => word !== '').join(' ')
  return [
    `${marks[kind]} ${name}　${kinds[kind]}`,
    ...(before === null || before === after ? [] : [`    ${was}${before}`]),
    ...(after === null || before === after ? [] : [`    ${is}${after}`]),
    ...differences.map((difference) => `    ${differenceLine(difference, language)}`),
  ]
}

const differenceLine = ({ what, before, after }: Difference, language: Language): string => {
  const name = told(what, language)
  if (before === null && after === null) return name
  return `${name}${language === 'zh' ? '：' : ': '}${before ?? '—'} → ${after ?? '—'}`
}

const summary = (found: readonly Amendment[], language: Language): string => {
  const counts = (['ADDED', 'REMOVED', 'CHANGED'] as const).map((kind) => {
    const count = found.filter((each) => each.kind === kind).length
    return language === 'zh' ? `${words.zh.kinds[kind]} ${count}` : `${count} ${words.en.kinds[kind]}`
  })
  return language === 'zh'
    ? `共 ${found.length} 处：${counts.join('，')}。`
    : `${found.length} in all: ${counts.join(', ')}.`
}
