import { describe, expect, test } from 'vitest'
import { plugins } from '../../plugins/index.ts'
import { checkPlugin, deadlinesOf, runCase } from '../../policy/index.ts'

for (const plugin of plugins)
  describe(plugin.name.en, () => {
    test('is a sound policy document', () => {
      const checked = checkPlugin(JSON.parse(JSON.stringify(plugin)))
      expect('problems' in checked ? checked.problems : []).toEqual([])
    })

    for (const worked of plugin.cases)
      test(`${worked.on}: ${worked.name}`, () => {
        expect(runCase(plugin, worked)).toEqual(worked.expect)
        expect(deadlinesOf(plugin, worked)).toEqual(worked.dueBy ?? {})
      })
  })
