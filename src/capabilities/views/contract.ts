import { z } from 'zod'
import { conflict, Id, procedure, refusals, Search, Version } from '../../kernel/contract.ts'
import { viewRefusals, viewScreens } from './rules.ts'

const tags = ['views']
const Address = z
  .record(
    z.string().regex(/^[a-zA-Z]{1,30}$/),
    Search.or(Id).or(
      z
        .string()
        .max(600)
        .regex(/^[A-Za-z/][\w/,-]*$/),
    ),
  )
  .refine(search => Object.keys(search).length <= 20)
  .describe('The parameters of the list’s address, columns among them.')
const Name = z.string().trim().min(1).max(20)

export const SavedView = z
  .object({
    id: Id,
    name: Name,
    search: z.record(z.string(), z.string()),
    shared: z.boolean(),
    mine: z.boolean(),
    owner: z.string(),
    version: Version,
  })
  .meta({ id: 'SavedView' })
export type SavedView = z.infer<typeof SavedView>

const refused = { ...refusals(viewRefusals), ...conflict }

export const viewsContract = {
  list: procedure({ permission: 'session:read' })
    .route({ method: 'GET', path: '/views/{screen}', tags, summary: '一个页面的常用视图：自己的和本单位共用的' })
    .input(z.object({ screen: z.enum(viewScreens) }))
    .output(z.array(SavedView)),

  save: procedure({ permission: 'session:read', audit: 'view.saved' })
    .route({ method: 'POST', path: '/views/{screen}', tags, summary: '存为常用视图，或改自己的一个' })
    .input(
      z.object({
        screen: z.enum(viewScreens),
        name: Name,
        search: Address,
        shared: z.boolean().describe('Everybody of the own unit and below finds it.'),
        replaces: z.object({ id: Id, version: Version }).optional(),
      }),
    )
    .output(SavedView)
    .errors(refused),

  remove: procedure({ permission: 'session:read', audit: 'view.removed' })
    .route({ method: 'DELETE', path: '/views/{screen}/{id}', tags, summary: '删去自己的一个常用视图' })
    .input(z.object({ screen: z.enum(viewScreens), id: Id }))
    .output(z.object({ removed: z.literal(true) })),
}
