import { builder } from './builder.ts'
import { Installation } from './installation.ts'
import { Preview, previewOf } from './preview.ts'
import { ConflictProblem } from './problem.ts'

builder.objectField(Installation, 'preview', (t) =>
  t.field({
    type: Preview,
    nullable: true,
    description: 'The preview that was acknowledged; null: the operator’s own. 所确认的影响预览。',
    resolve: ({ previewId }, _args, context) => (previewId === null ? null : previewOf(context, previewId)),
  }),
)

builder.objectField(ConflictProblem, 'preview', (t) =>
  t.field({
    type: Preview,
    nullable: true,
    description: 'The preview to read instead, when the one acknowledged is outdated. 应改读的影响预览。',
    resolve: ({ preview }, _args, context) => (preview === null ? null : previewOf(context, preview)),
  }),
)
