import { crc32, deflateRawSync } from 'node:zlib'

/** One file to be packed: its name, as bytes when it is in no known encoding. */
export interface Packed {
  readonly name: string | Uint8Array
  readonly content: string | Uint8Array
}

const number = (width: 2 | 4, ...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(width * values.length)
  values.forEach((value, i) => void bytes.writeUIntLE(value, i * width, width))
  return bytes
}

/** A .zip as the format's description has it; names that are texts carry the mark for UTF-8. */
export const pack = (files: readonly Packed[]): Buffer => {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, content } of files) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(content)]
    const packed = deflateRawSync(bytes)
    const head = Buffer.concat([
      number(2, 20, typeof name === 'string' ? 0x800 : 0, 8, 0, 33),
      number(4, crc32(bytes), packed.length, bytes.length),
      number(2, title.length, 0),
    ])
    bodies.push(number(4, 0x04034b50), head, title, packed)
    directory.push(number(4, 0x02014b50), number(2, 20), head, number(2, 0, 0, 0), number(4, 0, at), title)
    at += 4 + head.length + title.length + packed.length
  }
  const list = Buffer.concat(directory)
  const end = [number(4, 0x06054b50), number(2, 0, 0, files.length, files.length), number(4, list.length, at)]
  return Buffer.concat([...bodies, list, ...end, number(2, 0)])
}
