import { expect, test } from 'vitest'
import type { Condition } from '../../policy/law/condition.ts'
import { eachNode, parametersOf } from '../../policy/law/walk.ts'

const namedIn = (condition: Condition): readonly string[] => {
  const named: string[] = []
  eachNode(condition, [], (node, path) => {
    for (const use of parametersOf(node)) named.push([...path, ...use.path, use.name].join('/'))
  })
  return named
}

test('A parameter is found inside the members a share or a count speaks of', () => {
  const who: Condition = { native: { place: 'team', basis: { param: 'basis' } } }
  expect(namedIn({ share: { who, atLeast: '1/3' } })).toEqual(['share/who/native/basis/basis'])
  expect(namedIn({ count: { who, atLeast: { param: 'n' } } })).toEqual([
    'count/atLeast/n',
    'count/who/native/basis/basis',
  ])
})

test('A parameter is found in the post taken, the post left, and the kin and posts of two people', () => {
  expect(namedIn({ takes: { seat: { param: 's' } } })).toEqual(['takes/seat/s'])
  expect(namedIn({ leaves: { level: { param: 'l' } } })).toEqual(['leaves/level/l'])
  expect(namedIn({ kin: { classes: { param: 'k' } } })).toEqual(['kin/classes/k'])
})
