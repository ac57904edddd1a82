import { afterAll, beforeEach, expect, test } from 'vitest'
import { runJobsUntilDone } from '../../../acts/jobs/work.ts'
import { PreviewOutdated } from '../../../acts/policies/outdated.ts'
import { recut } from '../../../db/facts.ts'
import { markRevised } from '../../../db/queries/evaluation.ts'
import { stepsOf } from '../../../db/queries/policies.ts'
import { failPreview } from '../../../db/queries/preview-jobs.ts'
import { previewById } from '../../../db/queries/previews.ts'
import { transaction } from '../../../db/transaction.ts'
import { digestOf } from '../../../policy/index.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { Desk, provincial, today, unless } from '../../support/policy-desk.ts'
import { addAssignment, addPerson, addPost, addUnit, root } from '../../support/small-graph.ts'
import { tenurePolicy } from '../../support/tenure-policy.ts'

let fresh: FreshDatabase | undefined
let desk: Desk
beforeEach(async () => {
  await fresh?.close()
  fresh = await freshDatabase()
  desk = await new Desk(fresh.db).open()
  await someoneArrives()
  unless(await desk.upload(document))
})
afterAll(() => fresh?.close())

const document = tenurePolicy(10)

/** Someone of the city's county takes a post: what a policy would do to its people is another thing now. */
const someoneArrives = () =>
  transaction(desk.db, { mode: 'write' }, async (tx) => {
    const [id, post] = [await addPerson(tx, '1980-01-15'), await addPost(tx, { unit: await addUnit(tx) })]
    await addAssignment(tx, { person: id, post, from: '2001-01-01' })
    await recut(tx, [{ root, id }])
    await markRevised(tx, [{ root, id }])
  })

const outdated = (answer: unknown): PreviewOutdated => {
  if (!(answer instanceof PreviewOutdated)) throw new Error(`Not outdated: ${String(answer)}`)
  return answer
}

test('a proposal on a preview that the roster has overtaken is answered with a fresh one, and nothing is proposed', async () => {
  const previewDigest = await desk.preview(document, today())
  await someoneArrives()
  const { code, preview } = outdated(await desk.propose({ document, previewDigest }))
  expect(code).toBe('PREVIEW_OUTDATED')
  expect(outdated(await desk.propose({ document, previewDigest })).preview).toBe(preview)
  const fresher = await desk.previewed(preview)
  expect(fresher).not.toBe(previewDigest)
  expect(await desk.read((tx) => previewById(tx, preview))).toMatchObject({
    pluginDigest: digestOf(document),
    effectiveFrom: today(),
  })
  unless(await desk.propose({ document, previewDigest: fresher }))
})

test('an approval is too: the proposal is bound to the fresh preview, which the approver has to read', async () => {
  const { installation } = unless(await desk.propose({ document }))
  await someoneArrives()
  const { preview } = outdated(await desk.approve(installation, document))
  expect(await desk.row(installation)).toMatchObject({ state: 'proposed', previewId: preview, proposedBy: 'maker' })
  expect(await desk.approve(installation, document)).toMatchObject({ code: 'PREVIEW_UNFINISHED' })
  const previewDigest = await desk.previewed(preview)
  expect(outdated(await desk.approve(installation, document)).preview).toBe(preview)
  expect(outdated(await desk.approve(installation, document, { previewDigest: 'f'.repeat(64) })).preview).toBe(preview)
  const { jobs } = unless(await desk.approve(installation, document, { previewDigest }))
  expect(jobs).not.toEqual([])
  await runJobsUntilDone(desk.db, jobs)
  const steps = await desk.read((tx) => stepsOf(tx, installation))
  expect(steps.map(({ state, previewId }) => [state, previewId === preview])).toEqual([
    ['proposed', false],
    ['proposed', true],
    ['active', true],
  ])
})

test('when the fresh preview could not be computed, another one takes its place', async () => {
  const { installation } = unless(await desk.propose({ document }))
  await someoneArrives()
  const { preview: failed } = outdated(await desk.approve(installation, document))
  await transaction(desk.db, { mode: 'write' }, async (tx) =>
    failPreview(tx, (await previewById(tx, failed))?.jobId ?? '', '名册接连变动'),
  )
  const { preview } = outdated(await desk.approve(installation, document))
  expect(preview).not.toBe(failed)
  unless(await desk.approve(installation, document, { previewDigest: await desk.previewed(preview) }))
})

test('a policy installed meanwhile overtakes a preview as well', async () => {
  const { installation } = unless(await desk.propose({ document }))
  await desk.atWork({ document: provincial('1.0.0', []) })
  outdated(await desk.approve(installation, document))
})
