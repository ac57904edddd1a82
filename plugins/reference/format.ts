import { printedFormat } from '../../policy/index.ts'

/** As much of a JSON Schema as is read here. */
interface Place {
  readonly description?: string
  readonly properties?: Readonly<Record<string, Place>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Place[]
  readonly $ref?: string
}

const format: Place & { readonly $defs: Readonly<Record<string, Place>> } = JSON.parse(printedFormat())

/** A key of the format, what it means in both languages, and whether it must be written. */
export interface Member {
  readonly key: string
  readonly zh: string
  readonly en: string
  readonly required: boolean
}

/** The keys of one of the format’s objects, in its order. */
export const membersOf = (name: string): readonly Member[] => {
  const place = format.$defs[name] ?? {}
  return Object.entries(place.properties ?? {}).map(([key, member]) => memberOf(key, member, place.required ?? []))
}

/** Every condition by its one key. */
export const conditions = (): readonly Member[] => {
  const name = format.$defs.condition?.$ref?.split('/').at(-1) ?? 'condition'
  return (format.$defs[name]?.anyOf ?? []).flatMap(({ properties = {} }) =>
    Object.entries(properties).map(([key, member]) => memberOf(key, member, [key])),
  )
}

/** A place is told as `中文。English.` */
const memberOf = (key: string, { description = '' }: Place, required: readonly string[]): Member => {
  const at = description.indexOf('。')
  return {
    key,
    zh: description.slice(0, at),
    en: description
      .slice(at + 1)
      .trim()
      .replace(/\.$/, ''),
    required: required.includes(key),
  }
}
