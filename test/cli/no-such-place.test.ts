import { expect, test } from 'vitest'
import { noSuchPlace } from '../../cli/no-such-place.ts'

test('a place that was removed is refused with the code of today, any other with what a code looks like', () => {
  expect(noSuchPlace('441381').message).toBe('`441381` 惠阳市已于2003年撤销。请用`441303` 惠阳区。')
  expect(noSuchPlace('350202').message).toBe(
    '`350202` 鼓浪屿区已于2003年撤销。该地现属`350200` 厦门市，请用其中现行的代码。',
  )
  expect(noSuchPlace('99').message).toContain('没有代码为`99`的辖区')
})
