/** Characters that XML cannot hold are written `_x000D_`, and an underscore that would look so as `_x005F_`; half characters stay as written. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x((?![Dd][89A-Fa-f])[0-9A-Fa-f]{4})_/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
    : text

/** A text as people compare it: composed characters, no blanks around it, no apostrophe that only keeps it from being a formula. */
export const tidy = (text: string): string =>
  unescaped(text)
    .normalize('NFC')
    .trim()
    .replace(/^'(?=[=+\-@])/, '')
