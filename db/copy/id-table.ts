import { uuidText } from './uuid-bytes.ts'

const size = 16

/** Numbers ids in the order in which they are first met. Holds millions in the bytes they have, where as texts they would fill the memory. */
export class IdTable {
  private bytes = Buffer.allocUnsafe(1 << 20)
  private slots = new Int32Array(1 << 16).fill(-1)
  private count = 0

  get length(): number {
    return this.count
  }

  /** The number of the id whose bytes stand at a place, given to it when it has none. */
  add(from: Buffer, at: number): number {
    const slot = this.slotOf(from, at)
    const known = this.slots[slot] ?? -1
    if (known >= 0) return known
    const number = this.count
    this.slots[slot] = number
    if ((number + 1) * size > this.bytes.length)
      this.bytes = Buffer.concat([this.bytes, Buffer.allocUnsafe(this.bytes.length)])
    from.copy(this.bytes, number * size, at, at + size)
    this.count += 1
    if (this.count * 2 > this.slots.length) this.spread()
    return number
  }

  /** The number of an id; -1 when it was never met. */
  find(from: Buffer, at: number): number {
    return this.slots[this.slotOf(from, at)] ?? -1
  }

  text(number: number): string {
    return uuidText(this.bytes, number * size)
  }

  /** Where an id stands among the slots, or the free one where it belongs. */
  private slotOf(from: Buffer, at: number): number {
    const mask = this.slots.length - 1
    for (let slot = hashOf(from, at) & mask; ; slot = (slot + 1) & mask) {
      const number = this.slots[slot] ?? -1
      if (number < 0 || same(this.bytes, number * size, from, at)) return slot
    }
  }

  private spread(): void {
    this.slots = new Int32Array(this.slots.length * 2).fill(-1)
    for (let number = 0; number < this.count; number += 1) this.slots[this.slotOf(this.bytes, number * size)] = number
  }
}

/** The last eight bytes are random in every id we make. */
const hashOf = (bytes: Buffer, at: number): number => {
  const mixed = Math.imul(bytes.readInt32LE(at + 8), 0x9e3779b1) ^ Math.imul(bytes.readInt32LE(at + 12), 0x85ebca6b)
  return mixed ^ (mixed >>> 15) ^ bytes.readInt32LE(at)
}

const same = (a: Buffer, atA: number, b: Buffer, atB: number): boolean =>
  a.readInt32LE(atA + 12) === b.readInt32LE(atB + 12) &&
  a.readInt32LE(atA + 8) === b.readInt32LE(atB + 8) &&
  a.readInt32LE(atA) === b.readInt32LE(atB) &&
  a.readInt32LE(atA + 4) === b.readInt32LE(atB + 4)
