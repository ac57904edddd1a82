import SchemaBuilder, { type ArgBuilder } from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import RelayPlugin from '@pothos/plugin-relay'
import { type GraphQLSchema, isObjectType } from 'graphql'
import type { DayText, StatedText } from '../policy/index.ts'
import type { Context } from './context.ts'
import { decodeGlobalId } from './global-id.ts'

/** Whether global ids of this type name anything. */
const isNodeType = (schema: GraphQLSchema, typename: string): boolean => {
  const type = schema.getType(typename)
  return isObjectType(type) && type.getInterfaces().some(({ name }) => name === 'Node')
}

/** A global id that is well formed and names nothing. */
const nowhere = { typename: 'Jurisdiction', id: '0' }

/** Instants travel as ISO 8601 text. */
export type InstantText = string

/** Defines no types itself: one file per object type does, with the root fields that return it beside it. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  DefaultNodeNullability: false
  DefaultEdgesNullability: { list: false; items: false }
  /** Whose list it is and as of when, where a list tells more of itself than its page. */
  Connection: { readonly asked?: { readonly code: string; readonly knownAt: string | null } }
  Scalars: {
    ID: { Input: string; Output: string }
    Date: { Input: DayText; Output: DayText }
    DateTime: { Input: InstantText; Output: InstantText }
    StatedDay: { Input: StatedText; Output: StatedText }
  }
}>({
  plugins: [ErrorsPlugin, RelayPlugin],
  defaultFieldNullability: false,
  errors: { defaultTypes: [] },
  relay: {
    encodeGlobalID: (type, id) => `${type}:${id}`,
    decodeGlobalID: decodeGlobalId,
    cursorType: 'String',
    idFieldOptions: { description: 'Global id, `Type:root:uuid`. 全局标识。' },
    nodeTypeOptions: { description: 'Anything with a global id. 可按全局标识读取的对象。' },
    nodeQueryOptions: {
      description: 'The object with this global id, or null. 按全局标识读取。',
      args: { id: { description: 'Global id. 全局标识。' } },
      resolve: (_root, { id }, _context, info, resolveNode) =>
        isNodeType(info.schema, id.typename) ? resolveNode(id) : null,
    },
    nodesQueryOptions: {
      description: 'The objects with these global ids, null where there is none. 批量读取。',
      args: { ids: { description: 'Global ids. 全局标识。' } },
      resolve: (_root, args, _context, info, resolveNodes) => {
        // The plugin reads the arguments anew, and not what is handed over to it.
        args.ids = args.ids.map((id) => (isNodeType(info.schema, id.typename) ? id : nowhere))
        return resolveNodes(args.ids)
      },
    },
    pageInfoTypeOptions: { description: 'Where a page lies in its list. 分页信息。' },
    hasNextPageFieldOptions: { description: 'Whether the list goes on. 是否有下一页。' },
    hasPreviousPageFieldOptions: { description: 'Whether something came before. 是否有上一页。' },
    startCursorFieldOptions: { description: 'Cursor of the first one; null on an empty page. 首项游标。' },
    endCursorFieldOptions: { description: 'Cursor of the last one; null on an empty page. 末项游标。' },
    defaultConnectionTypeOptions: { description: 'A page of a list. 分页列表。' },
    defaultEdgeTypeOptions: { description: 'One of a page. 列表项。' },
    cursorFieldOptions: { description: 'Where it stands in the list. 游标。' },
    edgesFieldOptions: {
      nullable: { list: false, items: false },
      description: 'The items with their cursors. 列表项。',
    },
    nodeFieldOptions: { nullable: false, description: 'The item itself. 对象。' },
    pageInfoFieldOptions: { description: 'Where the page lies in the list. 分页信息。' },
  },
})

builder.queryType({ description: 'Everything that can be asked. 查询。' })
builder.mutationType({ description: 'The single changes of daily work. 变更。' })
builder.subscriptionType({ description: 'What happens while one waits. 订阅。' })

/** Makes the arguments of a field; what several fields share is written once. */
export type Arguments = ArgBuilder<typeof builder.$inferSchemaTypes>
