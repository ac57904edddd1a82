import { type Connection, openConnection } from '../db/connection.ts'

/** Key of the session lock that says "a server runs on this embedded database". */
const key = 4_000_226

/** Another server runs on the same data folder. */
export class SecondServer extends Error {
  override readonly name = 'SecondServer'

  constructor(dataFolder: string) {
    super(
      `另一个服务器正在使用数据目录 ${dataFolder}，本次未启动。请先停止它，或用 CADRE_DATA 指定另一目录。\n` +
        `Another server is running on the data folder ${dataFolder}. Stop it first, or name another folder with CADRE_DATA.`,
    )
  }
}

/** A claim lasts exactly as long as its session: a server that was killed leaves nothing behind. */
export interface Claim {
  /** Settles when the claim is no more, given up or lost. */
  readonly gone: Promise<void>
  readonly giveUp: () => Promise<void>
}

/**
 * Claims the embedded database for this server, by a lock of its session. Refused while another server holds the claim.
 */
export const claimFolder = async (url: string, dataFolder: string): Promise<Claim> => {
  const session: Connection = await openConnection(url)
  const [row] = await session.client<{ claimed: boolean }[]>`select pg_try_advisory_lock(${key}) as claimed`
  if (row?.claimed === true) {
    const gone = new Promise<void>((settle) => session.onLoss(settle))
    return { gone, giveUp: session.end }
  }
  await session.end()
  throw new SecondServer(dataFolder)
}
