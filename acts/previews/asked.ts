import type { PreviewBegun } from '../../db/queries/previews.ts'
import { isJobAsked } from '../jobs/asked.ts'

/** Whether an answer kept beside a key is one. */
export const isPreviewBegun = (value: unknown): value is PreviewBegun =>
  isJobAsked(value) && 'preview' in value && typeof value.preview === 'string'
