import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newKeyPair } from '../../acts/policies/signature.ts'
import { Failure } from '../failure.ts'
import { say } from '../say.ts'

/** `cadre plugin key new`: a pair of keys; the private one is readable by its owner alone, and nothing is overwritten. */
export const newKey = async ({ out }: { readonly out: string }): Promise<void> => {
  const { id, privatePem, publicPem } = newKeyPair('ed25519')
  const [privateFile, publicFile] = [join(out, 'private.pem'), join(out, 'public.pem')]
  await mkdir(out, { recursive: true, mode: 0o700 })
  try {
    await writeFile(privateFile, privatePem, { flag: 'wx', mode: 0o600 })
    await writeFile(publicFile, publicPem, { flag: 'wx', mode: 0o644 })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    throw new Failure(
      `\`${out}\`中已有密钥，不覆盖；换一个文件夹。\`${out}\` already holds keys, which are not overwritten: choose another folder.`,
    )
  }
  say(
    `密钥编号 ${id}\n私钥 ${privateFile}：只由签署人保管，不外传。The private key stays with its holder.\n` +
      `公钥 ${publicFile}：交给各安装单位登记。The public key is for those who install.`,
  )
}
