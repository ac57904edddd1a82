/** A job that was asked for. */
export interface JobAsked {
  readonly job: string
}

/** Whether an answer kept beside a key is one. */
export const isJobAsked = (value: unknown): value is JobAsked =>
  typeof value === 'object' && value !== null && 'job' in value && typeof value.job === 'string'

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether a text may name a job at all. */
export const isJobId = (text: string): boolean => uuid.test(text)
