import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { widthOf } from '../../cli/columns.ts'
import { connect } from '../../db/connect.ts'
import { type Embedded, openEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { loadDemo } from '../../demo/load.ts'
import { worldRosters } from '../../demo/rosters.ts'
import { plugins } from '../../plugins/index.ts'
import { workbookOf } from '../roster/workbook.ts'
import { cadreIn, cadreOnScreen } from '../support/terminal.ts'
import { filesInZip } from '../support/zip.ts'

const document = async (id: string): Promise<unknown> => plugins.find((plugin) => plugin.id === id)
const size = 40

type Line = { readonly code: string; readonly effect: string }

describe('cadre beside a running database', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-cli-'))
  const cadre = cadreIn(folder)
  let embedded: Embedded
  beforeAll(async () => {
    embedded = await openEmbedded(folder, { durable: false })
    await migrate(embedded.ownerUrl, embedded.appUrl)
    const db = connect(embedded.appUrl)
    await loadDemo(db, { size, document }).finally(() => db.close())
  })
  afterAll(async () => {
    await embedded?.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('due prints who is due on the day, under which rule and since when', async () => {
    const { code, out } = await cadre('due', '--at', '411100', '--on', '2026-11-22')
    expect(code).toBe(0)
    expect(out).toMatch(/■ 必须　LH-M1 [\s\S]*?陈启明 +LH-D01 +漯河市数据管理局 综合科科长 +应办 +2026-11-22/)
    expect(out).not.toContain('LH-D21')
  })

  test('conflicts --explain tells of the planted relatives, with every law that bars them', async () => {
    const { code, out } = await cadre('conflicts', '--at', '411100', '--on', '2026-11-22', '--explain')
    expect(code).toBe(0)
    expect(out).toContain(
      '尤乙是甘甲的妻子的哥哥的妻子（近姻亲）；二人自2023-03-15起在漯河市住房保障局同受方局直接领导。',
    )
    expect(out).toContain('《中华人民共和国公务员法》第七十四条第一款（CSL-74a')
  })

  test('due --json prints one finding a line, strictest first; --xlsx writes the two lists of an office', async () => {
    const file = join(folder, 'due.xlsx')
    const { out } = await cadre('due', '--at', '411100', '--on', '2026-11-22', '--json', '--xlsx', file)
    const lines: Line[] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(lines).toContainEqual(expect.objectContaining({ code: 'LH-D15', catalogueId: 'LH-M1', status: 'DEFERRED' }))
    const ranks = lines.map(({ effect }) => ['MUST', 'SHALL', 'SHOULD', 'MAY'].indexOf(effect))
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b))
    expect([...filesInZip(readFileSync(file)).values()].join()).toMatch(/应交流名册[\s\S]*陈启明/)
  })

  test('due --scope subtree takes in those below, own does not', async () => {
    const [below, own] = await Promise.all([
      cadre('due', '--at', '520000', '--on', '2026-11-22', '--scope', 'subtree', '--json'),
      cadre('due', '--at', '520000', '--on', '2026-11-22', '--json'),
    ])
    expect(below.out).toContain('GL-D02')
    expect(own.out).not.toContain('GL-D02')
  })

  test('explain says under which article, from which day, and why', async () => {
    const { code, out } = await cadre('explain', 'LH-D11', '--on', '2024-12-02')
    expect(code).toBe(0)
    expect(out).toMatch(/顾延年[\s\S]*LH-M1[\s\S]*免除/)
    expect(out).toContain('2009-06-01')
  })

  test('on a day before any policy nobody says that no rule asks: no rule was on file', async () => {
    const day = ['--on', '1999-01-01']
    const [told, english, lines] = await Promise.all([
      cadre('explain', 'LH-D11', ...day),
      cadre('explain', 'LH-D11', ...day, '--english'),
      cadre('due', '--at', '411100', ...day, '--json'),
    ])
    expect(told.out).toContain('没有适用的政策')
    expect(told.out).not.toContain('没有任何规则')
    expect(english.out).toContain('No policy on file')
    expect(lines).toEqual({ code: 0, out: '', err: expect.stringContaining('没有适用的政策') })
  })

  test('due tells of a place whose roster was never handed in', async () => {
    expect((await cadre('due', '--at', '110000', '--on', '2026-11-22')).out).toContain('本级尚无名册')
  })

  test('explain at an earlier moment tells what was recorded only later', async () => {
    const { code, out } = await cadre('explain', 'LH-D11', '--on', '2024-12-02', '--known-at', '2020-01-01')
    expect(code).toBe(0)
    expect(out).toContain('□ 其后记录的事实：')
    expect(out).toContain('补录任职')
    expect(out).toContain('□ 其后安装或变动的政策：')
  })

  test('the README shows what explain really says', async () => {
    const example = /```\n\$ npx cadre (explain .*)\n([\s\S]*?)```/.exec(readFileSync('README.md', 'utf8'))
    const { out } = await cadre(...(example?.[1] ?? '').split(' '))
    const [shown = '', left] = (example?.[2] ?? '').split('…\n')
    expect(shown).toMatch(/^■ LH-M1/)
    expect(out).toContain(shown)
    expect(left).toBe('')
  })

  test('policy prints what governs, the nation first', async () => {
    const { out } = await cadre('policy', '--at', '411100', '--on', '2026-11-22')
    expect(out.indexOf('national')).toBeLessThan(out.indexOf('luohe'))
    expect(out).toContain('LH-K4')
  })

  test('import --check tells what a roster would change and writes nothing', async () => {
    const roster = worldRosters({ size }).find(({ at }) => at === '321000')
    const sheets = mkdtempSync(join(folder, 'roster-'))
    for (const [name, text] of Object.entries(roster?.files ?? {}))
      writeFileSync(join(sheets, name), text.replace('2005-09-01', '2025-09-01'))
    const { code, out } = await cadre('import', sheets, '--at', '321000', '--check')
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('1 人履历有变化') })
    expect((await cadre('due', '--at', '321000', '--on', '2026-11-22')).out).toContain('YZ-D01')
  })

  test('a roster with a bad cell is refused with its file, row and column, and exit code 1', async () => {
    const sheets = mkdtempSync(join(folder, 'roster-'))
    writeFileSync(join(sheets, 'people.csv'), 'code,name,sex,birth\nX1,张三,M,1980-02-30\n')
    const { code, err } = await cadre('import', sheets, '--at', '321000')
    expect(code).toBe(1)
    expect(err).toMatch(/people\.csv 第 2 行 出生年月（birth）`1980-02-30`/)
  })

  test('import --report writes the roster with its bad cells marked, to be corrected and handed in again', async () => {
    const [heading, row] = [
      ['code', 'name', 'sex', 'birth'],
      ['X1', '张三', 'M'],
    ]
    const [given, report] = [join(folder, '名册.xlsx'), join(folder, '问题.xlsx')]
    writeFileSync(given, workbookOf([{ name: '人员', rows: [heading, [...row, { n: 1980.1 }]] }]))
    const { code, out, err } = await cadre('import', given, '--at', '321000', '--report', report)
    expect({ code, err }).toEqual({ code: 1, err: expect.stringContaining('人员 第 2 行 出生年月（birth）`1980.1`') })
    expect(out).toContain('标出 1 处问题')
    expect([...filesInZip(readFileSync(report)).values()].join()).toContain('1980-10')
    expect((await cadre('import', given, '--at', '321000', '--report', given)).code).toBe(2)
  })

  test.runIf(process.platform === 'linux')(
    'in a terminal of 80 columns no line is wider, and progress is gone',
    async () => {
      const screen = cadreOnScreen(folder, 80)
      const due = await screen('due', '--at', '330723', '--on', '2026-11-22')
      expect(due).toMatch(/■ 必须　XX-1a/)
      expect(due.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
      const sheets = mkdtempSync(join(folder, 'roster-'))
      writeFileSync(join(sheets, 'people.csv'), 'code,name,sex,birth\nX1,张三,M,1980.1\n')
      const [during = '', after = ''] = (await screen('import', sheets, '--at', '321000')).split('\r\u001B[2K名册有')
      expect(during).toMatch(/\[█*░+\] 读取名册[\s\S]*核对/)
      expect(after).toContain('出生年月（birth）`1980.1`')
      expect(after.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
    },
  )

  test.each([
    [['due', '--at', '999999'], 1, '999999'],
    [['due', '--at', '411100', '--on', '2026-02-30'], 2, '2026-02-30'],
    [['due', '--at', '411100', '--effect', 'MUST_NOT'], 2, 'MAY'],
    [['explain', 'NOBODY'], 1, 'NOBODY'],
    [['import', '/nowhere', '--at', '411100'], 1, '/nowhere'],
    [['install', 'README.md'], 1, 'README.md'],
    [['dance'], 2, 'dance'],
  ] as const)('%j ends with code %i and a sentence that names the trouble', async (args, expected, named) => {
    const { code, err } = await cadre(...args)
    expect(code).toBe(expected)
    expect(err).toContain(named)
    expect(err).not.toMatch(/\bat .*\.ts:\d+/)
  })
})

test('cadre alone starts the database, and stops it again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'cadre-alone-'))
  try {
    const { code, out } = await cadreIn(folder)('policy', '--at', '411100', '--on', '2026-11-22')
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining('没有已安装的政策') })
    expect(() => readFileSync(join(folder, 'pg', 'postmaster.pid'))).toThrow('ENOENT')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
