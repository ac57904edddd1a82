import { expect, test } from 'vitest'
import { readRoster } from '../../acts/roster/reading/read-roster.ts'
import { textSource } from '../../acts/roster/reading/source.ts'
import { told } from './office.ts'

const read = (sheets: Readonly<Record<string, string>>) => readRoster(textSource(sheets))
const bytes = (name: string, content: readonly number[] | Uint8Array) => [{ name, bytes: Uint8Array.from(content) }]

const people = 'code,name,sex,birth\n'

test('a heading may be English or Chinese, starred or not, after a byte-order mark', async () => {
  const { drafts, problems, warnings } = await read({
    people: '\uFEFF人员编号*,姓名,性别,出生年月,Ethnicity,成长地\nP1,张三,男,1970.03,汉族,411100；411102、411103\n',
  })
  expect([...problems, ...warnings]).toEqual([])
  expect(drafts.people[0]?.values).toMatchObject({
    code: 'P1',
    sex: 'M',
    birth: { text: '1970-03' },
    ethnicity: '01',
    growth_places: ['411100', '411102', '411103'],
  })
})

test('a file may carry the Chinese name of its sheet', async () => {
  const { drafts } = await read({
    任职: '人员编号,职位代码,任职日期,免职日期,任职方式\nP1,411100:Z1,2003.07,不详,主持工作\n',
  })
  expect(drafts.assignments[0]?.values).toMatchObject({
    post: { at: '411100', code: 'Z1' },
    from: { text: '2003-07' },
    to: { text: '?' },
    capacity: 'acting',
  })
})

test.each([
  ['2014-03-01', '2014-03-01'],
  ['2014-03', '2014-03'],
  ['2014', '2014'],
  ['2014.03', '2014-03'],
  ['2014.03.01', '2014-03-01'],
  ['2016-02-29', '2016-02-29'],
  ['?', '?'],
  ['？', '?'],
  ['不详', '?'],
])('the day %s is kept as %s', async (written, kept) => {
  const { drafts, problems } = await read({ people: `${people}P1,张三,M,${written}\n` })
  expect(problems).toEqual([])
  expect(drafts.people[0]?.values.birth?.text).toBe(kept)
})

test.each([
  ['0001-01-01', 'IMPOSSIBLE_DATE', '0001-01-01'],
  ['9999-12-31', 'IMPOSSIBLE_DATE', '至今'],
  ['2014-02-30', 'IMPOSSIBLE_DATE', '请核对'],
  ['2015-02-29', 'IMPOSSIBLE_DATE', '请核对'],
  ['2014-13', 'IMPOSSIBLE_DATE', '请核对'],
  ['infinity', 'BAD_DATE', '请写成'],
  ['-infinity', 'BAD_DATE', '请写成'],
  ['2014/3/1', 'BAD_DATE', '`2014-03-01`'],
  ['2003.7', 'BAD_DATE', '`2003-07`'],
  ['2003.1', 'BAD_DATE', '`2003-10`'],
  ['41699', 'BAD_DATE', '“日期”'],
  ['2003年7月', 'BAD_DATE', '`2003-07`'],
  ['2014-03.01', 'BAD_DATE', '`2014-03-01`'],
  ['至今', 'BAD_DATE', '请留空'],
  ['20140301', 'BAD_DATE', '请写成'],
])('%s is no day, and the report says what would be', async (written, code, remedy) => {
  const { problems } = await read({ people: `${people}P1,张三,M,${written}\n` })
  expect(problems.map(told)).toEqual([{ file: 'people.csv', row: 2, column: 'birth', value: written, code }])
  expect(problems[0]?.remedy.zh).toContain(remedy)
})

test('rows are numbered as a spreadsheet shows them, blank lines and cells of several lines included', async () => {
  const { problems } = await read({ people: `${people}\nP1,"张\n三",M,1970\n,,,\nP2,李四,X,1980\n` })
  expect(problems.map(told)).toEqual([{ file: 'people.csv', row: 5, column: 'sex', value: 'X', code: 'UNKNOWN_WORD' }])
})

test('every bad cell of a row is told, not only the first', async () => {
  const { problems } = await read({ people: `${people}P1,,X,1970-02-30\n` })
  expect(problems.map(({ column, code }) => [column, code])).toEqual([
    ['name', 'REQUIRED_MISSING'],
    ['sex', 'UNKNOWN_WORD'],
    ['birth', 'IMPOSSIBLE_DATE'],
  ])
})

test('a column that nobody asked for is a warning with a guess, and a required one that is missing a problem', async () => {
  const { problems, warnings } = await read({ people: 'code,name,sex,brith,shoe\nP1,张三,M,1970,43\n' })
  expect(problems.map(told)).toEqual([
    { file: 'people.csv', row: 1, column: 'birth', value: null, code: 'MISSING_COLUMN' },
  ])
  expect(warnings.map(told)).toEqual([
    { file: 'people.csv', row: 1, column: 'brith', value: 'brith', code: 'UNKNOWN_COLUMN' },
    { file: 'people.csv', row: 1, column: 'shoe', value: 'shoe', code: 'UNKNOWN_COLUMN' },
  ])
  expect(warnings[0]?.remedy.en).toBe('Did you mean `birth`?')
})

test('two headings of one meaning, and a cell beyond the heading, are problems', async () => {
  const { problems } = await read({ people: 'code,name,姓名,sex,birth\nP1,张三,张三,M,1970,extra\n' })
  expect(problems.map(told)).toEqual([
    { file: 'people.csv', row: 1, column: '姓名', value: '姓名', code: 'DUPLICATE_COLUMN' },
    { file: 'people.csv', row: 2, column: null, value: 'extra', code: 'BAD_CSV' },
  ])
})

test('a mistyped word is answered with the nearest one', async () => {
  const { problems } = await read({
    units: 'code,name,kind,jurisdiction\nU1,财政局,机管,411100\n',
    kin: 'person,relation,relative_name\nP1,唐兄,张三\nP1,cousin,李四\n',
    posts: 'code,unit,title,seat,duties\nZ1,U1,局长,cheif,审记\n',
  })
  expect(problems.map(({ column, code, remedy }) => [column, code, remedy.en])).toEqual([
    ['kind', 'UNKNOWN_WORD', 'Did you mean `机关`?'],
    ['relation', 'UNKNOWN_RELATION', expect.stringContaining('`堂兄`')],
    ['relation', 'UNKNOWN_RELATION', expect.stringContaining('Write parent, child, spouse')],
    ['seat', 'UNKNOWN_WORD', 'Did you mean `chief`?'],
    ['duties', 'UNKNOWN_WORD', 'Did you mean `审计`?'],
  ])
})

test('a word for a tie without middle persons is that tie; every other term stays as declared', async () => {
  const { drafts } = await read({
    kin: 'person,relation,relative_name\nP1,养父,甲\nP1,儿子,乙\nP1,妻子,丙\nP1,继母,丁\n',
  })
  expect(drafts.kin.map(({ values }) => values.relation)).toEqual([
    { word: 'parent', kind: 'adoptive' },
    { word: 'child', kind: null },
    { word: 'spouse', kind: null },
    { word: '继母', kind: null },
  ])
})

test('GB18030 is read as what it is', async () => {
  // 姓名 in GB18030 is D0 D5 C3 FB, 张三 is D5 C5 C8 FD, 男 is C4 D0
  const text = [
    ...new TextEncoder().encode('code,'),
    0xd0,
    0xd5,
    0xc3,
    0xfb,
    ...new TextEncoder().encode(',sex,birth\nP1,'),
  ]
  const cells = [0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xc4, 0xd0, ...new TextEncoder().encode(',1970\n')]
  const { drafts, problems } = await readRoster(bytes('people.csv', [...text, ...cells]))
  expect(problems).toEqual([])
  expect(drafts.people[0]?.values).toMatchObject({ name: '张三', sex: 'M' })
})

test.each([
  ['UTF-16', [0xff, 0xfe, 0x63, 0x00, 0x6f, 0x00]],
  ['Latin-1', [...new TextEncoder().encode('code,name\nP1,Jos'), 0xe9, 0x0a]],
  ['a text mangled before', new TextEncoder().encode('code,name\nP1,张\uFFFD\n')],
])('a file in %s is refused as a whole', async (_, content) => {
  const { problems, broken } = await readRoster(bytes('people.csv', content))
  expect(problems.map(told)).toEqual([
    { file: 'people.csv', row: null, column: null, value: null, code: 'WRONG_ENCODING' },
  ])
  expect(problems[0]?.remedy.en).toContain('CSV UTF-8')
  expect(broken).toBe(true)
})

test('an unclosed quote is told with its row', async () => {
  const { problems, broken } = await read({ people: `${people}P1,张三,M,1970\nP2,"李四,F,1980\n` })
  expect(problems.map(told)).toEqual([{ file: 'people.csv', row: 3, column: null, value: null, code: 'BAD_CSV' }])
  expect(broken).toBe(true)
})

test.each([
  ['"李四', '没有配对', 'is not closed'],
  ['李"四"', '引号前后', 'in the wrong place'],
  ['"李"四', '引号前后', 'in the wrong place'],
])('a CSV broken by %s is told in whole sentences of both languages', async (cell, zh, en) => {
  const { problems } = await read({ people: `${people}P1,张三,M,1970\nP2,${cell},F,1980\n` })
  expect(problems.map(({ code, row }) => [code, row])).toEqual([['BAD_CSV', 3]])
  expect(problems[0]?.reason.zh).toMatch(new RegExp(`^[^a-zA-Z]*${zh}[^a-zA-Z]*。$`))
  expect(problems[0]?.reason.en).toMatch(new RegExp(`^[A-Z].*${en}.*\\.$`))
})

test.each([
  ['nothing', {}],
  ['one file with nothing in it', { people: '\n' }],
])('a roster of %s is refused with a sentence', async (_, sheets) => {
  const { problems, broken } = await read(sheets)
  expect(problems.map(({ code, reason }) => [code, reason.zh])).toEqual([['MISSING_FILE', '名册中没有一张表。']])
  expect(broken).toBe(true)
})

test('a file that is no sheet of a roster is left aside with a warning; a sheet given twice is a problem', async () => {
  const { problems, warnings, broken } = await read({ 联系人电话: people, people, 人员: people })
  expect(warnings.map(told)).toEqual([
    { file: '联系人电话.csv', row: null, column: null, value: null, code: 'UNKNOWN_FILE' },
  ])
  expect(problems.map(told)).toEqual([{ file: '人员.csv', row: null, column: null, value: null, code: 'UNKNOWN_FILE' }])
  expect(broken).toBe(false)
})

test.each([
  ['poeple', '`people`'],
  ['assignment', '`assignments`'],
  ['任职表', '`任职`'],
])('a file called %s is probably a sheet misspelt, and nobody takes that sheet for empty', async (name, meant) => {
  const { problems, warnings, broken } = await read({ [name]: people, units: 'code,name,kind,jurisdiction\n' })
  expect([warnings, broken]).toEqual([[], true])
  expect(problems.map(told)).toEqual([
    { file: `${name}.csv`, row: null, column: null, value: null, code: 'UNKNOWN_FILE' },
  ])
  expect(problems[0]?.remedy.en).toContain(`Did you mean ${meant}`)
})

test('a code may not contain the signs that separate lists and jurisdictions', async () => {
  const { problems } = await read({ people: 'code,name,sex,birth\n411100:P1,张三,M,1970\n"P;2",李四,F,1980\n' })
  expect(problems.map(({ row, code }) => [row, code])).toEqual([
    [2, 'BAD_CODE'],
    [3, 'BAD_CODE'],
  ])
})

test('levels are known by their everyday names and those of GB/T 12407', async () => {
  const { drafts } = await read({
    posts: 'code,unit,title,level\nZ1,U1,甲,正处\nZ2,U1,乙,县处级正职\nZ3,U1,丙,131\nZ4,U1,丁,division_chief\n',
  })
  expect(new Set(drafts.posts.map(({ values }) => values.level))).toEqual(new Set(['division_chief']))
})
