import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { digestOf, type PluginDocument } from '../../policy/index.ts'
import { type Answered, type Officer, officer, recordOf, type Serve } from './client.ts'
import { jiujiangEasing, jiujiangTenure, stricterLuohe, yangzhouTenure } from './documents.ts'
import { approve, previewState, propose, registerKey, startPreview } from './operations.ts'
import { type DemoKey, demoKey } from './signed.ts'

/** Who drafts and who approves in the synthetic world. */
export const author = 'demo-author'
export const approver = 'demo-approver'

interface Step {
  readonly document: PluginDocument
  readonly at: string
  readonly effectiveFrom: string
  readonly mode: 'SHADOW' | 'ENFORCE'
  /** What the step shows, for whoever watches the loading. */
  readonly shows: string
}

const steps = (luohe: PluginDocument): readonly Step[] => [
  {
    ...{ document: yangzhouTenure, at: '321000', effectiveFrom: '2026-01-01', mode: 'ENFORCE' },
    shows: '签名文件、两人经手，即日适用',
  },
  {
    ...{ document: luohe, at: '411100', effectiveFrom: '2027-01-01', mode: 'SHADOW' },
    shows: '试算（影子）运行，只给起草人看',
  },
  {
    ...{ document: jiujiangTenure, at: '360400', effectiveFrom: '2027-07-01', mode: 'ENFORCE' },
    shows: '2027-07-01 起适用，五年日历已可见',
  },
]

/**
 * Takes invented policies through their whole life as frontends do: by the graph and the upload alone, with two people. One
 * is put to work, one kept in the shadow, one scheduled; one would loosen what the nation orders, and is refused.
 */
export const walkPolicies = async (
  serve: Serve,
  bundled: (plugin: string) => Promise<unknown>,
  tell: (line: string) => void = () => {},
): Promise<void> => {
  const [first, second] = [officer(serve, author), officer(serve, approver)]
  for (const step of steps(stricterLuohe(await bundled('luohe')))) {
    await handIn(first, await registered(second, step.at), step.document, step.at)
    await install(first, second, step)
    tell(`政策 ${step.document.id} ${step.document.version} → ${step.at}：${step.shows}`)
  }
  tell(`政策 ${jiujiangEasing.id} → 360400：不予安装。${await refused(first, await registered(second, '360400'))}`)
}

/** A key of its own for each handing in, registered for the place by the approver. */
const registered = async (by: Officer, jurisdiction: string): Promise<DemoKey> => {
  const key = demoKey()
  const input = { jurisdiction, publicKey: key.publicKey, holder: '演示', idempotencyKey: randomUUID() }
  await by.ask(registerKey, { input })
  return key
}

const handIn = async (by: Officer, key: DemoKey, document: PluginDocument, at: string): Promise<void> => {
  const answer = await by.put('/plugins', key.sign(document, at, 1))
  if (answer.digest !== digestOf(document)) throw refusal(document, answer)
}

const install = async (first: Officer, second: Officer, step: Step): Promise<void> => {
  const { document, at: jurisdiction, effectiveFrom, mode } = step
  const plugin = digestOf(document)
  const asked = { jurisdiction, plugin, effectiveFrom }
  const previewDigest = await previewed(first, document, {
    ...asked,
    horizon: 5,
    idempotencyKey: `demo preview ${plugin}`,
  })
  const proposal = await first.ask(propose, {
    input: { ...asked, mode, previewDigest, reason: '演示', idempotencyKey: `demo propose ${plugin}` },
  })
  const { id, digest } = recordOf(proposal.installation)
  if (typeof id !== 'string') throw refusal(document, proposal)
  const approved = await second.ask(approve, { input: { id, digest, idempotencyKey: `demo approve ${id}` } })
  if (recordOf(approved.installation).approvedBy !== approver) throw refusal(document, approved)
}

/** Starts a preview and waits for it; its digest is what a proposer acknowledges. */
const previewed = async (by: Officer, document: PluginDocument, input: object): Promise<unknown> => {
  const started = await by.ask(startPreview, { input })
  const { id } = recordOf(started.preview)
  if (typeof id !== 'string') throw refusal(document, started)
  for (;;) {
    const { state, digest } = await by.ask(previewState, { id })
    if (state === 'DONE') return digest
    if (state === 'FAILED') throw new Error(`The preview of ${document.id} failed.`)
    await pause(100)
  }
}

/** Why the loosening document is not let in, in the words of the refusal. */
const refused = async (by: Officer, key: DemoKey): Promise<string> => {
  await handIn(by, key, jiujiangEasing, '360400')
  const plugin = digestOf(jiujiangEasing)
  const input = {
    jurisdiction: '360400',
    plugin,
    effectiveFrom: '2026-01-01',
    horizon: 5,
    idempotencyKey: `demo refused ${plugin}`,
  }
  const answer = await by.ask(startPreview, { input })
  const [problem] = Array.isArray(answer.problems) ? answer.problems : []
  const { message } = recordOf(problem)
  if (typeof message !== 'string') throw new Error('A document that loosens the law was let in.')
  return message
}

const refusal = (document: PluginDocument, answer: Answered) =>
  new Error(`The demonstration's ${document.id} was refused: ${JSON.stringify(answer)}`)
