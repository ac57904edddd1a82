/** A text that a spreadsheet would take for a formula is made a plain text. */
export const harmless = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
