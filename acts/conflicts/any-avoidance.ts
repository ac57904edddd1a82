import type { Installation } from '../../policy/index.ts'

/** Whether any rule at work speaks of two people. */
export const anyAvoidance = (installations: readonly Installation[]): boolean =>
  installations.some(({ plugin }) => plugin.rules.some(({ kind }) => kind === 'avoidance'))
