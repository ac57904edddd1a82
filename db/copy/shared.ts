interface Entry<T> {
  readonly bytes: Buffer
  readonly read: T
  readonly next: Entry<T> | undefined
}

/** Things read before, by their bytes; forgotten all at once when they become too many. */
export class Shared<T> {
  private readonly known = new Map<number, Entry<T>>()
  private size = 0
  constructor(private readonly most: number) {}

  find(bytes: Buffer, from: number, end: number): T | undefined {
    for (let entry = this.known.get(hashOf(bytes, from, end)); entry !== undefined; entry = entry.next) {
      if (entry.bytes.length === end - from && entry.bytes.compare(bytes, from, end) === 0) return entry.read
    }
    return undefined
  }

  keep(bytes: Buffer, from: number, end: number, read: T): T {
    if (this.size >= this.most) {
      this.known.clear()
      this.size = 0
    }
    const hash = hashOf(bytes, from, end)
    this.known.set(hash, { bytes: Buffer.from(bytes.subarray(from, end)), read, next: this.known.get(hash) })
    this.size += 1
    return read
  }
}

/** Four bytes at a time; the last ones count twice where the length is odd. */
const hashOf = (bytes: Buffer, from: number, end: number): number => {
  let hash = end - from
  for (let at = from; at + 4 <= end; at += 4) hash = Math.imul(hash ^ bytes.readInt32LE(at), 0x01000193) ^ (hash >>> 15)
  if (end - from >= 4) hash = Math.imul(hash ^ bytes.readInt32LE(end - 4), 0x01000193) ^ (hash >>> 15)
  return hash
}
