import writeExcelFile from 'write-excel-file/node'
import { harmless } from '../../acts/harmless.ts'
import {
  type InstrumentText,
  type Language,
  type PluginDocument,
  policyText,
  type TextArticle,
  type TextEntry,
} from '../../policy/index.ts'
import { fitted } from '../columns.ts'
import { roomToSay, say } from '../say.ts'
import { told } from './problem-lines.ts'
import { wellFormed } from './sound.ts'
import { readSource } from './source.ts'

interface Options {
  readonly markdown?: boolean
  readonly xlsx?: string
  readonly english?: boolean
}

/** `cadre plugin text`: the document written back as articles, for whoever compares it with the published text. */
export const text = async (path: string, { markdown = false, xlsx, english = false }: Options): Promise<void> => {
  const language = english ? 'en' : 'zh'
  const plugin = wellFormed(await readSource(path))
  const instruments = policyText(plugin, language)
  if (xlsx !== undefined) {
    await writeWorkbook(instruments, xlsx, language)
    return say(language === 'zh' ? `已写入 ${xlsx}。` : `Written to ${xlsx}.`)
  }
  const room = roomToSay()
  const lines = markdown ? markdownOf(plugin, instruments, language) : plainOf(plugin, instruments, language)
  say(room === null || markdown ? lines.join('\n') : fitted(lines.join('\n'), room))
}

const words = {
  zh: {
    kinds: { rule: '规则', exemption: '豁免', value: '数值', clause: '条款' },
    none: '（原文无条号）',
    stop: '。',
    colon: '：',
    unverified: '出处尚未与官方文本核对。',
    note: '理解：',
    head: ['文件', '条款', '类别', '编号', '全名', '名称', '条文', '说明', '核对', '理解'],
    verified: ['已核对', '未核对'],
  },
  en: {
    kinds: { rule: 'rule', exemption: 'exemption', value: 'value', clause: 'clause' },
    none: '(no number in the text)',
    stop: '. ',
    colon: ': ',
    unverified: 'Not yet compared with the official text.',
    note: 'Reading: ',
    head: [
      'instrument',
      'article',
      'kind',
      'id',
      'full name',
      'title',
      'what it says',
      'details',
      'verified',
      'reading',
    ],
    verified: ['verified', 'not verified'],
  },
} as const

const titleOf = (plugin: PluginDocument, language: Language) =>
  `${told(plugin.name, language)}　${plugin.id} ${plugin.version}`

/** What officers call it, and the full name by which other documents do. */
const nameOf = ({ id, fullId }: TextEntry, language: Language): string => {
  if (fullId === null || fullId === id) return id
  return language === 'zh' ? `${id}（${fullId}）` : `${id} (${fullId})`
}

/** What stands under an entry: details, whether it was compared, the reading taken. */
const remarksOf = ({ details, verified, note }: TextEntry, language: Language): readonly string[] => [
  ...details,
  ...(verified ? [] : [words[language].unverified]),
  ...(note === null ? [] : [`${words[language].note}${note}`]),
]

const plainOf = (
  plugin: PluginDocument,
  instruments: readonly InstrumentText[],
  language: Language,
): readonly string[] => {
  const { kinds, none, stop } = words[language]
  return [
    `■ ${titleOf(plugin, language)}`,
    ...instruments.flatMap(({ title, issuer, inForce, articles }) => [
      '',
      language === 'zh' ? `《${title}》` : title,
      `${issuer}${stop}${inForce}`,
      ...articles.flatMap(({ article, entries }) => [
        '',
        article ?? none,
        ...entries.flatMap((entry) => [
          `  【${kinds[entry.kind]}】${nameOf(entry, language)}　${entry.title}`,
          `    ${entry.sentence}`,
          ...remarksOf(entry, language).map((remark) => `    · ${remark}`),
        ]),
      ]),
    ]),
  ]
}

const markdownOf = (
  plugin: PluginDocument,
  instruments: readonly InstrumentText[],
  language: Language,
): readonly string[] => {
  const { kinds, none, stop, colon } = words[language]
  return [
    `# ${plain(titleOf(plugin, language))}`,
    ...instruments.flatMap(({ title, issuer, inForce, articles }) => [
      '',
      `## ${plain(language === 'zh' ? `《${title}》` : title)}`,
      '',
      plain(`${issuer}${stop}${inForce}`),
      ...articles.flatMap(({ article, entries }) => [
        '',
        `### ${plain(article ?? none)}`,
        '',
        ...entries.flatMap((entry) => [
          `- **${plain(`${kinds[entry.kind]} ${nameOf(entry, language)}　${entry.title}`)}**${colon}${plain(entry.sentence)}`,
          ...remarksOf(entry, language).map((remark) => `  - ${plain(remark)}`),
        ]),
      ]),
    ]),
  ]
}

/** Texts of the author's that mean something in Markdown mean nothing here. */
const plain = (line: string): string => line.replaceAll(/[\\`*_#[\]<>|]/g, '\\$&')

const writeWorkbook = async (instruments: readonly InstrumentText[], path: string, language: Language) => {
  const { head, kinds, none, verified } = words[language]
  const rowsOf = (title: string, { article, entries }: TextArticle) =>
    entries.map((entry) => [
      title,
      article ?? none,
      kinds[entry.kind],
      entry.id,
      entry.fullId ?? '',
      entry.title,
      entry.sentence,
      entry.details.join(''),
      verified[entry.verified ? 0 : 1],
      entry.note ?? '',
    ])
  const rows = instruments.flatMap(({ title, articles }) => articles.flatMap((article) => rowsOf(title, article)))
  const cells = rows.map((row) => row.map((value) => ({ value: harmless(value), type: String, wrap: true })))
  const widths = [26, 14, 8, 14, 20, 30, 70, 40, 10, 40]
  const sheet = {
    sheet: language === 'zh' ? '条文对照' : 'articles',
    data: [head.map((value) => ({ value, fontWeight: 'bold' as const })), ...cells],
    columns: widths.map((width) => ({ width })),
    stickyRowsCount: 1,
  }
  await writeExcelFile([sheet]).toFile(path)
}
