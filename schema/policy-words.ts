import { changeKinds } from '../policy/index.ts'
import { enumOf } from './enums.ts'

// Words of the life of a policy; those of the law itself stand in `enums.ts`.

export const ChangeKind = enumOf(
  'ChangeKind',
  'What becomes of one person (or pair) under one rule. 变化种类。',
  changeKinds,
)
