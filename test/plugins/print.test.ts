import { execFile } from 'node:child_process'
import { readdir, readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { checkPlugin, digestOf } from '../../policy/index.ts'

const folder = 'dist/plugins'

const print = async () => {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'plugins/print.ts'])
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted()
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')))
  return new Map(names.map((name, i) => [name, texts[i] ?? '']))
}

test('printing gives one document per plugin, the same bytes each time, and each reads back as the same law', async () => {
  const first = await print()
  expect([...first.keys()]).toEqual(plugins.map(({ id, version }) => `${id}-${version}.json`).toSorted())
  for (const plugin of plugins) {
    const checked = checkPlugin(JSON.parse(first.get(`${plugin.id}-${plugin.version}.json`) ?? ''))
    expect('plugin' in checked && digestOf(checked.plugin)).toBe(digestOf(plugin))
  }
  expect(await print()).toEqual(first)
})
