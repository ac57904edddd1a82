import type { Clause } from '../../policy/index.ts'
import { listClauses } from '../list-clause.ts'
import { measures } from './citations.ts'

export const clauses: readonly Clause[] = listClauses({ later: 'avoidance' }, [
  [
    'XX-4',
    measures(),
    ['亲属回避交流', 'Avoidance exchange'],
    [
      '有夫妻、直系血亲、三代以内旁系血亲、近姻亲关系，在同一机关隶属同一领导或为上下级，或一方领导、一方从事人财监审工作的，回避交流。',
      'Relatives under one leader, one over the other, or in sensitive work of the organ one leads, are exchanged.',
    ],
  ],
])
