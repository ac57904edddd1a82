import { expect, test } from 'vitest'
import { duty, findingsOf, installed, measures } from '../support/example-policy.ts'

const tenYears = installed(measures([duty({ lasting: { atLeast: 'P10Y' } })]))

test('a post divided into two that one person held one after the other gives two findings, each with its own name', () => {
  const findings = findingsOf(
    {
      career: [
        { post: '旧岗', from: '2000-01-01', to: '2012-01-01' },
        { post: '甲岗', from: '2012-01-01', to: '2016-01-01' },
        { post: '乙岗', from: '2016-01-01' },
      ],
      setting: { predecessors: (kind, later) => (kind === 'post' && later !== '旧岗' ? ['旧岗'] : []) },
    },
    tenYears,
  )
  expect(findings.length).toBeGreaterThan(1)
  expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length)
})

test('a finding keeps its name when the duty is recomputed from longer service', () => {
  const [now] = findingsOf({ career: [{ post: '岗', from: '2000-01-01', to: '2015-01-01' }] }, tenYears)
  const [later] = findingsOf({ career: [{ post: '岗', from: '2000-01-01' }] }, tenYears)
  expect([now?.from, now?.id]).toEqual([later?.from, later?.id])
  expect(now?.to).not.toBe(later?.to)
})
