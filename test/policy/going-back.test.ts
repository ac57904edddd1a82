import { expect, test } from 'vitest'
import { duty, findingsOf, installed, measures } from '../support/example-policy.ts'

test('S4: service that goes back to a divided post is one stay, however many posts came of it', () => {
  const setting = { predecessors: (_: string, later: string) => (later === 'B' || later === 'C' ? ['A'] : []) }
  const career = [
    { post: 'B', from: '2000-01-01', to: '2002-01-01' },
    { post: 'C', from: '2002-01-01', to: '2004-01-01' },
    { post: 'A', from: '2004-01-01' },
  ]
  const findings = findingsOf({ career, setting }, installed(measures([duty({ lasting: { atLeast: 'P10Y' } })])))
  expect(findings.map((f) => f.key)).toEqual([['A']])
})
