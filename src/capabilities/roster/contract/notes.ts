import { z } from 'zod'
import { Id, procedure } from '../../../kernel/contract.ts'

const tags = ['roster']

export const NoteView = z
  .object({ id: Id, at: z.iso.datetime(), accountName: z.string(), text: z.string(), mine: z.boolean() })
  .meta({ id: 'GraduateNote' })
export type NoteView = z.infer<typeof NoteView>

export const notesContract = {
  list: procedure({ permission: 'roster:edit' })
    .route({ method: 'GET', path: '/graduates/{graduateId}/notes', tags, summary: '工作备忘，从新到旧；本人看不到' })
    .input(z.object({ graduateId: Id }))
    .output(z.array(NoteView)),

  add: procedure({ permission: 'roster:edit', audit: 'note.added' })
    .route({ method: 'POST', path: '/graduates/{graduateId}/notes', tags, summary: '记一条工作备忘' })
    .input(z.object({ graduateId: Id, text: z.string().trim().min(1).max(1000) }))
    .output(NoteView),

  remove: procedure({ permission: 'roster:edit', audit: 'note.removed' })
    .route({ method: 'DELETE', path: '/graduates/{graduateId}/notes/{id}', tags, summary: '删去自己记的一条备忘' })
    .input(z.object({ graduateId: Id, id: Id }))
    .output(z.object({ removed: z.literal(true) })),
}
