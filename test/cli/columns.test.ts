import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitted, padded, widthOf, wrapped } from '../../cli/columns.ts'

describe('text in a terminal', () => {
  test.each([
    ['LH-M1', 5],
    ['轮岗交流', 8],
    ['满 10 年', 8],
    ['（应办）', 8],
    ['𠮷', 2],
    ['é', 1],
    ['', 0],
  ])('%s takes %i columns', (text, width) => {
    expect(widthOf(text)).toBe(width)
    expect(widthOf(padded(text, 12))).toBe(12)
  })

  test('breaks Chinese anywhere, words and counts nowhere, and begins no line with a closing mark', () => {
    expect(wrapped('现任本级副科、正科级', 12)).toEqual(['现任本级副', '科、正科级'])
    expect(wrapped('写成 2014-03 即可', 12)).toEqual(['写成 2014-03', '即可'])
    expect(wrapped('应办 110 人，免除', 12)).toEqual(['应办', '110 人，免除'])
  })

  test('no line is too wide and nothing is lost, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'漯河市财政局，。（）ABC-12 ') })
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 30 }), (said, width) => {
        const lines = wrapped(said, width)
        expect(Math.max(...lines.map(widthOf))).toBeLessThanOrEqual(width)
        expect(lines.join('').replaceAll(' ', '')).toBe(said.replaceAll(' ', ''))
      }),
    )
  })

  test('what is carried over stands under what it belongs to', () => {
    expect(fitted('共两处：\n  ✗ 人员 第 2 行：看不出是 1 月还是 10 月', 24)).toBe(
      '共两处：\n  ✗ 人员 第 2 行：看不\n    出是 1 月还是 10 月',
    )
  })
})
