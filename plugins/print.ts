import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import Table from 'cli-table3'
import { canonicalText, digestOf, type PluginDocument, printedFormat } from '../policy/index.ts'
import { type Coverage, coverageOf } from './coverage.ts'
import { plugins } from './index.ts'
import { pluginReference } from './reference/page.ts'

const folder = new URL('../dist/plugins/', import.meta.url)
const docs = new URL('../docs/', import.meta.url)

const fileOf = ({ id, version }: PluginDocument) => `${id}-${version}.json`

/** The document with its keys in canonical order, indented for people: the same law always prints the same bytes. */
const printed = (plugin: PluginDocument): string => `${JSON.stringify(JSON.parse(canonicalText(plugin)), null, 2)}\n`

/** Written beside and renamed, so that a reader never meets half a document. */
const write = async (plugin: PluginDocument): Promise<void> => {
  const [half, whole] = [new URL(`.${fileOf(plugin)}.part`, folder), new URL(fileOf(plugin), folder)]
  await writeFile(half, printed(plugin))
  await rename(half, whole)
}

const removeOldVersions = async (): Promise<void> => {
  const current = new Set(plugins.map(fileOf))
  const stale = (await readdir(folder)).filter((name) => name.endsWith('.json') && !current.has(name))
  await Promise.all(stale.map((name) => rm(new URL(name, folder))))
}

const rowOf = (plugin: PluginDocument, coverage: Coverage): string[] => [
  `${plugin.id} ${plugin.version}`,
  plugin.name.zh,
  String(coverage.rulesOn),
  String(coverage.rulesOff),
  String(coverage.manual),
  String(coverage.unpublished),
  Object.entries(coverage.later)
    .map(([kind, count]) => `${kind} ${count}`)
    .join(', '),
  String(coverage.cases),
  coverage.missing.length === 0 ? '0' : coverage.missing.join(' '),
  digestOf(plugin).slice(0, 12),
]

const table = new Table({
  head: ['plugin', '名称', 'rules on', 'off', 'manual', 'unpublished', 'later', 'cases', 'missing', 'digest'],
  style: { head: [], border: [] },
})

await mkdir(folder, { recursive: true })
await Promise.all(plugins.map(write))
await removeOldVersions()
await writeFile(new URL('../plugin.schema.json', folder), printedFormat())
for (const plugin of plugins) table.push(rowOf(plugin, coverageOf(plugin)))
if (!process.argv.includes('--quiet')) {
  await writeFile(new URL('plugin.schema.json', docs), printedFormat())
  await writeFile(new URL('plugin-reference.md', docs), pluginReference())
  console.log(table.toString())
  console.log(`${plugins.length} documents in ${fileURLToPath(folder)}`)
}
