import { z } from 'zod'
import { Id, procedure, refusals } from '../../kernel/contract.ts'
import { cancelRefusals, taskStates } from './rules.ts'

export const MessageView = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    body: z.string(),
    link: z.string().nullable(),
    at: z.iso.datetime(),
    read: z.boolean(),
  })
  .meta({ id: 'Message' })

export const TaskView = z
  .object({
    id: Id,
    kind: z.string(),
    title: z.string(),
    state: z.enum(taskStates),
    stopping: z.boolean().describe('Asked to stop; it ends at its next report of progress.'),
    done: z.number().int(),
    total: z.number().int().nullable(),
    result: z.record(z.string(), z.unknown()).nullable(),
    problem: z.string().nullable(),
  })
  .meta({ id: 'Task' })

export const inboxContract = {
  list: procedure({ permission: 'inbox:read' })
    .route({ method: 'GET', path: '/inbox', tags: ['inbox'], summary: '站内消息，从新到旧' })
    .input(z.object({ after: Id.optional(), limit: z.number().int().min(1).max(100).default(30) }))
    .output(z.object({ rows: z.array(MessageView), unread: z.number().int(), next: Id.nullable() })),

  markRead: procedure({ permission: 'inbox:read' })
    .route({ method: 'POST', path: '/inbox/read', tags: ['inbox'] })
    .input(z.object({ ids: z.array(Id).max(200) }))
    .output(z.object({ unread: z.number().int() })),

  task: procedure({ permission: 'inbox:read' })
    .route({ method: 'GET', path: '/tasks/{id}', tags: ['inbox'], summary: '一件后台任务的进度' })
    .input(z.object({ id: Id }))
    .output(TaskView),

  tasks: procedure({ permission: 'inbox:read' })
    .route({ method: 'GET', path: '/tasks', tags: ['inbox'], summary: '本人的后台任务，从新到旧' })
    .output(z.array(TaskView)),

  cancel: procedure({ permission: 'inbox:read', audit: 'task.cancelled' })
    .route({
      method: 'POST',
      path: '/tasks/{id}/cancellation',
      tags: ['inbox'],
      summary: '取消本人的后台任务：未开始的即刻，进行中的尽快，已做的撤回',
    })
    .input(z.object({ id: Id }))
    .output(TaskView)
    .errors(refusals(cancelRefusals)),
}
