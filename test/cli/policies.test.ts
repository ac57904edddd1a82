import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Embedded, openEmbedded } from '../../db/embedded.ts'
import { migrate } from '../../db/migrate.ts'
import { packageBytes } from '../../policy/index.ts'
import { keyPair, packaged } from '../support/sample-package.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'
import { cadreIn } from '../support/terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'cadre-policies-'))
const cadre = cadreIn(join(folder, 'data'))
const file = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
let embedded: Embedded
beforeAll(async () => {
  embedded = await openEmbedded(join(folder, 'data'), { durable: false })
  await migrate(embedded.ownerUrl, embedded.appUrl)
})
afterAll(async () => {
  await embedded?.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('a document is read, proposed, approved by another person, and withdrawn from a terminal', async () => {
  const document = file('example.json', JSON.stringify(tenurePolicy(10)))
  const read = await cadre('install', document, '--on', '2027-01-01')
  expect(read).toMatchObject({ code: 0, err: '' })
  const [, digest = ''] = /预览摘要 ([0-9a-f]{64})/.exec(read.out) ?? []
  const goOn = `npx cadre install ${document} --on 2027-01-01 --acknowledge ${digest}`
  expect(read.out).toContain(`尚未提出。读过预览后：${goOn}`)
  const other = await cadre('install', document, '--on', '2027-01-01', '--acknowledge', 'f'.repeat(64))
  expect(other).toMatchObject({ code: 1, err: expect.stringContaining('不是现在这份预览的摘要') })
  const proposed = await cadre('install', document, '--on', '2027-01-01', '--acknowledge', digest, '--by', '甲')
  const [, id = ''] = /已提出，编号 (\S+)/.exec(proposed.out) ?? []
  expect(await cadre('approve', id, '--by', '甲')).toMatchObject({ code: 1, err: expect.stringContaining('提出人') })
  const approved = await cadre('approve', id, '--by', '乙')
  expect(approved.out).toContain('已安装 example 10.0.0 于 411100，自 2027-01-01 起适用')
  const listed = await cadre('installations', '--at', '411100')
  expect(listed.out).toContain(`${id}　example 第 1 次　待生效　2027-01-01 至 今　提出 甲　批准 乙`)
  for (const command of ['installations', 'reviews'])
    expect(await cadre(command, '--at', 'nowhere')).toMatchObject({ code: 1, err: expect.stringContaining('nowhere') })
  const withdrawn = await cadre('withdraw', id, '--on', '2027-01-01', '--reason', '暂缓')
  expect(withdrawn).toMatchObject({ code: 0, out: expect.stringContaining('已撤回') })
})

test('a key is registered, signs, and is revoked; what stood on it alone waits for a decision', async () => {
  const key = keyPair()
  const added = await cadre('key', 'add', file('key.pem', key.publicPem), '--at', '410000', '--holder', '省委组织部')
  expect(added.out).toContain(key.id)
  const signed = packaged({ ...tenurePolicy(9), id: 'signed' }, key.privatePem)
  const sealed = file('signed.json', packageBytes(signed))
  const installed = await cadre('install', sealed, '--by', '甲', '--yes', '--approved-by', '乙')
  expect(installed).toMatchObject({ code: 0, out: expect.stringContaining('已安装 signed 9.0.0') })
  const revoked = await cadre('key', 'revoke', key.id, '--reason', '私钥遗失')
  expect(revoked.out).toContain('须决定去留的政策 1 项')
  const [waiting, list] = [await cadre('reviews', '--at', '410000'), await cadre('key', 'list')]
  expect(waiting.out).toContain('私钥遗失')
  expect(list.out).toContain('已吊销：私钥遗失')
  const [, review = ''] = /■ (\S+)　/.exec(waiting.out) ?? []
  expect((await cadre('decide', review, 'keep', '--reason', '原件已核对')).out).toContain('已决定保留')
  expect((await cadre('reviews')).out).toContain('没有待决定的政策')
  expect(await cadre('install', sealed)).toMatchObject({ code: 1, err: expect.stringContaining('已吊销') })
})
