/** A row of one tenant: its placement key and its id. */
export interface Ref {
  readonly root: number
  readonly id: string
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** `Person:410000:0198…` apart at its first colon. Anything else names nothing, which is an answer and not an error. */
export const decodeGlobalId = (text: string): { typename: string; id: string } => {
  const [, typename = '', id = ''] = /^(\w+):(.+)$/.exec(text) ?? []
  return { typename, id }
}

/** `root:uuid`: what follows the type in the global id of a tenant row. */
export const localId = ({ root, id }: Ref): string => `${root}:${id}`

export const parseLocalId = (text: string): Ref | null => {
  const [, root, id] = /^(\d{1,9}):([0-9a-f-]{36})$/.exec(text) ?? []
  return root === undefined || id === undefined || !uuid.test(id) ? null : { root: Number(root), id }
}

/** The row a global id of this type names, or `null`. */
export const refOf = (typename: string, globalId: string): Ref | null => {
  const decoded = decodeGlobalId(globalId)
  return decoded.typename === typename ? parseLocalId(decoded.id) : null
}

/** The id of a row that is no tenant's, out of its global id, or `null`. */
export const uuidOf = (typename: string, globalId: string): string | null => {
  const decoded = decodeGlobalId(globalId)
  return decoded.typename === typename && uuid.test(decoded.id) ? decoded.id : null
}
