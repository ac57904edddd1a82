import { parseDay } from '../policy/index.ts'

/** PostgreSQL knows no zone further from UTC than this, and nobody on earth keeps one. */
const zone = 'Z|[+-](?:0\\d|1[0-5]):[0-5]\\d'
const instant = new RegExp(
  `^(\\d{4}-\\d{2}-\\d{2})T(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,6})?)?(?:${zone})$`,
)

/** Whether a text is an instant of the calendar, ISO 8601 with its zone: `2026-11-22T08:00:00+08:00`. */
export const isInstant = (text: string): boolean => parseDay(instant.exec(text)?.[1] ?? '') !== null
