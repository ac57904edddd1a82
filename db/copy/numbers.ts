/** A column of numbers that grows. */
export class Numbers {
  private values = new Int32Array(1 << 16)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.values.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length] = value
    this.length += 1
  }

  view(): Int32Array {
    return this.values.subarray(0, this.length)
  }
}
