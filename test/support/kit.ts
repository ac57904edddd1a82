import { resolve } from 'node:path'
import { Command, CommanderError } from 'commander'
import { exitCodes, Failure, sentenceOf } from '../../cli/failure.ts'
import { pluginCommands } from '../../cli/plugin/commands.ts'
import type { Answered } from './terminal.ts'

/** Runs `cadre plugin …` from a folder, here instead of in a process of its own: dozens of commands in the time of one. */
export const kitFrom =
  (folder: string) =>
  async (...args: readonly string[]): Promise<Answered> => {
    const program = new Command('cadre').exitOverride().configureOutput({ writeErr: () => {} })
    pluginCommands(program)
    const [home, write, before] = [resolve(), process.stdout.write, process.exitCode]
    let out = ''
    let err = ''
    process.chdir(folder)
    process.exitCode = 0
    process.stdout.write = (text: string | Uint8Array) => {
      out += String(text)
      return true
    }
    try {
      await program.parseAsync(['node', 'cadre', 'plugin', ...args])
      return { code: Number(process.exitCode), out, err }
    } catch (error) {
      err = sentenceOf(error)
      if (error instanceof CommanderError) return { code: exitCodes.misused, out, err }
      return { code: error instanceof Failure ? error.exitCode : exitCodes.refused, out, err }
    } finally {
      process.stdout.write = write
      process.exitCode = before
      process.chdir(home)
    }
  }
