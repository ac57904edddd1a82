import { IncomingMessage } from 'node:http'

/** A body as it arrives. */
export interface Arriving {
  readonly pieces: AsyncIterable<Uint8Array>
  /** Takes no more notice of it: what still comes is thrown away, so that the sender gets to read the answer. */
  readonly ignore: () => void
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/**
 * The body of a request. Of a socket it is the message itself: to stop reading a body in the middle must not tear down the
 * connection that the answer goes by, and a sender who goes away must be noticed.
 */
export const bodyOf = (request: Request, message: unknown): Arriving =>
  message instanceof IncomingMessage
    ? { pieces: message.iterator({ destroyOnReturn: false }), ignore: () => void message.resume() }
    : { pieces: request.body ?? nothing(), ignore: () => {} }

/** How many bytes the sender says will come; `null` when they do not say. */
export const announcedLength = (request: Request): number | null => {
  const announced = request.headers.get('content-length')
  return announced === null ? null : Number(announced)
}
