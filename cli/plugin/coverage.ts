import type { Instrument, Language, PluginDocument } from '../../policy/index.ts'
import { Columns, type Row } from '../table.ts'
import { told } from './problem-lines.ts'

const heads: Readonly<Record<Language, Row>> = {
  zh: ['文件', '规则', '停用', '由人研判', '未公开', '待承载', '未核对'],
  en: ['instrument', 'rules', 'off', 'left to people', 'unpublished', 'later', 'not verified'],
}

/** How much of each instrument is computed, and who carries the rest. */
export const coverageLines = (plugin: PluginDocument, language: Language, room: number | null): readonly string[] => {
  const rows = [heads[language], ...plugin.instruments.map((instrument) => rowOf(plugin, instrument, language))]
  const columns = new Columns(rows, 0, room === null ? null : room - 2)
  return rows.flatMap((row) => columns.linesOf(row)).map((line) => `  ${line}`)
}

const rowOf = ({ rules, clauses }: PluginDocument, { id, title }: Instrument, language: Language): Row => {
  const ofIt = <T extends { readonly cite: { readonly instrument: string } }>(all: readonly T[]) =>
    all.filter(({ cite }) => cite.instrument === id)
  const [ruled, listed] = [ofIt(rules), ofIt(clauses)]
  const off = ruled.filter(({ enabled }) => enabled === false).length
  const counts = [
    ruled.length - off,
    off,
    listed.filter(({ status }) => status === 'manual').length,
    listed.filter(({ status }) => status === 'unpublished').length,
    listed.filter(({ status }) => typeof status === 'object').length,
    [...ruled, ...listed].filter(({ cite }) => !cite.verified).length,
  ]
  return [told(title, language), ...counts.map(String)]
}
