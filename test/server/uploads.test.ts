import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { stagedBytes } from '../../acts/roster/upload/staged-bytes.ts'
import { uploadSource } from '../../acts/roster/upload/upload.ts'
import { transaction } from '../../db/transaction.ts'
import { bureau, csv } from '../roster/office.ts'
import { pack } from '../roster/pack.ts'
import { tabsOf, workbookOf } from '../roster/workbook.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { type Listening, listeningOn } from '../support/listening.ts'

const mebibyte = 1024 ** 2
const most = 6 * mebibyte

let fresh: FreshDatabase
let server: Listening
beforeAll(async () => {
  fresh = await freshDatabase()
  server = await listeningOn(fresh.db, { longestUpload: most })
})
afterAll(async () => {
  await server.close()
  await fresh.close()
})

const workbook = Buffer.from(workbookOf(tabsOf(bureau)))
const csvFiles = Object.entries(bureau).map(([name, lines]) => ({ name: `名册/${name}.csv`, content: csv(lines) }))
const archive = Buffer.from(pack(csvFiles))
/** More than two chunks: what does not pack stays as long as it is. */
const long = Buffer.from(pack([...csvFiles, { name: 'photograph.jpg', content: randomBytes(2.5 * mebibyte) }]))

const put = (body: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/rosters`, {
    method: 'PUT',
    body,
    headers,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  })

const kept = async () => {
  const [row] = await transaction(fresh.db, { mode: 'read' }, (tx) =>
    tx.execute<{ files: number; chunks: number }>(
      sql`select (select count(*)::int from staged_file) as files, (select count(*)::int from staged_chunk) as chunks`,
    ),
  )
  return row
}
const nothing = { files: 0, chunks: 0 }

/** Pieces of a body, sent when the test says so. */
const slowly = (pieces: readonly Uint8Array[], between: (sent: number) => Promise<void>) =>
  new ReadableStream<Uint8Array>({
    start: async (controller) => {
      for (const [i, piece] of pieces.entries()) {
        controller.enqueue(piece)
        await between(i + 1)
      }
      controller.close()
    },
  })

describe('a roster that is sent', () => {
  afterEach(async () => {
    await transaction(fresh.db, { mode: 'write' }, async (tx) => {
      await tx.execute(sql`delete from staged_chunk`)
      await tx.execute(sql`delete from staged_file`)
    })
  })

  test.each([
    ['workbook', workbook],
    ['archive', archive],
    ['archive', long],
  ])('as %s is kept byte for byte, whatever it is called', async (kind, body) => {
    const response = await put(body, { 'content-type': 'text/csv', 'x-cadre-actor': 'officer' })
    const digest = createHash('sha256').update(body).digest('hex')
    expect(response.status).toBe(201)
    const told = await response.json()
    expect(told).toEqual({
      id: expect.stringMatching(/^Upload:100000:[0-9a-f-]{36}$/),
      ...{ bytes: body.length, digest: `sha256:${digest}`, kind },
      expiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    })
    const [, root, id] = told.id.split(':')
    const parts: Uint8Array[] = []
    for await (const part of stagedBytes(fresh.db, { root: Number(root), id, bytes: told.bytes })) parts.push(part)
    expect(Buffer.concat(parts).equals(body)).toBe(true)
    const [row] = await transaction(fresh.db, { mode: 'read' }, (tx) => tx.execute(sql`select by from staged_file`))
    expect(row).toEqual({ by: 'officer' })
  })

  test('is told to be read from nothing to all of it, although its end is read first', async () => {
    const { id, bytes } = await (await put(long)).json()
    const [, root, key] = id.split(':')
    const told: number[] = []
    const file = { root: Number(root), id: key, bytes, kind: 'archive' as const }
    const sheets: string[] = []
    for await (const { name } of uploadSource(fresh.db, file, async (read) => void told.push(read))) sheets.push(name)
    expect(sheets).toHaveLength(csvFiles.length)
    expect(told).toEqual(told.toSorted((a, b) => a - b))
    expect([told[0], told.at(-1)]).toEqual([bytes - 2 * mebibyte, bytes - mebibyte])
  })

  test('is written down while it still comes: it is never held whole', async () => {
    const chunks: (number | undefined)[] = []
    const body = slowly([long.subarray(0, 2.2 * mebibyte), long.subarray(2.2 * mebibyte)], async (sent) => {
      if (sent > 1) return
      await vi.waitFor(async () => expect((await kept())?.chunks).toBe(2), { timeout: 20_000 })
      chunks.push((await kept())?.chunks)
    })
    expect((await put(body)).status).toBe(201)
    expect(chunks).toEqual([2])
    expect(await kept()).toEqual({ files: 1, chunks: 3 })
  })
})

describe('a body that is refused', () => {
  const zipOf = (...names: readonly string[]) => pack(names.map((name) => ({ name, content: 'x' })))
  const bomb = pack([{ name: 'people.csv', content: Buffer.alloc(8 * mebibyte) }])

  test.each([
    ['that is empty', Buffer.alloc(0), 400, 'UPLOAD_EMPTY', '为空'],
    ['that is larger than allowed', Buffer.alloc(most + 1), 413, 'UPLOAD_TOO_LARGE', '超过 6 MiB'],
    ['without its end', archive.subarray(0, archive.length - 30), 400, 'UPLOAD_CUT_SHORT', '缺少结尾'],
    ['with two bytes only', Buffer.from('PK'), 415, 'UPLOAD_NO_ROSTER', '无法识别'],
    ['that is text', Buffer.from('code,name\nP1,张三\n'), 415, 'UPLOAD_NO_ROSTER', 'people.csv'],
    ['of an old Office', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 415, 'UPLOAD_NO_ROSTER', '旧版 Office'],
    ['that is a letter', zipOf('_rels/.rels', 'word/document.xml'), 415, 'UPLOAD_NO_ROSTER', '没有 CSV'],
    ['that is a packed workbook', zipOf('名册.xlsx'), 415, 'UPLOAD_NO_ROSTER', '没有 CSV'],
    ['that is an empty archive', pack([]), 415, 'UPLOAD_NO_ROSTER', '空的压缩包'],
    ['that would unpack to more than a machine has', bomb, 422, 'UPLOAD_UNREADABLE', '压缩比'],
    ['whose list of files is damaged', damagedList(), 422, 'UPLOAD_UNREADABLE', '已损坏'],
  ])('%s', async (_what, bytes, status, code, says) => {
    const body = Uint8Array.from(bytes)
    const response = await put(body)
    const { errors } = await response.json()
    expect([response.status, errors[0].extensions.code]).toEqual([status, code])
    expect(errors[0].message + errors[0].extensions.remedy).toContain(says)
    expect(errors[0].message).toMatch(/\p{Script=Han}/u)
    const english = (await (await put(body, { 'accept-language': 'en' })).json()).errors[0]
    expect(english.message + english.extensions.remedy).toMatch(/^[\x20-\x7e“”]+$/)
    expect(await kept()).toEqual(nothing)
  })

  test('once it is too long, although nobody said how long it would be', async () => {
    const piece = pack([{ name: 'people.csv', content: randomBytes(mebibyte) }])
    const response = await put(slowly(Array(9).fill(piece), async () => {}))
    expect(response.status).toBe(413)
    expect(await kept()).toEqual(nothing)
  })

  test('at its first bytes, before the rest has come', async () => {
    let sent = 0
    let answered = () => {}
    const answer = new Promise<void>((resolve) => {
      answered = resolve
    })
    const body = slowly([Buffer.from('code,name\n'), Buffer.from('P1,张三\n')], async (n) => {
      sent = n
      await answer
    })
    const response = await put(body)
    expect([response.status, sent]).toEqual([415, 1])
    answered()
    expect(await kept()).toEqual(nothing)
  })

  test('that breaks off on the way leaves nothing', async () => {
    const socket = connect(server.port, '127.0.0.1')
    socket.write(`PUT /rosters HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-length: ${long.length}\r\n\r\n`)
    socket.write(long.subarray(0, 1.5 * mebibyte))
    await vi.waitFor(async () => expect(await kept()).toEqual({ files: 1, chunks: 1 }), { timeout: 20_000 })
    socket.destroy()
    await once(socket, 'close')
    await vi.waitFor(async () => expect(await kept()).toEqual(nothing), { timeout: 20_000 })
    expect(server.log.filter((line) => JSON.parse(line).level >= 50)).toEqual([])
  })

  test('of another site, or by another method', async () => {
    expect((await put(workbook, { origin: 'https://evil.example' })).status).toBe(403)
    for (const method of ['GET', 'POST', 'DELETE']) {
      const response = await fetch(`${server.url}/rosters`, { method, headers: { 'content-type': 'application/json' } })
      expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'PUT'])
    }
    expect(await kept()).toEqual(nothing)
  })
})

/** The end is there, and what it points at is not. */
function damagedList(): Buffer {
  const damaged = Buffer.from(archive)
  damaged.fill(0, damaged.indexOf('PK\x01\x02', 0, 'latin1'), damaged.length - 22)
  return damaged
}
