import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { readSource } from '../../cli/plugin/source.ts'
import { checkPlugin, packageBytes } from '../../policy/index.ts'
import { packaged } from '../support/sample-package.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const root = mkdtempSync(join(tmpdir(), 'cadre-source-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0
const folderOf = (files: Readonly<Record<string, string | Uint8Array>>): string => {
  made += 1
  const folder = join(root, String(made))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  return folder
}

const refusal = async (files: Readonly<Record<string, string | Uint8Array>>, file = '') => {
  const path = join(folderOf(files), file)
  return readSource(path).then(
    () => 'accepted',
    (error: unknown) =>
      String(error)
        .replaceAll(`${dirname(path)}/`, '')
        .replaceAll(`${path}/`, ''),
  )
}

describe('a document is read', () => {
  const json = JSON.stringify({ $schema: './plugin.schema.json', ...samplePlugin }, null, 2)

  test('from JSON, without what it tells an editor', async () => {
    const { document, sealed } = await readSource(join(folderOf({ 'a.json': json }), 'a.json'))
    expect(document).toEqual(samplePlugin)
    expect(sealed).toBeNull()
  })

  test('from a file of YAML, which JSON is too', async () => {
    expect((await readSource(join(folderOf({ 'a.yml': json }), 'a.yml'))).document).toEqual(samplePlugin)
  })

  test('from a package, with its manifest', async () => {
    const file = join(folderOf({ 'a.json': packageBytes(packaged()) }), 'a.json')
    expect(await readSource(file)).toMatchObject({ document: samplePlugin, sealed: packaged(), problems: [] })
  })

  test('from a package that was changed, with what is wrong', async () => {
    const bytes = new TextEncoder().encode(JSON.stringify({ ...packaged(), signatures: [] }, null, 1))
    const file = join(folderOf({ 'a.json': bytes }), 'a.json')
    expect(await readSource(file)).toMatchObject({ sealed: null, problems: [{ code: 'BAD_DIGEST' }] })
  })

  test('from a folder whose files each say a part: lists one after the other, names side by side', async () => {
    const folder = folderOf({
      'plugin.yaml': 'id: x\nrules:\n  - first\n',
      'rules/more.yaml': 'rules:\n  - second\n  - third\n',
      'a.yaml': 'parameters:\n  one: 1\n',
      'b.yaml': 'parameters:\n  two: 2\n',
      'empty.yaml': '# nothing yet\n',
      'README.md': 'rules: none',
    })
    const { document, placeOf } = await readSource(folder)
    expect(document).toEqual({ id: 'x', rules: ['first', 'second', 'third'], parameters: { one: 1, two: 2 } })
    expect(placeOf(['rules', '2'])).toEqual({ file: join(folder, 'rules/more.yaml'), line: 3, column: 5 })
    expect(placeOf(['rules', '0'])).toEqual({ file: join(folder, 'plugin.yaml'), line: 3, column: 5 })
    expect(placeOf(['parameters', 'two'])).toEqual({ file: join(folder, 'b.yaml'), line: 2, column: 3 })
    expect(placeOf(['clauses', '0'])).toBeNull()
  })
})

describe('the place of a trouble is its line', () => {
  const spoilt = { ...samplePlugin, rules: samplePlugin.rules.map((rule) => ({ ...rule, effect: 'MUSS' })) }
  const text = JSON.stringify(spoilt, null, 2)
  const line = text.split('\n').findIndex((each) => each.includes('MUSS')) + 1

  test.each(['a.json', 'a.yaml'])('in %s', async (name) => {
    const file = join(folderOf({ [name]: text }), name)
    const { document, placeOf } = await readSource(file)
    const checked = checkPlugin(document)
    const [problem] = 'problems' in checked ? checked.problems : []
    expect(problem?.path).toEqual(['rules', '0', 'effect'])
    expect(placeOf(problem?.path ?? [])).toEqual({ file, line, column: 7 })
  })

  test('and where nothing is written, the line of what it is missing from', async () => {
    const file = join(folderOf({ 'a.yaml': 'rules:\n  - id: x\n    when:\n      all: []\n' }), 'a.yaml')
    const { placeOf } = await readSource(file)
    expect(placeOf(['rules', '0', 'when', 'all', '3', 'held'])).toEqual({ file, line: 4, column: 7 })
    expect(placeOf(['rules', '0', 'title'])).toEqual({ file, line: 2, column: 5 })
  })

  test('in JSON as in YAML, whatever the texts hold', async () => {
    const tricky = '{"a": ["x,]}", {"b\\"": {"c": [1, [2, {"d": "e: f"}]]}}], "g": {}}'
    const paths = [
      ['a', '0'],
      ['a', '1', 'b"'],
      ['a', '1', 'b"', 'c', '1', '1', 'd'],
      ['g'],
      ['a', '1', 'b"', 'c', '0'],
    ]
    const [json, yaml] = await Promise.all(
      ['a.json', 'a.yaml'].map((name) => readSource(join(folderOf({ [name]: tricky }), name))),
    )
    for (const path of paths) {
      const { line, column } = json?.placeOf(path) ?? {}
      expect({ path, line, column }).toMatchObject({ path, ...pick(yaml?.placeOf(path)) })
    }
  })
})

const pick = (place: { readonly line: number; readonly column: number } | null | undefined) => ({
  line: place?.line,
  column: place?.column,
})

describe('what cannot be read is refused with file and line', () => {
  test.each<readonly [name: string, files: Readonly<Record<string, string>>, file: string, says: RegExp]>([
    ['a key that stands twice', { 'a.yaml': 'id: x\nid: y\n' }, '', /a\.yaml:2:1　同一个键写了两次/],
    ['a tag that would make other data', { 'a.yaml': 'id: !!binary aGk=\n' }, '', /a\.yaml:1:5　不能使用 ! 标记/],
    ['a tag of somebody’s own', { 'a.yaml': 'rules: !include rules.txt\n' }, '', /a\.yaml:1:8　不能使用 ! 标记/],
    ['a second document', { 'a.yaml': 'id: x\n---\nid: y\n' }, '', /a\.yaml:2:1　一个文件只放一份文档/],
    ['a tab', { 'a.yaml': 'rules:\n\t- x\n' }, '', /a\.yaml:2:1　缩进只能用空格/],
    ['an open quote', { 'a.yaml': 'id: "x\n' }, '', /a\.yaml:\d+:\d+　缺少引号/],
    ['an alias of nothing', { 'a.yaml': 'id: *x\n' }, '', /a\.yaml:1:5　别名（\*）所指的锚/],
    ['an alias of what it stands in', { 'a.yaml': 'rules: &x [*x]\n' }, '', /a\.yaml:1:12　别名（\*）所指的锚/],
    ['aliases that unfold without end', { 'a.yaml': bomb() }, '', /a\.yaml:1:1　别名（\*）展开超过 100 次/],
    [
      'a part two files say',
      { 'a.yaml': 'id: x\n', 'b.yaml': 'id: y\n' },
      '',
      /b\.yaml:1:1　`id` 在另一个文件中已经写过/,
    ],
    [
      'a name two files give',
      { 'a.yaml': 'parameters: { n: 1 }\n', 'b.yaml': 'parameters:\n  n: 2\n' },
      '',
      /b\.yaml:2:3　`parameters\.n` 在另一个文件中已经写过/,
    ],
    [
      'a key that stands twice in JSON',
      { 'a.json': '{"id": "x",\n "id": "y"}' },
      'a.json',
      /a\.json:2:2　同一个键写了两次/,
    ],
    ['JSON that breaks off', { 'a.json': '{"id": "x",\n "b" 2}' }, 'a.json', /a\.json:2:6　不是 JSON/],
    ['a folder without YAML', { 'README.md': 'x' }, '', /没有 \.yaml 文件/],
    ['a path that is not there', { 'a.yaml': '' }, 'b.yaml', /找不到/],
  ])('%s', async (_, files, file, says) => {
    expect(await refusal(files, file)).toMatch(says)
  })

  test('text in another encoding', async () => {
    expect(await refusal({ 'a.yaml': Uint8Array.of(0xc2, 0xa9, 0xff) })).toMatch(/不是 UTF-8 文本/)
  })
})

test('YAML is plain data: a day stays text, yes stays a word, and a key of JavaScript’s is a key', async () => {
  const file = join(
    folderOf({ 'a.yaml': '%YAML 1.1\n---\non: 2020-05-12\nyes: no\n__proto__: { a: 1 }\n<<: { b: 2 }\n' }),
    'a.yaml',
  )
  const { document } = await readSource(file)
  expect(Object.entries(Object(document))).toEqual([
    ['on', '2020-05-12'],
    ['yes', 'no'],
    ['__proto__', { a: 1 }],
    ['<<', { b: 2 }],
  ])
})

function bomb(): string {
  const layers = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [above, name] of ['ab', 'bc', 'cd', 'de'].map((pair) => [...pair]))
    layers.push(`${name}: &${name} [${Array(10).fill(`*${above}`).join(', ')}]`)
  return layers.join('\n')
}
