import { type Certificate, digestOf, type Language, limits, type PluginDocument } from '../../policy/index.ts'
import { exitCodes } from '../failure.ts'
import { roomToSay, say } from '../say.ts'
import { acceptWords, heldLines, noticeLines, openLines, openPoints } from './certificate-lines.ts'
import { type Checked, checked } from './checks.ts'
import { coverageLines } from './coverage.ts'
import { problemLines, told } from './problem-lines.ts'
import { placeholder, readSource, type Source } from './source.ts'

interface Options {
  readonly at?: string
  readonly against?: readonly string[]
  readonly english?: boolean
}

/** `cadre plugin check`: whether a document is sound and may stand below what governs, with every trouble and its line. */
export const check = async (path: string, { at, against, english = false }: Options): Promise<void> => {
  const language = english ? 'en' : 'zh'
  const source = await readSource(path)
  const target = at ?? source.sealed?.manifest.target
  const found = await checked(source.document, {
    ...(target !== undefined && { at: target }),
    ...(against !== undefined && { against }),
  })
  const problems = [...source.problems.filter(({ path: [first] }) => first !== 'document'), ...found.problems]
  const refused = problems.length > 0
  say(
    [
      ...(found.plugin === null ? [] : described(found.plugin, found, source, language)),
      ...problems.flatMap((problem) => problemLines(problem, source, language)),
      ...placeholderLines(source, language),
      verdict(found, problems.length, language),
    ].join('\n'),
  )
  if (refused) process.exitCode = exitCodes.refused
}

const described = (
  plugin: PluginDocument,
  { above, certificate, cost }: Checked,
  source: Source,
  language: Language,
): readonly string[] => {
  const zh = language === 'zh'
  const head = `${told(plugin.name, language)}　${plugin.id} ${plugin.version}　${digestOf(plugin).slice(0, 12)}`
  const cases = plugin.cases.length
  const dearest = cost?.rules[0]
  return [
    `■ ${head}`,
    zh ? '条文覆盖' : 'Coverage',
    ...coverageLines(plugin, language, roomToSay()),
    zh ? `案例 ${cases} 个` : `${cases} worked cases`,
    ...(cost === null
      ? []
      : [
          zh
            ? `计算量 ${cost.total}（上限 ${limits.totalCost}）${dearest === undefined ? '' : `，最大的一条是 ${dearest.rule}：${dearest.cost}`}`
            : `Cost ${cost.total} of at most ${limits.totalCost}${dearest === undefined ? '' : `; dearest rule ${dearest.rule}: ${dearest.cost}`}`,
        ]),
    ...(above === null ? [] : [aboveLine(above, language)]),
    ...(certificate === null ? [] : certificateLines(certificate, source, language)),
  ]
}

const certificateLines = (certificate: Certificate, source: Source, language: Language): readonly string[] => [
  ...heldLines(certificate, source, language),
  ...openPoints(certificate).flatMap((item) => openLines(item, source, language)),
  ...certificate.notices.flatMap((notice) => noticeLines(notice, source, language)),
]

const aboveLine = ({ at, stated, superiors }: NonNullable<Checked['above']>, language: Language): string => {
  const zh = language === 'zh'
  const names = superiors.map(({ plugin }) => `${plugin.id} ${plugin.version}`).join(zh ? '、' : ', ')
  const none = zh ? '没有' : 'none'
  if (zh)
    return `上级政策：${names === '' ? none : names}${stated ? `（装于 ${at}）` : '（模板未指明辖区，只对照全国；用 --at 指明）'}`
  return `Above it: ${names === '' ? none : names}${stated ? ` (installed at ${at})` : ' (a template without a place is held against the nation only: say --at)'}`
}

const placeholderLines = ({ placeholders }: Source, language: Language): readonly string[] => {
  if (placeholders.length === 0) return []
  const [zh, en] = [placeholders.join('、'), placeholders.join(', ')]
  return language === 'zh'
    ? [`· ${zh}　${placeholder}`, '  这些地方还是占位：换成你们的文件和条款，并去掉此标记，再打包。']
    : [
        `· ${en}　${placeholder}`,
        '  Put your own instruments and articles there and take the mark away before it is packed.',
      ]
}

const verdict = ({ certificate }: Checked, problems: number, language: Language): string => {
  const zh = language === 'zh'
  if (problems > 0)
    return zh ? `结论：${problems} 处问题，须先改正。` : `Verdict: ${problems} problems to put right first.`
  const open = certificate === null ? [] : openPoints(certificate)
  if (open.length > 0)
    return zh
      ? `结论：可以打包；其中 ${open.length} 处（?）须由人对照上级规定后确认，安装时由提出人负责：${acceptWords(open)}。`
      : `Verdict: it may be packed; ${open.length} points (?) are for a person to compare with the superior rule; whoever proposes it answers for them: ${acceptWords(open)}.`
  return zh ? '结论：检查通过，可以打包。' : 'Verdict: sound; it may be packed.'
}
