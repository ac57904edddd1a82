import { expect, test } from 'vitest'
import { localImportsOf, sourcesOf } from '../support/sources.ts'

/** The rooms of the engine, each standing on the ones before it. */
const rooms = ['time', 'facts', 'law', 'judge'] as const

test.each(rooms.map((room, i) => ({ room, below: rooms.slice(0, i + 1) })))(
  'policy/$room stands on $below',
  ({ room, below }) => {
    const files = sourcesOf(`policy/${room}`)
    const strays = files.flatMap((file) =>
      localImportsOf(file)
        .filter((target) => !below.some((lower) => target.startsWith(`policy/${lower}/`)))
        .map((target) => `${file} → ${target}`),
    )
    expect(files).not.toEqual([])
    expect(strays).toEqual([])
  },
)
