import { v7 } from 'uuid'
import { expect, test } from 'vitest'
import { IdTable } from '../../db/copy/id-table.ts'
import { putUuid } from '../../db/copy/uuid-bytes.ts'

const bytesOf = (id: string): Buffer => {
  const bytes = Buffer.alloc(20)
  putUuid(bytes, 4, id)
  return bytes
}

test('ids are numbered as they are first met, however many, and are told back as they were', () => {
  const table = new IdTable()
  const ids = Array.from({ length: 150_000 }, () => v7())
  const numbers = ids.map((id) => table.add(bytesOf(id), 4))
  expect(numbers).toEqual(ids.map((_, i) => i))
  expect(ids.map((id) => table.add(bytesOf(id), 4))).toEqual(numbers)
  expect(ids.filter((id, i) => table.text(i) !== id || table.find(bytesOf(id), 4) !== i)).toEqual([])
  expect(table.find(bytesOf(v7()), 4)).toBe(-1)
  expect(table.length).toBe(ids.length)
})

test('ids that differ in one byte only are told apart', () => {
  const table = new IdTable()
  const bytes = bytesOf('00000000-0000-7000-8000-000000000000')
  table.add(bytes, 4)
  for (let at = 4; at < 20; at += 1) {
    const other = Buffer.from(bytes)
    other[at] = (other[at] ?? 0) ^ 1
    expect(table.find(other, 4)).toBe(-1)
    expect(table.add(other, 4)).toBe(at - 3)
  }
})
