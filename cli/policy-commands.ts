import type { Command } from 'commander'

const by = ['--by <name>', '经办人（记入来源）', 'local'] as const
const reason = ['--reason <text>', '理由'] as const

/** The life of a policy from a terminal: handed in, read, proposed, approved, ended; keys and reviews. */
export const policyCommands = (program: Command): void => {
  program
    .command('install <file>')
    .description('安装一份政策（政策包、JSON 或 YAML 文件）：收下并预览；读过预览后提出；另一人批准后适用')
    .option('--at <code>', '安装的辖区；模板必须指明')
    .option('--on <day>', '自哪天起适用；不写即文件最早的施行日')
    .option('--reason <text>', '安装事由；自过去某日起适用的必须写明')
    .option('--shadow', '试行：只评定，不公布')
    .option('--acknowledge <digest>', '已读的预览的摘要')
    .option('--yes', '不论预览如何都提出')
    .option('--accept <rule...>', '无法自动证明不抵触、由提出人负责的上级规定（全名）')
    .option('--approved-by <name>', '另一人，随即批准')
    .option(...by)
    .action(async (file, options) => (await import('./install.ts')).install(file, options))
  program
    .command('approve <id>')
    .description('批准他人提出的政策')
    .requiredOption('--by <name>', '批准人')
    .option('--acknowledge <digest>', '已读的新预览的摘要')
    .action(async (id, options) => (await import('./approve.ts')).approve(id, options))
  program
    .command('withdraw <id>')
    .description('自某日起撤回一项政策，或撤回尚未批准的')
    .requiredOption('--on <day>', '自哪天起不再适用，YYYY-MM-DD')
    .requiredOption(...reason)
    .option(...by)
    .action(async (id, options) => (await import('./withdraw.ts')).withdraw(id, options))
  program
    .command('installations')
    .description('某辖区提出过的政策及其现状')
    .requiredOption('--at <code>', '辖区，GB/T 2260 代码')
    .action(async (options) => (await import('./installations.ts')).installations(options))
  program
    .command('reviews')
    .description('因上级规定变更或密钥吊销而须决定去留的政策')
    .option('--at <code>', '辖区及其下级，GB/T 2260 代码', '100000')
    .action(async (options) => (await import('./reviews.ts')).reviews(options))
  program
    .command('decide <id> <decision>')
    .description('决定去留：keep 保留，suspend 中止')
    .requiredOption(...reason)
    .option(...by)
    .action(async (id, decision, options) => (await import('./reviews.ts')).decide(id, decision, options))
  keyCommands(program.command('key').description('签名密钥：登记、吊销、列出'))
}

const keyCommands = (key: Command): void => {
  key
    .command('add <file>')
    .description('登记公钥（PEM 或 Base64 文件）')
    .requiredOption('--at <code>', '由哪个辖区负责；可为它及其下级签名')
    .requiredOption('--holder <name>', '私钥由谁保管')
    .option(...by)
    .action(async (file, options) => (await import('./keys.ts')).addSigningKey(file, options))
  key
    .command('revoke <id>')
    .description('吊销密钥')
    .requiredOption(...reason)
    .option(...by)
    .action(async (id, options) => (await import('./keys.ts')).revokeSigningKey(id, options))
  key
    .command('list')
    .description('列出密钥')
    .option('--at <code>', '只列某辖区的')
    .action(async (options) => (await import('./keys.ts')).listSigningKeys(options))
}
