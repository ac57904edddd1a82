import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Embedded, openEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { kitFrom } from '../support/kit.ts'
import { textOf } from '../support/sources.ts'
import { cadreFrom } from '../support/terminal.ts'
import { isAsPrinted, stepsIn } from './page.ts'

const page = textOf('docs/author-guide.md')

/** What the page has its author do, in order: files to write, lines to change, commands to type. */
const blocks = [...page.matchAll(/```(yaml|diff|console)\n([\s\S]*?)```/g)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}))

const fileNamed = (text: string): string => /^# (\S+\.yaml)\n/.exec(text)?.[1] ?? ''

describe('the author’s guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-author-'))
  const kit = kitFrom(folder)
  const cadre = cadreFrom(folder)
  let embedded: Embedded
  beforeAll(async () => {
    embedded = await openEmbedded(folder, { durable: false })
    await migrate(embedded.ownerUrl, embedded.appUrl)
  })
  afterAll(async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  /** What the author is told to write for these names. */
  const printed = new Map<string, string>()
  const prints: readonly (readonly [string, RegExp])[] = [
    ['$PREVIEW', /^预览摘要 ([0-9a-f]{64})$/m],
    ['$ID', /^已提出，编号 ([0-9a-f-]{36})$/m],
    ['$KEY', /^密钥编号 ([0-9a-f]{32})$/m],
    ['$REVIEW', /^■ ([0-9a-f-]{36})　/m],
  ]

  const change = (text: string): void => {
    const file = join(folder, fileNamed(text))
    const lines = text.split('\n').slice(1)
    const marked = (mark: string) => lines.filter((line) => line.startsWith(mark)).map((line) => line.slice(1))
    const [before, after] = [marked('-').join('\n'), marked('+').join('\n')]
    const old = readFileSync(file, 'utf8')
    expect(old).toContain(before)
    writeFileSync(file, old.replace(before, after))
  }

  const run = async (command: string): Promise<string> => {
    const [program, ...args] = command.split(' ')
    if (program === 'cp') {
      cpSync(join(folder, args[1] ?? ''), join(folder, args[2] ?? ''), { recursive: true })
      return ''
    }
    expect([program, args[0]]).toEqual(['npx', 'cadre'])
    const [group = '', ...rest] = args
      .slice(1)
      .map((arg) => printed.get(arg) ?? arg)
      .map((arg) => (arg.startsWith('dist/') ? resolve(arg) : arg))
    const { out, err } = group === 'plugin' ? await kit(...rest) : await cadre(group, ...rest)
    for (const [name, pattern] of prints) printed.set(name, pattern.exec(out)?.[1] ?? printed.get(name) ?? '')
    return (out + err).trimEnd()
  }

  test.each(blocks.map(({ kind, text }, i) => [i + 1, kind, text] as const))(
    'block %i of the page, %s, does what it says',
    async (_, kind, text) => {
      if (kind === 'yaml') writeFileSync(join(folder, fileNamed(text)), text)
      else if (kind === 'diff') change(text)
      else
        for (const { command, prints } of stepsIn(text)) {
          const said = await run(command)
          expect(isAsPrinted(said, prints) ? prints : said).toBe(prints)
        }
    },
  )

  test('leads to a signed package', () => {
    expect(blocks.length).toBeGreaterThan(15)
    expect(existsSync(join(folder, 'luohe-draft.json'))).toBe(true)
    expect(JSON.parse(readFileSync(join(folder, 'luohe-draft.json'), 'utf8')).signatures).toHaveLength(1)
  })
})
