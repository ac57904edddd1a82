import { openEmbedded } from '../../db/embedded.ts'

/** A process of its own that opens the cluster of the folder it is given, says what it found, and waits to be ended. */
const [, , folder = '', namespaces = 'yes'] = process.argv
const { appUrl, ownerUrl, started, stop } = await openEmbedded(folder, {
  durable: false,
  namespaces: namespaces === 'yes',
})
process.on('SIGTERM', () => void stop().then(() => process.exit(0)))
process.stdout.write(`${JSON.stringify({ appUrl, ownerUrl, started })}\n`)
setTimeout(() => process.exit(1), 60_000)
