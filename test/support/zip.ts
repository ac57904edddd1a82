import { inflateRawSync } from 'node:zlib'

const endSignature = 0x06054b50

/** The files of a zip archive (an .xlsx is one), by name, as text. */
export const filesInZip = (zip: Buffer): ReadonlyMap<string, string> => {
  let end = zip.length - 22
  while (zip.readUInt32LE(end) !== endSignature) end -= 1
  const files = new Map<string, string>()
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, header] = [zip.readUInt16LE(at + 10), zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 42)]
    const [name, extra, comment] = [zip.readUInt16LE(at + 28), zip.readUInt16LE(at + 30), zip.readUInt16LE(at + 32)]
    const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
    const packed = zip.subarray(start, start + size)
    const bytes = method === 0 ? packed : inflateRawSync(packed)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), bytes.toString('utf8'))
    at += 46 + name + extra + comment
  }
  return files
}
