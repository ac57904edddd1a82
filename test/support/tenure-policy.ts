import type { CareerLine, PluginDocument } from '../../policy/index.ts'
import { duty, measures, waiver } from './example-policy.ts'

const clerk = (from: string): CareerLine[] => [{ post: '岗位', from }]

/**
 * Measures of Luohe that pass every check: whoever has held a post for so many years must move; unfinished business
 * defers it; whoever is unsuited shall be adjusted.
 */
export const tenurePolicy = (years: number, version = `${years}.0.0`, more: Partial<PluginDocument> = {}) =>
  measures(
    [
      duty({ lasting: { atLeast: `P${years}Y` } }, { id: 'tenure', catalogueId: 'EX-T' }),
      duty(
        { state: { kind: 'unsuited' } },
        { id: 'unsuited', catalogueId: 'EX-U', per: [], effect: 'SHALL', action: 'adjust' },
      ),
      waiver({ state: { kind: 'unfinished_business' } }, { id: 'business', catalogueId: 'EX-B', class: 'DEFER' }),
    ],
    {
      version,
      cases: [
        {
          name: '满年限',
          on: '2026-01-01',
          career: clerk(`${2026 - years}-01-01`),
          expect: { tenure: 'binds', unsuited: 'passes', business: 'passes' },
        },
        {
          name: '差一天',
          on: '2026-01-01',
          career: clerk(`${2026 - years}-01-02`),
          states: [
            { kind: 'unsuited', from: '2025-06-01' },
            { kind: 'unfinished_business', from: '2025-06-01' },
          ],
          expect: { tenure: 'passes', unsuited: 'deferred', business: 'binds' },
        },
        {
          name: '不适宜现职',
          on: '2026-01-01',
          career: clerk('2025-01-01'),
          states: [{ kind: 'unsuited', from: '2025-06-01' }],
          expect: { unsuited: 'binds' },
        },
      ],
      ...more,
    },
  )
