import { addYears } from '../calendar.ts'

/** The day on which somebody born on that day is a minor no longer. */
export const eighteenthBirthday = (birth: number): number => addYears(birth, 18)
