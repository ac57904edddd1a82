import type { Command } from 'commander'

const english = ['--english', 'in English'] as const

/** The author's kit: what an office needs from its circular to a signed package. Code is read only when it is asked for. */
export const pluginCommands = (program: Command): void => {
  const plugin = program
    .command('plugin')
    .description('编写、检查、打包一份政策文件（YAML 文件夹、.yaml、.json 或政策包）')
  plugin
    .command('new <id>')
    .description('新建一份政策：一个能通过检查的 YAML 文件夹')
    .requiredOption('--level <level>', '适用于哪一级：province、municipality、county')
    .option('--under <code>', '上级辖区，GB/T 2260 代码；通用的模板不必写', '100000')
    .option('--name <name>', '名称，如 某市')
    .action(async (id, options) => (await import('./new.ts')).create(id, options))
  plugin
    .command('check <path>')
    .description('检查：格式、出处、覆盖、案例、计算量，以及是否与上级规定相容')
    .option('--at <code>', '将要安装的辖区，GB/T 2260 代码；模板不写则只对照全国')
    .option('--against <file...>', '对照这些上级政策文件，而不是内置的')
    .option(...english)
    .action(async (path, options) => (await import('./check.ts')).check(path, options))
  plugin
    .command('test <path>')
    .description('逐个核对案例；再把数值、词语、条件各改一处，看案例能否察觉')
    .option('--cases', '只核对案例')
    .option(...english)
    .action(async (path, options) => (await import('./test.ts')).test(path, options))
  plugin
    .command('text <path>')
    .description('写回条文：按文件和条款的顺序，供法制人员对照')
    .option('--markdown', '写成 Markdown')
    .option('--xlsx <file>', '写成工作簿')
    .option(...english)
    .action(async (path, options) => (await import('./text.ts')).text(path, options))
  plugin
    .command('diff <old> <new>')
    .description('两版之间：逐条规则、参数、条款，改前改后')
    .option(...english)
    .action(async (before, after, options) => (await import('./diff.ts')).diff(before, after, options))
  plugin
    .command('pack <path>')
    .description('打包，待签名')
    .requiredOption('--for <code>', '用于哪个辖区，GB/T 2260 代码')
    .requiredOption('--sequence <n>', '序号：同一辖区同一文件每次递增')
    .requiredOption('--out <file>', '写到哪里')
    .option('--on <day>', '打包之日，YYYY-MM-DD；不写即今日')
    .action(async (path, options) => (await import('./pack.ts')).pack(path, options))
  plugin
    .command('key')
    .description('签名用的密钥')
    .command('new')
    .description('生成一对密钥（ed25519）')
    .requiredOption('--out <folder>', '放在哪个文件夹')
    .action(async (options) => (await import('./key.ts')).newKey(options))
  plugin
    .command('sign <package>')
    .description('签名')
    .requiredOption('--key <file>', '私钥')
    .option('--out <file>', '写到哪里；不写即原文件')
    .action(async (path, options) => (await import('./sign.ts')).sign(path, options))
  plugin
    .command('verify <package>')
    .description('核对签名')
    .requiredOption('--key <file...>', '公钥')
    .action(async (path, options) => (await import('./sign.ts')).verify(path, options))
}
