import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { national } from '../../plugins/national/plugin.ts'
import { canonicalText, digestOf, pluginSchema } from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  )
}

test('the same law has the same digest however its keys are ordered', () => {
  expect(digestOf(pluginSchema.parse(reversed(samplePlugin)))).toBe(digestOf(samplePlugin))
})

test('one character of difference is another law', () => {
  expect(digestOf({ ...samplePlugin, version: '1.0.1' })).not.toBe(digestOf(samplePlugin))
})

test('the digest is the SHA-256 of the canonical bytes as another tool computes it', () => {
  expect(digestOf(national)).toBe(createHash('sha256').update(canonicalText(national), 'utf8').digest('hex'))
})

test('the canonical text is RFC 8785: sorted keys, no spaces, characters unescaped', () => {
  expect(canonicalText(samplePlugin)).toMatch(/^\{"cases":\[\{"career":\[\{"from":"2010-01-01","post":"甲科科长"\}\]/)
})
