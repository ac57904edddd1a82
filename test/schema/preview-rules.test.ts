import { expect, test } from 'vitest'
import type { PluginDocument } from '../../policy/index.ts'
import { freshDatabase } from '../support/database.ts'
import { duty, exampleCity, measures } from '../support/example-policy.ts'
import { PolicyOffice } from '../support/policy-office.ts'

/** Measures of one rule, under a name of its own. */
const ruled = (id: string, version: string): PluginDocument => {
  const post = '岗位'
  const cases = [
    { name: '满年限', on: '2026-01-01', career: [{ post, from: '2020-01-01' }], expect: { [id]: 'binds' as const } },
    { name: '未满', on: '2026-01-01', career: [{ post, from: '2025-01-01' }], expect: { [id]: 'passes' as const } },
  ]
  return measures([duty({ lasting: { atLeast: 'P6Y' } }, { id, catalogueId: 'EX-T' })], { version, cases })
}

test('a preview names rules of what was installed after it was asked for and before it was computed', async () => {
  const office = await PolicyOffice.open((await freshDatabase()).db)
  const plugin = await office.sent(ruled('asked', '3.0.0'), 1)
  const { job, preview } = await office.steps.startPreview('author', {
    ...{ jurisdiction: exampleCity, plugin, effectiveFrom: office.today, horizon: 5 },
  })
  await office.putToWork(ruled('meanwhile', '2.0.0'))
  await office.done(job.id)
  const { changes } = await office.steps.preview(preview.id)
  const rules: readonly string[] = changes.edges.map(({ node }: { node: { rule: { id: string } } }) => node.rule.id)
  expect([...new Set(rules)].sort()).toEqual(['example/asked', 'example/meanwhile'])

  const beyond = Buffer.from('[2147483648]').toString('base64url')
  const query = 'query ($id: ID!, $after: String) { preview(id: $id) { changes(after: $after) { edges { cursor } } } }'
  const { errors } = await office.ask(query, { id: preview.id, after: beyond }, 'author')
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
})
