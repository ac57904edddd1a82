import { v7 } from 'uuid'

const digits = Buffer.from('0123456789abcdef', 'latin1')
/** Where the digits of each byte stand in the text. */
const places = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34] as const
const scratch = Buffer.alloc(36, '-')

/** The id whose 16 bytes stand at a place, as text. */
export const uuidText = (bytes: Buffer, at: number): string => {
  for (let i = 0; i < 16; i += 1) {
    const byte = bytes[at + i] ?? 0
    const place = places[i] ?? 0
    scratch[place] = digits[byte >> 4] ?? 0
    scratch[place + 1] = digits[byte & 15] ?? 0
  }
  return scratch.toString('latin1')
}

const value = (code: number): number => (code < 58 ? code - 48 : (code | 32) - 87)

/** Writes the 16 bytes of an id at a place. */
export const putUuid = (bytes: Buffer, at: number, text: string): void => {
  for (let i = 0; i < 16; i += 1) {
    const place = places[i] ?? 0
    bytes[at + i] = (value(text.charCodeAt(place)) << 4) | value(text.charCodeAt(place + 1))
  }
}

/** Makes new ids (UUIDv7), each after the one before: random once, then counted up. The bytes are good until the next. */
export const newIds = (): (() => Buffer) => {
  const id = Buffer.alloc(16)
  let count = 0xffffffff
  return () => {
    if (count === 0xffffffff) {
      putUuid(id, 0, v7())
      count = id.readUInt32BE(12) >>> 2
    }
    count += 1
    id.writeUInt32BE(count, 12)
    return id
  }
}
