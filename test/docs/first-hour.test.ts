import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { CellObject, Sheet } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { fitted } from '../../cli/columns.ts'
import { sampleSheets } from '../../demo/sample/sheets.ts'
import { readConfig } from '../../server/config.ts'
import { type RunningServer, startServer } from '../../server/start.ts'
import { textOf } from '../support/sources.ts'
import { cadreIn } from '../support/terminal.ts'
import { type Edit, isAsPrinted, partsOf } from './page.ts'

const page = textOf('docs/first-hour.md')
/** The day the page was written; whatever a command says of today, it says of that day here. */
const day = '2026-11-25'
const asksOfADay = ['import', 'due', 'explain', 'policy']
const ownFiles = ['my-roster.xlsx', 'report.xlsx']

/** A spreadsheet takes for a number what looks like one. */
const typed = (text: string): CellObject =>
  /^\d+(?:\.\d+)?$/.test(text) ? { value: Number(text), type: Number } : { value: text, type: String }

const edited = (sheets: readonly Sheet<Buffer>[], edits: readonly Edit[]): Sheet<Buffer>[] =>
  sheets.map((sheet) => ({
    ...sheet,
    data: sheet.data.map((row, r) =>
      row.map((cell, c) => {
        const at = `${String.fromCharCode(65 + c)}${r + 1}`
        const edit = edits.find((each) => each.sheet === sheet.sheet && each.cell === at)
        return edit === undefined ? cell : typed(edit.type)
      }),
    ),
  }))

describe('the first hour', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-first-hour-'))
  const own = (name: string) => (ownFiles.includes(name) ? join(folder, name) : name)
  let server: RunningServer
  let sheets = sampleSheets()
  beforeAll(async () => {
    const config = readConfig({ CADRE_DATA: join(folder, 'data'), CADRE_DEMO: 'off', PORT: '0' })
    server = await startServer(config, pino({ level: 'silent' }))
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const cadre = async (args: readonly string[]): Promise<string> => {
    const asked = asksOfADay.includes(args[0] ?? '') ? [...args, '--on', day] : args
    const { out, err } = await cadreIn(join(folder, 'data'))(...asked.map(own))
    return (err + out).replaceAll(`${folder}/`, '').trimEnd()
  }

  /** What the reader is told to put into variables. */
  const told = { UPLOAD: '', JOB: '' }

  const curl = async (command: string): Promise<string> => {
    const [, file] = /^curl -sT (\S+) http:\/\/127\.0\.0\.1:4000\/rosters$/.exec(command) ?? []
    if (file !== undefined) {
      const answer = await (
        await fetch(`${server.url}/rosters`, { method: 'PUT', body: readFileSync(own(file)) })
      ).text()
      told.UPLOAD = JSON.parse(answer).id
      return answer
    }
    const [, body] =
      /^curl -s http:\/\/127\.0\.0\.1:4000\/graphql -H 'content-type: application\/json' -d '([\s\S]*)'$/.exec(
        command,
      ) ?? []
    if (body !== undefined) {
      const headers = { 'content-type': 'application/json' }
      const filled = body.replace("'$UPLOAD'", told.UPLOAD)
      const answer = await (await fetch(`${server.url}/graphql`, { method: 'POST', headers, body: filled })).text()
      told.JOB = JSON.parse(answer).data.importRoster?.job.id ?? told.JOB
      return answer
    }
    const [, asked] =
      /^curl -sG http:\/\/127\.0\.0\.1:4000\/graphql --data-urlencode 'query=([\s\S]*)'$/.exec(command) ?? []
    if (asked === undefined) throw new Error(`Nobody here knows how to run \`${command}\`.`)
    const query = asked.replace("'$JOB'", told.JOB)
    const ask = async () => (await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`)).text()
    if (asked === query) return ask()
    return vi.waitFor(
      async () => {
        const answer = await ask()
        expect(answer).toContain('"DONE"')
        return answer
      },
      { timeout: 60_000, interval: 100 },
    )
  }

  /** The three programs the page has its reader run. */
  const run = async (command: string): Promise<string> => {
    const [program, ...args] = command.split(' ')
    if (program === 'npx' && args[0] === 'cadre') return cadre(args.slice(1))
    if (program === 'cp') {
      copyFileSync(args[0] ?? '', own(args[1] ?? ''))
      return ''
    }
    return curl(command)
  }

  test.each(
    partsOf(page).map(
      (part) => ['edits' in part ? `type over ${part.edits.length} cells` : part.command, part] as const,
    ),
  )('%s', async (_, part) => {
    if ('edits' in part) {
      sheets = edited(sheets, part.edits)
      expect(JSON.stringify(sheets)).toContain(part.edits[1]?.type)
      writeFileSync(own('my-roster.xlsx'), await writeExcelFile(sheets).toBuffer())
      return
    }
    const said = await run(part.command)
    // A terminal shows what a roster is refused for in lines of its own width.
    const shown = [said, fitted(said, 80)]
    expect(shown.some((text) => isAsPrinted(text, part.prints)) ? part.prints : said).toBe(part.prints)
  })

  test('leaves the report it speaks of, and begins as the server does', () => {
    expect(existsSync(own('report.xlsx'))).toBe(true)
    expect(partsOf(page).length).toBeGreaterThan(10)
    const [, start = ''] = /```\n(服务地址[\s\S]*?)```/.exec(page) ?? []
    const source = textOf('server/main.ts').replaceAll(/\$\{url\}/g, 'http://127.0.0.1:4000')
    for (const line of start.trim().split('\n')) expect(source).toContain(line)
  })

  test('a page is held to what is printed, but for what it leaves out', () => {
    expect(isAsPrinted('一\n二\n三', '一\n…\n三')).toBe(true)
    expect(isAsPrinted('一\n二\n三', '…\n三')).toBe(true)
    expect(isAsPrinted('一\n二\n三', '一\n…')).toBe(true)
    expect(isAsPrinted('一\n二\n三', '一\n二')).toBe(false)
    expect(isAsPrinted('一\n二\n三', '一\n…\n四')).toBe(false)
  })
})
