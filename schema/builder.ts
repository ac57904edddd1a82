import SchemaBuilder from '@pothos/core'
import ErrorsPlugin from '@pothos/plugin-errors'
import RelayPlugin from '@pothos/plugin-relay'
import type { DayText, StatedText } from '../policy/index.ts'
import type { Context } from './context.ts'
import { decodeGlobalId } from './global-id.ts'

/** Instants travel as ISO 8601 text. */
export type InstantText = string

/** Defines no types itself: one file per object type does, with the root fields that return it beside it. */
export const builder = new SchemaBuilder<{
  Context: Context
  DefaultFieldNullability: false
  DefaultNodeNullability: false
  DefaultEdgesNullability: { list: false; items: false }
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
    nodeTypeOptions: { description: 'Anything with a global id. 可按全局标识读取的对象。' },
    nodeQueryOptions: { description: 'The object with this global id, or null. 按全局标识读取。' },
    nodesQueryOptions: { description: 'The objects with these global ids, null where there is none. 批量读取。' },
    pageInfoTypeOptions: { description: 'Where a page lies in its list. 分页信息。' },
    edgesFieldOptions: { nullable: { list: false, items: false } },
    nodeFieldOptions: { nullable: false },
  },
})

builder.queryType({ description: 'Everything that can be asked. 查询。' })
builder.mutationType({ description: 'The single changes of daily work. 变更。' })
builder.subscriptionType({ description: 'What happens while one waits. 订阅。' })
