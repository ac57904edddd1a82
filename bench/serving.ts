import { Agent, createServer, type RequestListener, request } from 'node:http'

/** A server on a free port of this machine. */
export interface Serving {
  readonly url: string
  readonly stop: () => Promise<void>
}

export const serving = (listener: RequestListener): Promise<Serving> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener)
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') return reject(new Error('The server has no port.'))
      const stop = () =>
        new Promise<void>((stopped) => {
          server.close(() => stopped())
          server.closeAllConnections()
        })
      resolve({ url: `http://127.0.0.1:${address.port}`, stop })
    })
  })

const agent = new Agent({ keepAlive: true })

/** Posts a JSON body on a connection that is kept, and returns the text of the answer. */
export const ask = (url: string, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
    const asking = request(url, { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')))
      response.on('error', reject)
    })
    asking.on('error', reject)
    asking.end(body)
  })
