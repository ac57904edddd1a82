import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { breaks, thresholdMutants, wordMutants } from '../support/mutants.ts'

/** Cases that would not notice a changed law prove nothing: each small change must turn at least one of them. */
for (const plugin of plugins) {
  const enabled = plugin.rules.filter((rule) => rule.enabled !== false)
  if (enabled.length === 0) continue

  describe(plugin.name.en, () => {
    test('each threshold one more, one less, or a day later would break a case of its own rule', () => {
      const unnoticed = enabled.flatMap((rule) =>
        thresholdMutants(plugin, rule)
          .filter((mutant) => !breaks(mutant.plugin, rule))
          .map(({ change }) => `${rule.id}: ${change}`),
      )
      expect(unnoticed).toEqual([])
    })

    test('each word or condition left out, and each yes made a no, would break a case', () => {
      const unnoticed = enabled.flatMap((rule) =>
        wordMutants(plugin, rule)
          .filter((mutant) => ![rule, ...enabled].some((other) => breaks(mutant.plugin, other)))
          .map(({ change }) => change),
      )
      expect([...new Set(unnoticed)]).toEqual([])
    })
  })
}

test('the mutations are many, so that silence above means something', () => {
  const count = plugins.flatMap((plugin) =>
    plugin.rules.filter((rule) => rule.enabled !== false).flatMap((rule) => thresholdMutants(plugin, rule)),
  ).length
  expect(count).toBeGreaterThan(50)
})
