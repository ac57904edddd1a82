import { expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { mutationTest } from '../../policy/index.ts'
import { samplePlugin } from '../support/sample-plugin.ts'

/** Cases that would not notice a changed law prove nothing: each small change must turn at least one of them. */
const computing = plugins.filter(({ rules }) => rules.some(({ enabled }) => enabled !== false))

test.each(computing.map((plugin) => [plugin.name.en, plugin] as const))(
  '%s: each threshold one more, one less or a day later, each word or condition left out, would break a case',
  (_, plugin) => {
    const { tried, unnoticed } = mutationTest(plugin)
    expect(unnoticed).toEqual([])
    // The mutations are many, so that silence means something.
    expect(tried).toBeGreaterThan(3 * plugin.rules.length)
  },
)

test('cases far from the threshold let small changes pass, and each of these is named', () => {
  const { unnoticed } = mutationTest(samplePlugin)
  expect(unnoticed).toContainEqual({
    rule: 'same-post',
    path: ['parameters', 'years', 'values', 1, 'value'],
    from: 'P8Y',
    to: 'P7Y',
  })
})
