import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { digestOf, mostPackageBytes, packageBytes } from '../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../support/database.ts'
import { everythingStored } from '../support/everything-stored.ts'
import { type Listening, listeningOn } from '../support/listening.ts'
import { Desk } from '../support/policy-desk.ts'
import { packaged } from '../support/sample-package.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

let fresh: FreshDatabase
let server: Listening
let desk: Desk
beforeAll(async () => {
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
  server = await listeningOn(fresh.db)
})
afterAll(async () => {
  await server.close()
  await fresh.close()
})

const document = tenurePolicy(10)
const signed = () => packageBytes(packaged(document, desk.key.privatePem))

const put = (body: Uint8Array, headers: Record<string, string> = {}) =>
  fetch(`${server.url}/plugins`, {
    method: 'PUT',
    body: Uint8Array.from(body),
    headers: { 'content-type': 'application/json', ...headers },
  })

/** The status and what the body says, and that nothing at all was written. */
const refused = async (body: Uint8Array, headers: Record<string, string> = {}) => {
  const before = await desk.read(everythingStored)
  const response = await put(body, headers)
  const { errors } = await response.json()
  expect(await desk.read(everythingStored)).toEqual(before)
  return { status: response.status, ...errors[0] }
}

test('a signed package is taken over HTTP, and named by the digest of its document', async () => {
  const response = await put(signed())
  expect(response.status).toBe(201)
  expect(await response.json()).toEqual({
    digest: digestOf(document),
    plugin: 'example',
    version: '10.0.0',
    target: '411100',
    sequence: 1,
    signedBy: [desk.key.id],
  })
})

describe('a body is refused', () => {
  test('with every place, its reason and its remedy, when the package is not sound', async () => {
    const unsigned = await refused(packageBytes(packaged(document)), { 'accept-language': 'en' })
    expect(unsigned).toMatchObject({
      status: 422,
      message: 'The package is not signed: no office answers for it.',
      extensions: {
        code: 'POLICY_REFUSED',
        problems: [
          {
            path: ['signatures'],
            code: 'UNSIGNED',
            message: 'The package is not signed: no office answers for it.',
            remedy: 'Sign it with `cadre plugin sign` and upload it again.',
          },
        ],
      },
    })
  })

  test('when it is longer than a package may be: by one byte, announced or not', async () => {
    const long = new Uint8Array(mostPackageBytes + 1).fill(32)
    expect(await refused(long)).toMatchObject({ status: 413, extensions: { code: 'UPLOAD_TOO_LARGE' } })
    const unannounced = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(long)
        controller.close()
      },
    })
    const init = { method: 'PUT', body: unannounced, duplex: 'half', headers: { 'content-type': 'application/json' } }
    expect((await fetch(`${server.url}/plugins`, init as RequestInit)).status).toBe(413)
    expect(await refused(long.subarray(1))).toMatchObject({ status: 422, extensions: { code: 'POLICY_REFUSED' } })
  })

  test('when it is empty, compressed, or not JSON', async () => {
    expect(await refused(new Uint8Array())).toMatchObject({ status: 400, extensions: { code: 'UPLOAD_EMPTY' } })
    const gzip = await refused(gzipSync(signed()), { 'content-encoding': 'gzip' })
    expect(gzip).toMatchObject({ status: 415, extensions: { code: 'UPLOAD_NO_PACKAGE' } })
    const form = await refused(signed(), { 'content-type': 'text/plain' })
    expect(form).toMatchObject({ status: 415, extensions: { code: 'UPLOAD_NO_PACKAGE' } })
    expect(await refused(Buffer.from('no'))).toMatchObject({ extensions: { problems: [{ code: 'NOT_A_PACKAGE' }] } })
  })

  test('when it breaks off', async () => {
    const before = await desk.read(everythingStored)
    await new Promise<void>((resolve) => {
      const socket = connect(server.port, '127.0.0.1', () => {
        const head =
          'PUT /plugins HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9000\r\n\r\n{'
        socket.write(head, () => socket.destroy())
      })
      socket.on('close', () => resolve())
    })
    expect(await desk.read(everythingStored)).toEqual(before)
    expect((await put(signed())).status).toBe(201)
  })

  test('by any other method', async () => {
    const response = await fetch(`${server.url}/plugins`, { method: 'DELETE' })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'PUT'])
  })
})
