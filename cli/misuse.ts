import type { Command, CommanderError } from 'commander'

const sentences: Readonly<Record<string, (named: string) => string>> = {
  'commander.unknownCommand': (named) => `没有\`${named}\`这个命令。`,
  'commander.unknownOption': (named) => `没有\`${named}\`这个选项。`,
  'commander.missingArgument': (named) => `缺少\`${named}\`。`,
  'commander.missingMandatoryOptionValue': (named) => `须写明\`${named}\`。`,
  'commander.optionMissingArgument': (named) => `\`${named}\`后面缺少内容。`,
  'commander.excessArguments': () => '写得太多：有的词不属于这个命令。',
}

/** What was not understood, for the person at the terminal, and as the library says it. */
export const misuseWords = ({ code, message }: CommanderError): string => {
  const english = message.replace(/^error: /, '')
  const [, named = ''] = /'([^']+)'/.exec(english) ?? []
  const zh = sentences[code]?.(named)
  return zh === undefined ? english : `${zh}${english.replaceAll("'", '`')}`
}

/** The first word that is no command where one is meant; words after an option are its own affair. */
export const strayWord = (command: Command, [word, ...rest]: readonly string[]): string | null => {
  if (word === undefined || word.startsWith('-') || command.commands.length === 0 || word === 'help') return null
  const below = command.commands.find((each) => each.name() === word)
  return below === undefined ? word : strayWord(below, rest)
}
