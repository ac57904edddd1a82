import { afterAll, describe, expect, test } from 'vitest'
import { archiveLimits } from '../../acts/roster/reading/archive.ts'
import { readRoster } from '../../acts/roster/reading/read-roster.ts'
import { zipSource } from '../../acts/roster/reading/zip-source.ts'
import { told } from './office.ts'
import { type Packed, pack } from './pack.ts'
import { scratchFolder } from './scratch-folder.ts'

const scratch = scratchFolder()
afterAll(scratch.remove)

const read = (files: readonly Packed[] | Buffer, limits = {}) => {
  const path = scratch.put('名册.zip', Buffer.isBuffer(files) ? files : pack(files))
  return readRoster(zipSource(path, { ...archiveLimits, ...limits }))
}
const people = 'code,name,sex,birth\nP1,张三,M,1970\n'

describe('an archive of CSV files', () => {
  test('is read whatever folder they are packed in; what a system packs beside them is left aside', async () => {
    const { drafts, problems, warnings } = await read([
      { name: '__MACOSX/people.csv', content: 'resource' },
      { name: '名册/.~lock.people.csv', content: 'lock' },
      { name: '名册/people.csv', content: `\uFEFF${people}` },
      { name: '名册/说明.docx', content: 'notes' },
    ])
    expect([...problems, ...warnings]).toEqual([])
    expect(drafts.people[0]?.values.name).toBe('张三')
  })

  test('may have names and contents in GB18030, as Chinese Windows packs them', async () => {
    // 人员 is C8 CB D4 B1; 姓名 is D0 D5 C3 FB; 张三 is D5 C5 C8 FD
    const ascii = (text: string) => [...new TextEncoder().encode(text)]
    const name = Uint8Array.from([0xc8, 0xcb, 0xd4, 0xb1, ...ascii('.csv')])
    const heading = [...ascii('code,'), 0xd0, 0xd5, 0xc3, 0xfb, ...ascii(',sex,birth\nP1,')]
    const content = Uint8Array.from([...heading, 0xd5, 0xc5, 0xc8, 0xfd, ...ascii(',X,1970\n')])
    const { drafts, problems } = await read([{ name, content }])
    expect(drafts.people[0]?.values.name).toBe('张三')
    expect(problems.map(told)).toEqual([{ file: '人员.csv', row: 2, column: 'sex', value: 'X', code: 'UNKNOWN_WORD' }])
  })

  const whole = (code: string) => [{ file: '名册.zip', row: null, column: null, value: null, code }]

  test.each([
    ['that is none', Buffer.from('hello')],
    ['without a CSV file', pack([{ name: 'people.xlsx', content: 'x' }])],
    ['cut short', pack([{ name: 'people.csv', content: people }]).subarray(0, 90)],
    ['of which a byte is another', pack([{ name: 'people.csv', content: people }]).fill(0x41, 45, 46)],
  ])('%s is one problem of the whole', async (_, zip) => {
    const { problems, broken } = await read(zip)
    expect(problems.map(told)).toEqual(whole('BAD_ARCHIVE'))
    expect(broken).toBe(true)
  })

  const zeros = new Uint8Array(8 * 1024 ** 2)

  test.each([
    ['that would unpack to more than is allowed', { bytes: 7 * 1024 ** 2, ratio: 10_000 }, 'MiB'],
    ['packed tighter than any roster is', {}, '200 to 1'],
    ['of more files than a roster has', { files: 1 }, '2 files'],
  ])('%s is refused before anything of it is unpacked', async (_, limits, says) => {
    const { problems, drafts, broken } = await read(
      [
        { name: 'people.csv', content: people },
        { name: 'posts.csv', content: zeros },
      ],
      limits,
    )
    expect(problems.map(told)).toEqual(whole('TOO_LARGE'))
    expect(problems[0]?.reason.en).toContain(says)
    expect([drafts.people, broken]).toEqual([[], true])
  })

  test('that lies about how much it unpacks to is found out', async () => {
    const zip = pack([{ name: 'people.csv', content: zeros }])
    // The size it claims, where the directory of the archive and the file itself have it.
    const size = Buffer.alloc(4)
    size.writeUInt32LE(zeros.length)
    for (let at = zip.indexOf(size); at >= 0; at = zip.indexOf(size, at + 4)) zip.writeUInt32LE(100, at)
    expect((await read(zip)).problems.map(told)).toEqual(whole('BAD_ARCHIVE'))
  })
})
