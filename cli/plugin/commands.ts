import type { Command } from 'commander'

const english = ['--english', 'in English'] as const

/** The author's kit: what an office needs from its circular to a signed package. Code is read only when it is asked for. */
export const pluginCommands = (program: Command): void => {
  const plugin = program
    .command('plugin')
    .description('编写、检查、打包一份政策文件')
    .exitOverride()
    .showHelpAfterError()
  plugin
    .command('check <path>')
    .description('检查：格式、出处、覆盖、案例、计算量，以及是否与上级规定相容')
    .option('--at <code>', '将要安装的辖区，GB/T 2260 代码；模板不写则只对照全国')
    .option('--against <file...>', '对照这些上级政策文件，而不是内置的')
    .option(...english)
    .action(async (path, options) => (await import('./check.ts')).check(path, options))
}
