import { describe, expect, test } from 'vitest'
import { ProgressLine } from '../../cli/progress.ts'

/** A terminal that remembers what was written to it. */
const channel = (more: { readonly isTTY?: boolean; readonly columns?: number }) => {
  const written: string[] = []
  return { ...more, written, write: (text: string) => void written.push(text) }
}

describe('the line that shows how far something is', () => {
  test('is written over itself in a terminal, and gone when the work is done', () => {
    const terminal = channel({ isTTY: true, columns: 80 })
    const line = new ProgressLine(terminal)
    line.show(0.25, '核对 16 人')
    line.show(1, '评定 16/16 人')
    line.end()
    expect(terminal.written).toEqual([
      '\r\u001B[2K[██████░░░░░░░░░░░░░░░░░░] 核对 16 人',
      '\r\u001B[2K[████████████████████████] 评定 16/16 人',
      '\r\u001B[2K',
    ])
  })

  test('is never written into a file or another program, nor where it would not fit in a line', () => {
    for (const other of [channel({}), channel({ isTTY: true, columns: 30 })]) {
      const line = new ProgressLine(other)
      line.show(0.5, '核对 16 人')
      line.end()
      expect(other.written).toEqual([])
    }
  })
})
