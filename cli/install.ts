import { readFile } from 'node:fs/promises'
import { installPlugin } from '../acts/install-plugin.ts'
import { runJobsUntilDone } from '../acts/jobs/work.ts'
import { KnownProblem, PolicyProblem } from '../acts/problem.ts'
import { withDatabase } from './database.ts'
import { checkedDay } from './day.ts'
import { Failure } from './failure.ts'
import { withProgress } from './progress.ts'
import { complain, say } from './say.ts'

interface Options {
  readonly at?: string
  readonly on?: string
  readonly reason?: string
  readonly by: string
}

/** `cadre install`: puts a policy document to work, and returns when findings are current under it. */
export const install = async (file: string, { at, on, reason, by }: Options): Promise<void> => {
  const document = await documentIn(file)
  const effectiveFrom = on === undefined ? null : checkedDay(on)
  await withDatabase(async (db) => {
    const outcome = await installPlugin(db, { document, at: at ?? null, effectiveFrom, by, reason: reason ?? null })
    if (outcome instanceof KnownProblem) {
      if (outcome instanceof PolicyProblem) for (const issue of outcome.issues) complain(issueLine(issue))
      throw outcome
    }
    await withProgress((line) =>
      runJobsUntilDone(db, outcome.jobs, async (done, total) =>
        line.show(total === 0 ? 0 : done / total, total === 0 ? '重新评定' : `重新评定 ${done}/${total}`),
      ),
    )
    const { plugin, jurisdiction, effectiveFrom: from } = outcome
    say(
      `已安装 ${plugin.id} ${plugin.version} 于 ${jurisdiction}，自 ${from} 起适用；重新评定已完成（${outcome.jobs.length} 项作业）。`,
    )
  })
}

const issueLine = ({ path, says, remedy }: PolicyProblem['issues'][number]) =>
  `${path.join('.')}：${says.zh}${remedy.zh}`

const documentIn = async (file: string): Promise<unknown> => {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Failure(`无法读取\`${file}\`，请核对路径。`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new Failure(
      `\`${file}\`不是 JSON 文件。政策插件是一份 JSON 文档，可用 npm run plugins 打印内置的几份作样本。`,
    )
  }
}
