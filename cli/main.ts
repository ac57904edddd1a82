import { Command, CommanderError } from 'commander'
import { exitCodes, Failure, sentenceOf } from './failure.ts'
import { misuseWords, strayWord } from './misuse.ts'
import { pluginCommands } from './plugin/commands.ts'
import { policyCommands } from './policy-commands.ts'
import { complain } from './say.ts'

const by = ['--by <name>', '经办人（记入来源）', 'local'] as const
const on = ['--on <day>', '判断日，YYYY-MM-DD；不写即今日'] as const

/** Everything a terminal may ask; the words are those of the graph. A command's code is read only when it is asked for. */
const commands = (): Command => {
  const program = new Command('cadre')
  program.description('干部交流：名册进来，谁该动、依据哪一条、从哪天起，一目了然').exitOverride().showHelpAfterError()
  program.configureOutput({ writeErr: () => {} })
  program
    .command('import <path>')
    .description('导入名册（CSV 文件夹、.zip 或 .xlsx）：要么全部接受，要么一字不写并列出每一处问题')
    .requiredOption('--at <code>', '报送名册的辖区，GB/T 2260 代码')
    .option('--check', '只核对，不写入')
    .option('--report <file>', '把问题写成 .xlsx：原表照录，有误的单元格标红，行末写明原因和处理办法')
    .option('--on <day>', '所列人数以哪天为准，YYYY-MM-DD；不写即今日')
    .option(...by)
    .action(async (path, options) => (await import('./import-folder.ts')).importFolder(path, options))
  program
    .command('due')
    .description('某日应交流名册')
    .requiredOption('--at <code>', '管理权限所在辖区，GB/T 2260 代码')
    .option(...on)
    .option('--scope <scope>', 'own 本级管理；subtree 本级及以下', 'own')
    .option('--effect <effect>', '列到哪一级效力为止：MUST、SHALL、SHOULD、MAY', 'MAY')
    .option('--json', '每行一项的 JSON')
    .option('--xlsx <file>', '写成工作簿：应交流名册、暂缓清单')
    .action(async (options) => (await import('./due.ts')).due(options))
  program
    .command('explain <person>')
    .description('一人何以应动、何以不动、何时该动')
    .option('--at <code>', '编号在多个辖区使用时，指明管理权限所在辖区')
    .option(...on)
    .option('--known-at <moment>', '按当时的记录：2026-11-22（至当日终了）或 2026-11-22T08:00（北京时间）')
    .option('--policy-at <moment>', '按当时安装的政策；不写即与 --known-at 同')
    .option('--all', '连同事实不变则永不到期的规则')
    .option('--english', 'in English')
    .action(async (person, options) => (await import('./explain.ts')).explain(person, options))
  program
    .command('conflicts')
    .description('某日任职回避清单：哪些亲属不得（一般不、提示）同任现职，依据哪一条，自哪天起')
    .requiredOption('--at <code>', '管理权限所在辖区，GB/T 2260 代码；任一方归其管理即列入')
    .option(...on)
    .option('--below', '连同下级管理的人员')
    .option('--unit <code>', '只列任一方在该单位（含其内设机构、下属单位）的')
    .option('--explain', '逐项写明认定理由')
    .option('--xlsx <file>', '写成工作簿，逐项附认定理由和处置')
    .option('--english', 'in English')
    .action(async (options) => (await import('./conflicts.ts')).conflicts(options))
  program
    .command('check')
    .description('任职、调动先核对后实施：是否可行，将产生和消除哪些问题；只核对，不写入')
    .option('--person <code>', '人员编号')
    .option('--post <code>', '到任职位代码')
    .option('--from <code>', '离任职位代码；不写即原职保留')
    .option('--at <code>', '人员编号在多个辖区使用时，指明管理权限所在辖区')
    .option('--post-at <code>', '职位代码在多个辖区使用时，指明所在辖区')
    .option('--on <day>', '调动之日，YYYY-MM-DD；不写即今日')
    .option('--moves <file>', '一份方案（CSV）：人员编号、离任职位、到任职位、调动日期，一并核对')
    .option('--english', 'in English')
    .action(async (options) => (await import('./check.ts')).check(options))
  policyCommands(program)
  program
    .command('policy')
    .description('某日此地适用的政策：自国家而下的插件、规则与须由人研判的条款')
    .requiredOption('--at <code>', '辖区，GB/T 2260 代码')
    .option(...on)
    .action(async (options) => (await import('./policy.ts')).policy(options))
  pluginCommands(program)
  return program
}

/** Help and version are answers; anything else commander says is a command we do not understand. */
const explainMisuse = (error: CommanderError, program: Command, argv: readonly string[]): void => {
  if (error.exitCode === 0) return
  // Asked for a group of commands alone, commander says only that it shows help.
  if (error.code !== 'commander.help') complain(misuseWords(error))
  complain(meant(program, argv.slice(2)).helpInformation())
  process.exitCode = exitCodes.misused
}

/** The command that was meant, as far as its words go. */
const meant = (command: Command, [word, ...rest]: readonly string[]): Command => {
  const below = command.commands.find((each) => each.name() === word)
  return below === undefined ? command : meant(below, rest)
}

const run = async (argv: readonly string[]): Promise<void> => {
  const program = commands()
  try {
    // Help for a command that does not exist would be help for another.
    const stray = strayWord(program, argv.slice(2))
    if (stray !== null) program.error(`error: unknown command '${stray}'`, { code: 'commander.unknownCommand' })
    await program.parseAsync([...argv])
  } catch (error) {
    if (error instanceof CommanderError) return explainMisuse(error, program, argv)
    complain(sentenceOf(error))
    process.exitCode = error instanceof Failure ? error.exitCode : exitCodes.refused
  }
}

await run(process.argv)
