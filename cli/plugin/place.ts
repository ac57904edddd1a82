import type { Position } from './yaml-text.ts'

/** A place in a file of the author's. */
export interface Place extends Position {
  readonly file: string
}
