import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { kitFrom } from '../support/kit.ts'
import { cadreFrom } from '../support/terminal.ts'

const root = mkdtempSync(join(tmpdir(), 'cadre-kit-'))
const plugin = kitFrom(root)
afterAll(() => rmSync(root, { recursive: true, force: true }))

const at = (name: string) => join(root, name)
const edit = (file: string, from: string | RegExp, to: string): void => {
  const text = readFileSync(at(file), 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  writeFileSync(at(file), changed)
}
/** A copy of the fresh policy with one place of one file changed. */
const variant = (name: string, file: string, from: string | RegExp, to: string): string => {
  cpSync(at('moushi'), at(name), { recursive: true })
  edit(`${name}/${file}`, from, to)
  return name
}

beforeAll(async () => {
  const { code, err } = await plugin('new', 'moushi', '--level', 'municipality', '--under', '410000', '--name', '某市')
  expect({ code, err }).toEqual({ code: 0, err: '' })
})

describe('a fresh policy', () => {
  test('passes its own check and its own tests, and marks what has to be replaced', async () => {
    const [checked, tried] = [await plugin('check', 'moushi', '--at', '411100'), await plugin('test', 'moushi')]
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('结论：检查通过，可以打包。') })
    expect(checked.out).toMatch(/上级政策：national .*（装于 411100）/)
    expect(tried).toMatchObject({ code: 0, out: expect.stringContaining('每一处都有案例察觉') })
    for (const file of ['plugin.yaml', 'parameters.yaml', 'rules.yaml'])
      expect(readFileSync(at(`moushi/${file}`), 'utf8')).toContain('PLACEHOLDER')
    for (const file of ['plugin', 'parameters', 'rules', 'clauses', 'cases'])
      expect(readFileSync(at(`moushi/${file}.yaml`), 'utf8')).toMatch(
        /^# yaml-language-server: \$schema=\.\/plugin\.schema\.json/,
      )
  })

  test('tells of every place that is still to be replaced, and of none once the marks are gone', async () => {
    cpSync(at('moushi'), at('done'), { recursive: true })
    for (const file of ['plugin.yaml', 'parameters.yaml', 'rules.yaml']) edit(`done/${file}`, /PLACEHOLDER/g, '')
    const [fresh, done] = [await plugin('check', 'moushi'), await plugin('check', 'done')]
    expect(fresh.out).toMatch(
      /^· moushi\/parameters\.yaml:\d+、moushi\/plugin\.yaml:\d+、moushi\/rules\.yaml:\d+　PLACEHOLDER$/m,
    )
    expect(done.out).not.toContain('PLACEHOLDER')
    expect(done.code).toBe(0)
  })

  test('is a template of its level where nobody says what it stands below', async () => {
    expect(await plugin('new', 'any-county', '--level', 'county')).toMatchObject({ code: 0, err: '' })
    expect(readFileSync(at('any-county/README.md'), 'utf8')).toContain('中华人民共和国之下的辖区')
    expect((await plugin('check', 'any-county', '--at', '330723')).out).toContain('（装于 330723）')
  })

  test('becomes a package, is signed and verified; the same inputs make the same bytes', async () => {
    const packed = (out: string) =>
      plugin('pack', 'moushi', '--for', '411100', '--sequence', '3', '--on', '2026-11-25', '--out', out)
    expect((await packed('a.json')).out).toContain('用于 411100，序号 3')
    const [again, made] = [await packed('b.json'), await plugin('key', 'new', '--out', 'keys')]
    expect(again.code).toBe(0)
    expect(readFileSync(at('a.json'))).toEqual(readFileSync(at('b.json')))
    const [, key = ''] = /密钥编号 ([0-9a-f]{32})/.exec(made.out) ?? []
    expect(statSync(at('keys/private.pem')).mode & 0o777).toBe(0o600)

    const [unsigned, overwriting] = [
      await plugin('verify', 'a.json', '--key', 'keys/public.pem'),
      await plugin('key', 'new', '--out', 'keys'),
    ]
    expect(unsigned).toMatchObject({ code: 1, out: expect.stringContaining('没有签名') })
    expect(overwriting).toMatchObject({ code: 1, err: expect.stringContaining('不覆盖') })

    expect((await plugin('sign', 'a.json', '--key', 'keys/private.pem')).out).toContain(key)
    const [verified, checked] = [
      await plugin('verify', 'a.json', '--key', 'keys/public.pem'),
      await plugin('check', 'a.json'),
    ]
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining(`✓ keys/public.pem（${key}）`) })
    expect(checked).toMatchObject({ code: 0, out: expect.stringContaining('装于 411100') })

    const bytes = readFileSync(at('a.json'), 'utf8')
    writeFileSync(at('later.json'), bytes.replace('"sequence":3', '"sequence":4'))
    writeFileSync(at('other.json'), bytes.replace('任职满十年之日', '任职满九年之日'))
    const later = await plugin('verify', 'later.json', '--key', 'keys/public.pem')
    const other = await plugin('verify', 'other.json', '--key', 'keys/public.pem')
    expect(later).toMatchObject({ code: 1, out: expect.stringContaining('签名不符') })
    expect(other).toMatchObject({ code: 1, err: expect.stringContaining('BAD_DIGEST') })
  })
})

test('as a program of its own, cadre plugin answers the same, and shows what it can when asked for nothing', async () => {
  const cadre = cadreFrom(root)
  const [checked, asked, stray, unsaid] = await Promise.all([
    cadre('plugin', 'check', 'moushi'),
    cadre('plugin'),
    cadre('plugin', 'dance', '--help'),
    cadre('plugin', 'new', 'x'),
  ])
  expect(checked).toEqual(await plugin('check', 'moushi'))
  expect(stray).toMatchObject({
    code: 2,
    err: expect.stringMatching(/^没有`dance`这个命令。[\s\S]*Usage: cadre plugin/),
  })
  expect(unsaid).toMatchObject({ code: 2, err: expect.stringMatching(/^须写明`--level <level>`。/) })
  expect(asked).toMatchObject({ code: 2, err: expect.stringMatching(/^Usage: cadre plugin[\s\S]*verify/) })
})

describe('check tells what, where, why and what to do', () => {
  test('of a folder, with the line in its file', async () => {
    const folder = variant('muss', 'rules.yaml', 'effect: MUST', 'effect: MUSS')
    const line =
      readFileSync(at('muss/rules.yaml'), 'utf8')
        .split('\n')
        .findIndex((each) => each.includes('MUSS')) + 1
    const { code, out } = await plugin('check', folder)
    expect(code).toBe(1)
    expect(out).toContain(`✗ muss/rules.yaml:${line}:5　rules.0.effect　UNKNOWN_WORD`)
    expect(out).toContain('  办法：可用的词：MUST SHALL SHOULD MAY。')
  })

  test('of a code that YAML took for a number', async () => {
    const folder = variant('bare', 'plugin.yaml', 'version: 1.0.0', 'version: 1.0')
    const { out } = await plugin('check', folder, '--english')
    expect(out).toMatch(/bare\/plugin\.yaml:\d+:1　version　MALFORMED\n {2}`1` is a number where a text is wanted\./)
    expect(out).toContain("Remedy: Put it in quotes: '1'.")
  })

  test('of an exemption a superior does not allow, with its article and an officer it would release', async () => {
    const waiver = [
      '  - id: waiver',
      '    catalogueId: XX-2',
      '    kind: exemption',
      '    title: { zh: 试用期, en: Probation }',
      '    cite: { instrument: measures, article: null, verified: false }',
      '    class: DEFER',
      '    appliesTo: [own, national/jl-5a]',
      '    when: { held: { capacity: [probation] } }',
      '',
    ].join('\n')
    const folder = variant('loose', 'rules.yaml', /$/, waiver)
    const cases = [
      '  - name: 试用期内暂缓',
      "    on: '2022-03-15'",
      "    career: [{ post: 甲科科长, capacity: probation, from: '2012-03-15' }]",
      '    expect: { waiver: binds }',
      '  - name: 正式任职不暂缓',
      "    on: '2022-03-15'",
      "    career: [{ post: 甲科科长, from: '2012-03-15' }]",
      '    expect: { waiver: passes }',
      '',
    ].join('\n')
    edit('loose/cases.yaml', /$/, cases)
    const { code, out } = await plugin('check', folder, '--at', '411100', '--english')
    expect(code).toBe(1)
    expect(out).toMatch(/✗ loose\/rules\.yaml:\d+:\d+　rules\.1\.appliesTo\.1　NOT_EXEMPTABLE/)
    expect(out).toMatch(/Counterexample: /)
    expect(out).toContain('Superior rule: JL-5a（national/jl-5a，第五条第一款）')
    expect(out).toContain('Verdict: 1 problems to put right first.')
  })

  test('against superiors handed in instead of the bundled ones', async () => {
    const { out } = await plugin(
      'check',
      'moushi',
      '--at',
      '411100',
      '--against',
      resolve('dist/plugins/guizhou-1.2.0.json'),
    )
    expect(out).toContain('上级政策：没有（装于 411100）')
  })
})

describe('what can be neither proved nor refuted', () => {
  const narrower = () => {
    cpSync(resolve('test/docs/county-measures'), at('narrower'), { recursive: true })
    edit('narrower/parameters.yaml', ', NEAR_AFFINITY]', ']')
    edit('narrower/cases-relatives.yaml', /(岳父[\s\S]*?)xx-4: binds/, '$1xx-4: passes')
    return 'narrower'
  }

  test('is marked with ?, with how the proposer answers for it; pack says so again', async () => {
    const folder = narrower()
    const checked = await plugin('check', folder, '--at', '330723')
    const packed = await plugin('pack', folder, '--for', '330723', '--sequence', '1', '--out', 'narrower.json')
    for (const { code, out } of [checked, packed]) {
      expect(code).toBe(0)
      expect(out).toMatch(/^\? narrower\/rules\.yaml:\d+:\d+　rules\.4\.restates\.0$/m)
      expect(out).toMatch(/由提出人.*负责：cadre install … --accept national\/csl-74a/)
    }
  })

  test('of what holds, the place is told as well', async () => {
    const { out } = await plugin('check', resolve('test/docs/county-measures'), '--at', '330723')
    expect(out).toMatch(/^✓ CSL-74a（national\/csl-74a[^\n]*\n {2}\S*rules\.yaml:\d+:\d+　rules\.4\.restates\.0$/m)
  })
})

describe('test says what a case should say, and which slip no case would notice', () => {
  test('a case that does not come out', async () => {
    const folder = variant('wrong', 'cases.yaml', "on: '2022-03-14'", "on: '2022-03-15'")
    const { code, out } = await plugin('test', folder)
    expect(code).toBe(1)
    expect(out).toMatch(/✗ 2022-03-15　满十年的前一日/)
    expect(out).toContain('XX-1 同一职位任职满年限：应为不适用，实为适用')
    expect(out).toContain('案例 2 个，1 个不符')
  })

  test('the day by which it must be done, where a case names it', async () => {
    const { out } = await plugin('test', resolve('test/docs/county-measures'), '--cases')
    expect(out).toContain('审计工作满五年之日，三年内有计划轮岗　XX-2 适用（期限2025-03-01）、XX-1a 不适用')
  })

  test('cases far from the boundary', async () => {
    const folder = variant('far', 'cases.yaml', "on: '2022-03-15'", "on: '2025-03-15'")
    const { code, out } = await plugin('test', folder, '--english')
    expect(code).toBe(1)
    expect(out).toMatch(
      /✗ far\/parameters\.yaml:\d+:\d+　parameters\.same-post-years\.values\.0\.value　"P10Y" → "P11Y"　same-post/,
    )
    expect(out).toContain('  Add two cases: on the day it is full it binds, on the day before it passes;')
    expect((await plugin('test', folder, '--cases')).code).toBe(0)
  })

  test.each([
    ['cases-relatives.yaml', / {2}- name: 夫妻分别隶属同一班子[\s\S]*$/, '"person" → "team"', '两位领导同在一个班子'],
    ['cases.yaml', / {4}dueBy: \{ xx-2: "[-\d]*" \}\n/g, '"P3Y" → "P2Y"', '用 dueBy 写明应办结之日'],
    ['cases.yaml', / {2}- name: 执纪执法满五年[\s\S]*?\n\n/, '去掉 "discipline_enforcement"', '只因这一个词才适用的人'],
  ])('what a case would look like that notices it: %s without %s', async (file, without, change, hint) => {
    const folder = `unnoticed-${hint}`
    cpSync(resolve('test/docs/county-measures'), at(folder), { recursive: true })
    edit(`${folder}/${file}`, without, '')
    const { code, out } = await plugin('test', folder)
    const lines = out.split('\n')
    const line = lines.findIndex((each) => each.startsWith('✗') && each.includes(change))
    expect([code, lines[line + 1]]).toEqual([1, expect.stringContaining(hint)])
  })
})

test('diff tells of the law, not of the lines; two spellings of one law are the same', async () => {
  const folder = variant('next', 'parameters.yaml', 'value: P10Y', 'value: P8Y')
  const [changed, same] = [await plugin('diff', 'moushi', folder), await plugin('diff', 'moushi', 'moushi')]
  expect(changed).toMatchObject({ code: 0, err: '' })
  expect(changed.out).toContain(
    '    原：同一职位任职连续满10年的，必须交流。\n    现：同一职位任职连续满8年的，必须交流。',
  )
  expect(changed.out).toContain('    自2000-01-01起：10年 → 8年')
  expect(same).toMatchObject({ code: 0, out: expect.stringContaining('两份文件相同') })
})

test('text writes the policy back article by article, on the screen, as Markdown and as a workbook', async () => {
  const [plain, markdown, workbook] = [
    await plugin('text', 'moushi'),
    await plugin('text', 'moushi', '--markdown', '--english'),
    await plugin('text', 'moushi', '--xlsx', 'text.xlsx'),
  ]
  expect(plain.out).toMatch(
    /第一条\n {2}【规则】XX-1（moushi\/same-post）　同一职位任职满年限\n {4}同一职位任职连续满10年的，必须交流。/,
  )
  expect(markdown.out).toContain(
    '### 第一条\n\n- **rule XX-1 (moushi/same-post)　So many years in one post**: Where 10 years unbroken',
  )
  expect(workbook.code).toBe(0)
  expect(readFileSync(at('text.xlsx')).subarray(0, 2).toString()).toBe('PK')
})

test.each([
  [['new', 'moushi', '--level', 'county', '--under', '411100'], 1, '不覆盖'],
  [['new', 'Some City', '--level', 'county', '--under', '411100'], 2, 'Some City'],
  [['new', 'x', '--level', 'village', '--under', '411100'], 2, 'village'],
  [['new', 'x', '--level', 'county', '--under', '999999'], 2, '999999'],
  [['new', 'x', '--level', 'municipality', '--under', '411121'], 2, '411121'],
  [['check', 'nowhere'], 1, 'nowhere'],
  [['pack', 'moushi', '--for', '410000', '--sequence', '1', '--out', 'x.json'], 1, 'WRONG_LEVEL'],
  [['pack', 'moushi', '--for', '411100', '--sequence', '0', '--out', 'x.json'], 2, '序号'],
  [['pack', 'moushi', '--for', '411100', '--sequence', '1', '--out', 'no/such/x.json'], 1, 'ENOENT'],
  [['sign', 'moushi', '--key', 'moushi/rules.yaml'], 1, '不是政策包'],
  [['dance'], 2, 'dance'],
] as const)(
  'cadre plugin %j ends with code %i and a sentence that names the trouble',
  async (args, expected, named) => {
    const { code, out, err } = await plugin(...args)
    expect(out + err).toContain(named)
    expect(code).toBe(expected)
    expect(err).not.toMatch(/\bat .*\.ts:\d+/)
  },
)
