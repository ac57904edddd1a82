import { type StateRow, statesById } from '../db/queries/person-states.ts'
import { asOf, type Seen } from './as-of.ts'
import { builder } from './builder.ts'
import { StateKind } from './enums.ts'
import { localId, parseLocalId } from './global-id.ts'
import { rowKey, rowLoader } from './row-loader.ts'

/** A dated fact about a person, and the moment it is seen at. */
export type StateSeen = StateRow & Seen

export const stateLoader = rowLoader('byRecord', (tx, refs, { knownAt }) => statesById(tx, refs, knownAt))

export const State = builder.objectRef<StateSeen>('State')

builder.node(State, {
  description: 'A dated fact about a person: probation, case filed, sanction, approval … 状态。',
  id: { resolve: localId },
  loadOne: async (id, context) => {
    const ref = parseLocalId(id)
    return ref === null ? null : context.load(stateLoader, rowKey(ref, await asOf({}, context)))
  },
  fields: (t) => ({
    kind: t.expose('kind', { type: StateKind, description: 'Kind. 类别。' }),
    value: t.exposeString('value', { nullable: true, description: 'What exactly, in the words of its kind. 内容。' }),
    note: t.exposeString('note', { nullable: true, description: 'By whom, on what ground. 备注。' }),
    from: t.expose('from', { type: 'StatedDay', description: 'First day. 起。' }),
    to: t.expose('to', { type: 'StatedDay', nullable: true, description: 'First day no longer; null: still. 止。' }),
    version: t.exposeInt('version', { description: 'Grows with every correction. 版本。' }),
    recordedFrom: t.expose('recordedFrom', { type: 'DateTime', description: 'Recorded at. 记录时间。' }),
    recordedTo: t.expose('recordedTo', {
      type: 'DateTime',
      nullable: true,
      description: 'Superseded at; null: what we know now. 被取代时间。',
    }),
  }),
})
