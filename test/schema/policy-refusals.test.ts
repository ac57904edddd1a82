import { beforeAll, describe, expect, test } from 'vitest'
import type { PluginDocument } from '../../policy/index.ts'
import { freshDatabase } from '../support/database.ts'
import { exampleCity, waiver } from '../support/example-policy.ts'
import { PolicyOffice } from '../support/policy-office.ts'
import { tenurePolicy } from '../support/tenure-policy.ts'

const [author, head] = ['author', 'head']

let office: PolicyOffice
beforeAll(async () => {
  office = await PolicyOffice.open((await freshDatabase()).db)
})

describe('a policy that the law above does not allow', () => {
  /** Releases whoever shows promise from the province's rule, which lets nobody do so. */
  const loosening = (version: string): PluginDocument => {
    const lower = tenurePolicy(8, version)
    const promising = waiver(
      { state: { kind: 'potential' } },
      { id: 'promising', catalogueId: 'EX-P', appliesTo: ['superior/tenure'] },
    )
    const [career, on] = [[{ post: '岗位', from: '2025-01-01' }], '2026-01-01']
    const states = [{ kind: 'potential', from: '2025-06-01' }] as const
    return {
      ...lower,
      rules: [...lower.rules, promising],
      cases: [
        ...lower.cases,
        { name: '培养对象', on, career, states, expect: { promising: 'binds' } },
        { name: '其他人员', on, career, expect: { promising: 'passes' } },
      ],
    }
  }
  let digest: string

  beforeAll(async () => {
    await office.putToWork({ ...tenurePolicy(12), id: 'superior', level: 'province', jurisdiction: '410000' })
    digest = await office.sent(loosening('9.0.0'), 9)
  })

  const superior = { catalogueId: 'EX-T', citation: { instrument: '示例', article: '第一条' } }

  test('is refused with the article that stands in the way, before anything is computed', async () => {
    const refused = await office.steps.startPreview(author, {
      ...{ jurisdiction: exampleCity, plugin: digest, effectiveFrom: office.today, horizon: 5 },
    })
    expect(refused).toEqual({
      __typename: 'PolicyProblem',
      code: 'POLICY_REFUSED',
      problems: [
        {
          path: expect.arrayContaining(['appliesTo']),
          message: expect.any(String),
          remedy: expect.any(String),
          superior,
        },
      ],
    })
  })

  test('is told why, in the language of the reader, with the word that programs branch on', async () => {
    const input = {
      jurisdiction: exampleCity,
      plugin: digest,
      effectiveFrom: office.today,
      horizon: 5,
      idempotencyKey: 'en',
    }
    const { data } = await office.graph.ask(
      `mutation ($input: StartPreviewInput!) { startPreview(input: $input) { ... on PolicyProblem { message problems { code message
         superior { id plugin { id level } citation { instrument } } } } } }`,
      { input },
      { 'accept-language': 'en' },
    )
    const [problem] = data.startPreview.problems
    expect(problem).toMatchObject({
      code: 'NOT_EXEMPTABLE',
      superior: {
        id: 'superior/tenure',
        plugin: { id: 'superior', level: 'PROVINCE' },
        citation: { instrument: 'Example' },
      },
    })
    expect(problem.message).toContain('lets no municipality exempt from it')
  })

  test('has a certificate that says so, point by point', async () => {
    const { conforms, items } = await office.steps.certificate(exampleCity, digest)
    expect(conforms).toBe(false)
    expect(items).toMatchObject([
      { holds: false, superior: { id: 'superior/tenure', ...superior }, because: expect.stringContaining('第一条') },
    ])
    const [{ counterexample }] = items
    expect(counterexample.onDay).toMatch(/^\d{4}-\d\d-\d\d$/)
    expect(counterexample.story).toContain('岗位')
    expect(counterexample.superiorSays).not.toBe(counterexample.pluginSays)
    const lawful = await office.steps.certificate(exampleCity, await office.sent(tenurePolicy(8, '9.0.1'), 10))
    expect(lawful).toEqual({ conforms: true, items: [] })
  })

  test('certificates take long: no more than a few are made at a time', async () => {
    const asked = (n: number) =>
      `{ ${Array.from({ length: n }, (_, i) => `c${i}: certificate(jurisdiction: "${exampleCity}", plugin: "${digest}") { conforms }`).join(' ')} }`
    expect((await office.graph.ask(asked(9))).data.c8).toEqual({ conforms: false })
    expect((await office.graph.ask(asked(10))).errors?.[0]?.extensions).toMatchObject({ code: 'COST_LIMIT' })
  })

  test('no certificate is given of a document where it has no place', async () => {
    const query =
      'query ($at: String!, $plugin: String!) { certificate(jurisdiction: $at, plugin: $plugin) { conforms } }'
    const lawful = await office.sent(tenurePolicy(8, '9.0.2'), 11)
    const code = async (at: string) => {
      const { data, errors } = await office.graph.ask(query, { at, plugin: lawful })
      return errors === undefined ? data.certificate : errors[0]?.extensions?.code
    }
    expect(await Promise.all([exampleCity, '410100', '410000', 'nowhere', '110100'].map(code))).toEqual([
      ...[{ conforms: true }, 'POLICY_REFUSED', 'POLICY_REFUSED', 'NOT_FOUND', 'NOT_FOUND'],
    ])
  })

  test('a certificate of a document that nobody handed in is refused in words', async () => {
    const query = `{ certificate(jurisdiction: "${exampleCity}", plugin: "${'0'.repeat(64)}") { conforms } }`
    const { errors } = await office.graph.ask(query)
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('a policy whose only key is revoked', () => {
  const reviews = async (open: boolean) => {
    const query = `query ($open: Boolean) { policyReviews(jurisdiction: "${exampleCity}", open: $open) { edges { node {
      id cause key from decision decidedBy problems { message } installation { id state } } } } }`
    const { data, errors } = await office.graph.ask(query, { open })
    expect(errors).toBeUndefined()
    return data.policyReviews.edges.map(({ node }: { node: object }) => node)
  }
  let id: string
  let key: string
  beforeAll(async () => void (await office.sent(tenurePolicy(10), 1)))

  test('goes on, and waits for somebody to decide', async () => {
    const { data } = await office.graph.ask(`{ signingKeys(jurisdiction: "${exampleCity}") { id } }`)
    key = data.signingKeys[0].id
    const revoked = await office.ask(
      `mutation ($input: RevokeSigningKeyInput!) { revokeSigningKey(input: $input) { ... on Problem { code }
         ... on RevokeSigningKeyPayload { key { id revokedBy } reviews { id cause installation { version state } } } } }`,
      { input: { key, reason: '密钥遗失', idempotencyKey: 'revoke' } },
      head,
    )
    expect(revoked.data.revokeSigningKey).toMatchObject({
      key: { id: key, revokedBy: head },
      reviews: [{ cause: 'KEY', installation: { version: '10.0.0', state: 'ACTIVE' } }],
    })
    expect(await reviews(true)).toMatchObject([{ cause: 'KEY', key, from: office.today, decision: null }])
    expect(await reviews(false)).toEqual([])
    ;[{ id }] = await reviews(true)
  })

  test('takes no further proposal', async () => {
    const plugin = (await office.installations()).find(({ version }) => version === '10.0.0')
    const { digest: read } = await office.previewed(await digestOfInstalled(plugin?.id ?? ''))
    const input = { id: plugin?.id, effectiveFrom: office.today, previewDigest: read, reason: '重来' }
    expect(await office.steps.rollback(author, input)).toMatchObject({
      __typename: 'PolicyProblem',
      code: 'POLICY_REFUSED',
    })
  })

  test('is suspended by decision, with a reason, and then binds nobody: the law above still does', async () => {
    expect(await office.dueOn(`${office.year + 1}-01-01`)).toEqual(['P1', 'P1', 'P2'])
    const decided = await office.ask(
      `mutation ($input: DecidePolicyReviewInput!) { decidePolicyReview(input: $input) { ... on Problem { code }
         ... on DecidePolicyReviewPayload { review { decision decidedBy reason installation { state } } jobs { id } } } }`,
      { input: { id, decision: 'SUSPEND', reason: '重新签署前中止', idempotencyKey: 'suspend' } },
      head,
    )
    const { review, jobs } = decided.data.decidePolicyReview
    expect(review).toEqual({
      ...{ decision: 'SUSPEND', decidedBy: head, reason: '重新签署前中止', installation: { state: 'SUSPENDED' } },
    })
    await office.done(...jobs.map(({ id }: { id: string }) => id))
    expect(await office.dueOn(`${office.year + 1}-01-01`)).toEqual(['P1'])
    expect(await reviews(true)).toEqual([])
    expect(await reviews(false)).toMatchObject([{ decision: 'SUSPEND', installation: { state: 'SUSPENDED' } }])
  })

  const digestOfInstalled = async (id: string): Promise<string> =>
    (await office.graph.ask('query ($id: ID!) { installation(id: $id) { digest } }', { id })).data.installation.digest
})

describe('what names nothing', () => {
  test.each(['nowhere', '', '999999', '9'.repeat(30), '４１１１００'])(
    'as a place, `%s` is not found',
    async (code) => {
      const reviews = 'query ($code: String!) { policyReviews(jurisdiction: $code) { edges { cursor } } }'
      expect((await office.graph.ask(reviews, { code })).errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }])
      const propose = `mutation ($input: ProposePolicyInput!) {
      proposePolicy(input: $input) { ... on Problem { code path } } }`
      const { data } = await office.graph.ask(propose, {
        input: {
          ...{ jurisdiction: code, plugin: 'f', effectiveFrom: office.today, mode: 'ENFORCE', previewDigest: 'f' },
          idempotencyKey: `at ${code}`,
        },
      })
      expect(data.proposePolicy).toEqual({ code: 'NOT_FOUND', path: ['input', 'jurisdiction'] })
    },
  )

  test.each([
    ['approvePolicy', 'ApprovePolicyInput', { digest: 'f' }],
    ['withdrawPolicy', 'WithdrawPolicyInput', { on: '2026-01-01', reason: '误' }],
    ['rollbackPolicy', 'RollbackPolicyInput', { effectiveFrom: '2026-01-01', previewDigest: 'f', reason: '误' }],
    ['decidePolicyReview', 'DecidePolicyReviewInput', { decision: 'KEEP', reason: '误' }],
  ])('is refused by %s in words, with the field', async (field, type, more) => {
    const query = `mutation ($input: ${type}!) { ${field}(input: $input) { ... on Problem { code path message } } }`
    for (const [i, id] of ['nobody', 'Installation:00000000-0000-7000-8000-000000000000'].entries()) {
      const { data, errors } = await office.graph.ask(query, {
        input: { id, idempotencyKey: `${field} ${i}`, ...more },
      })
      expect(errors).toBeUndefined()
      expect(data[field]).toMatchObject({
        code: 'NOT_FOUND',
        path: ['input', 'id'],
        message: expect.stringContaining('未找到'),
      })
    }
  })
})
