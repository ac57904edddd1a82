import { readFile } from 'node:fs/promises'
import { readPublicKey, signManifest, verifySignature } from '../../acts/policies/signature.ts'
import { type PluginPackage, packageBytes, type Signature } from '../../policy/index.ts'
import { Failure } from '../failure.ts'
import { say } from '../say.ts'
import { writeWhole } from './file.ts'
import { problemLines } from './problem-lines.ts'
import { readSource } from './source.ts'

/** `cadre plugin sign`: adds the signature of one key. Several may sign, in any order: the file comes out the same. */
export const sign = async (path: string, { key, out = path }: { readonly key: string; readonly out?: string }) => {
  const sealed = await readSealed(path)
  const signature = signManifest(await readKey(key), sealed.manifest)
  if (signature === null)
    throw new Failure(
      `\`${key}\`不是能签名的私钥；用 cadre plugin key new 生成。\`${key}\` is no private key to sign with: make one with \`cadre plugin key new\`.`,
    )
  const others = sealed.signatures.filter((other) => other.key !== signature.key)
  const signatures = [...others, signature].toSorted((a, b) => (a.key < b.key ? -1 : 1))
  await writeWhole(out, packageBytes({ ...sealed, signatures }))
  const { plugin, version, target, sequence } = sealed.manifest
  say(
    `已签名：${plugin} ${version}，用于 ${target}，序号 ${sequence}；密钥 ${signature.key}，共 ${signatures.length} 个签名。`,
  )
}

/** `cadre plugin verify`: whether each of these keys signed this very package. */
export const verify = async (path: string, { key: files }: { readonly key: readonly string[] }): Promise<void> => {
  const { manifest, signatures } = await readSealed(path)
  const keys = await Promise.all(files.map(publicKeyIn))
  const lines = keys.map(({ file, id, raw }) => {
    const signature = signatures.find((each: Signature) => each.key === id)
    if (signature === undefined) return { holds: false, line: `✗ ${file}（${id}）没有签名。It did not sign.` }
    const holds = verifySignature(raw, manifest, signature)
    return { holds, line: holds ? `✓ ${file}（${id}）` : `✗ ${file}（${id}）签名不符。The signature does not hold.` }
  })
  const strangers = signatures.filter((each) => keys.every(({ id }) => id !== each.key))
  const { plugin, version, target, sequence, signedOn, digest } = manifest
  say(
    [
      `${plugin} ${version}，用于 ${target}，序号 ${sequence}，${signedOn} 打包，摘要 ${digest}`,
      ...lines.map(({ line }) => line),
      ...strangers.map(({ key }) => `· 另有密钥 ${key} 的签名，未核对。Also signed with a key not given here.`),
    ].join('\n'),
  )
  if (!lines.every(({ holds }) => holds))
    throw new Failure(
      '签名核对不通过，不要安装。请向签署单位索取原包和公钥。Do not install it: ask the signer for the package and the key.',
    )
}

const readSealed = async (path: string): Promise<PluginPackage> => {
  const source = await readSource(path)
  if (source.sealed !== null) return source.sealed
  if (source.problems.length > 0)
    throw new Failure(source.problems.flatMap((problem) => problemLines(problem, source, 'zh')).join('\n'))
  throw new Failure(
    `\`${path}\`不是政策包；请先用 cadre plugin pack 打包。\`${path}\` is no package: pack the document first.`,
  )
}

const readKey = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new Failure(`读不到密钥文件\`${file}\`。The key file \`${file}\` cannot be read.`)
  })

const publicKeyIn = async (file: string) => {
  const key = readPublicKey(await readKey(file))
  if (key === null)
    throw new Failure(`\`${file}\`不是公钥（PEM 或 Base64）。\`${file}\` is no public key (PEM or Base64).`)
  return { file, ...key }
}
