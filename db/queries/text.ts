/** A pattern for `like` that matches texts beginning with this one, whatever signs it has in it. */
export const startsWith = (text: string): string => `${text.replace(/[\\%_]/g, '\\$&')}%`
