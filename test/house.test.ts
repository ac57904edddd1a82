import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  folderOf,
  importsIn,
  localImportsOf,
  opaqueImportsIn,
  sourcesOf,
  textOf,
  withoutComments,
} from './support/sources.ts'

/** Who may import whom. `test/` may import anything; nothing imports `test/`. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  policy: [],
  plugins: ['policy'],
  db: ['policy'],
  acts: ['policy', 'db'],
  schema: ['policy', 'db', 'acts'],
  server: ['policy', 'db', 'acts', 'schema'],
  cli: ['policy', 'db', 'acts', 'schema'],
  demo: ['policy', 'db', 'acts'],
  bench: ['policy', 'plugins', 'db', 'acts', 'server', 'demo'],
}
const folders = Object.keys(mayImport)
const sources = folders.flatMap(sourcesOf)
const everything = [...sources, ...sourcesOf('test')]

/** The one file of `server/` that starting programs share: what the environment says. */
const config = 'server/config.ts'
const mayReadConfig = ['cli', 'demo']

/** Lines of code (not of comment) that match, as `file: line`. */
const linesMatching = (files: readonly string[], pattern: RegExp) =>
  files.flatMap((file) =>
    withoutComments(textOf(file))
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )

describe('the arrows between folders', () => {
  test.each(folders)('%s/ imports only what stands below it', (folder) => {
    const files = sourcesOf(folder)
    const allowed = [folder, ...(mayImport[folder] ?? [])]
    const strays = files.flatMap((file) =>
      localImportsOf(file)
        .filter((target) => !allowed.includes(folderOf(target)))
        .filter((target) => !(target === config && mayReadConfig.includes(folder)))
        .map((target) => `${file} → ${target}`),
    )
    expect(files, `${folder}/ has no sources`).not.toEqual([])
    expect(strays).toEqual([])
  })

  test('the engine has one door: other folders import only policy/index.ts', () => {
    const strays = sources
      .filter((file) => folderOf(file) !== 'policy')
      .flatMap((file) => localImportsOf(file).map((target) => ({ file, target })))
      .filter(({ target }) => folderOf(target) === 'policy' && target !== 'policy/index.ts')
    expect(strays).toEqual([])
  })

  test('no import hides its target', () => {
    expect(sources.flatMap((file) => opaqueImportsIn(textOf(file)).map((found) => `${file}: ${found}`))).toEqual([])
  })

  test('the reader of imports sees both quotes, effects, re-exports and dynamic imports, and no comment', () => {
    const text = `import a from './a.ts'\nimport "./b.ts"\nexport * from './c.ts'\nawait import("./d.ts")\n// from './e.ts'\n`
    expect(importsIn(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts'])
    expect(opaqueImportsIn('await import(name)')).toEqual(['import(name)'])
  })
})

describe('the law is computed without a clock and without I/O', () => {
  const pure = [...sourcesOf('policy'), ...sourcesOf('plugins')]
  /** Writes the documents to dist/, and so is the one file here that touches the world. */
  const printer = 'plugins/print.ts'
  const clock =
    /\bnew Date\b|\bDate\s*[.(]|\bperformance\s*\.|\bsetTimeout\b|\bsetImmediate\b|\bMath\.random\b|\bhrtime\b/

  test('policy/ and plugins/ read no clock and throw no dice', () => {
    expect(linesMatching(pure, clock)).toEqual([])
    for (const sample of ['new Date()', 'Date.now()', 'Date()', 'performance.now()', 'Math.random()'])
      expect(sample).toMatch(clock)
  })

  test('policy/ and plugins/ import no module of the platform; only the printer of documents does', () => {
    const platform = pure
      .filter((file) => file !== printer)
      .flatMap((file) => importsIn(textOf(file)).map((target) => `${file}: ${target}`))
      .filter((line) => /: (?:node:|fs\b|net\b|http)/.test(line))
    expect(platform).toEqual([])
    expect(linesMatching(pure, /\bfetch\s*\(|\bprocess\./).filter((line) => !line.startsWith(printer))).toEqual([])
  })
})

describe('one place for each thing', () => {
  test('only db/transaction.ts begins a transaction', () => {
    const begins = /\.begin\s*\(|\.transaction\s*\(|\bstart transaction\b|[`'"]\s*begin\b/i
    const elsewhere = sources.filter((file) => file !== 'db/transaction.ts')
    expect(linesMatching(elsewhere, begins)).toEqual([])
    expect(linesMatching(['db/transaction.ts'], begins)).not.toEqual([])
  })

  test('only server/config.ts reads the environment', () => {
    const reads = /\bprocess\.env\b|\bimport\.meta\.env\b/
    expect(
      linesMatching(
        sources.filter((file) => file !== config),
        reads,
      ),
    ).toEqual([])
    expect(linesMatching([config], reads)).not.toEqual([])
  })

  test('no job runs because a day has passed', () => {
    const timers = /\bcron\b|\bsetInterval\b|\.schedule\s*\(|\bstartAfter\b|node-schedule/
    expect(linesMatching(sources, timers)).toEqual([])
    for (const sample of ['boss.schedule(', 'setInterval(f, 1)', "import 'cron'"]) expect(sample).toMatch(timers)
  })
})

describe('how the code reads', () => {
  test('no source file passes 300 lines', () => {
    const long = everything.filter((file) => textOf(file).trimEnd().split('\n').length > 300)
    expect(long).toEqual([])
  })

  test('no value is of type any', () => {
    // `any(` is a word of the law: at least one of these conditions.
    const loose = /:\s*any\b(?!\s*[(,])|[<|&]\s*any\b(?!\s*\()|\bas any\b|\bany\[\]|@ts-(?:ignore|nocheck|expect-error)/
    expect(linesMatching(sources, loose)).toEqual([])
    for (const sample of ['(x: any) =>', 'Map<any>', 'x as any', 'any[]']) expect(sample).toMatch(loose)
  })

  test('no drawer for odds and ends', () => {
    const drawers =
      /(?:^|\/)(?:utils?|helpers?|common|services?|types|misc)(?:\.ts$|\/)|-(?:utils?|helpers?|manager|impl)\.ts$/
    expect(everything.filter((file) => drawers.test(file))).toEqual([])
  })

  test('nothing is left for later in a comment', () => {
    // Written apart, so that this file does not find itself.
    const left = /\b(?:TO(?:DO)|FIX(?:ME)|HA(?:CK)|X(?:XX))\b/
    const lines = everything.flatMap((file) =>
      textOf(file)
        .split('\n')
        .map((line) => `${file}: ${line}`),
    )
    expect(lines.filter((line) => left.test(line))).toEqual([])
  })

  test('only the edges print', () => {
    const inner = ['policy', 'plugins', 'db', 'acts', 'schema'].flatMap(sourcesOf)
    expect(linesMatching(inner, /\bconsole\./).filter((line) => !line.startsWith('plugins/print.ts'))).toEqual([])
  })
})

describe('the README tells the truth', () => {
  const readme = textOf('README.md')
  const map = /```\n(README\.md[\s\S]*?)```/.exec(readme)?.[1] ?? ''
  const entries = map
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .flatMap((line) => line.split(/ {2,}/)[0]?.split(' ') ?? [])

  test('its map equals the tree', () => {
    const ignored = textOf('.gitignore')
      .split('\n')
      .map((line) => line.replace(/\/$/, ''))
    const tree = readdirSync('.', { withFileTypes: true })
      .filter((entry) => entry.name !== '.git' && !ignored.includes(entry.name))
      .filter((entry) => !entry.name.endsWith('.log'))
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    expect([...entries].sort()).toEqual(tree.sort())
  })

  test('continuous integration runs its command for testing and nothing else', () => {
    const script = textOf('.ci/run').split('\n')
    const commands = script.filter((line) => line !== '' && !line.startsWith('#') && !line.startsWith('set '))
    expect(commands).toEqual(['npm ci && npm test'])
    expect(readme).toContain('npm ci && npm test')
  })
})
