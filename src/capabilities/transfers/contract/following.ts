/** That nobody is forgotten: escalation, who keeps a case, contacts with those who stay, the text for a group chat. */
import { z } from 'zod'
import { Id, procedure, refusals } from '../../../kernel/contract.ts'
import { contactWays, lamps, stayContactRefusals } from '../rules.ts'
import { DayField } from './form.ts'
import { CaseView, Path } from './views.ts'

const tags = ['transfers']

export const followingContract = {
  logContact: procedure({ permission: 'transfers:handle', audit: 'stay-contact.logged' })
    .route({
      method: 'POST',
      path: '/transfers/{id}/stay-contacts',
      tags,
      summary: '登记一次联系：保留在校的出国（境）、延期党员；只增不改',
    })
    .input(
      z.object({
        id: Id,
        on: DayField,
        way: z.enum(contactWays),
        spokenWith: z.string().trim().min(1).max(40).describe('和谁联系上的'),
        note: z.string().trim().max(300).default(''),
      }),
    )
    .output(CaseView)
    .errors(refusals(stayContactRefusals)),

  groupText: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/transfers/group-text', tags, summary: '一类提醒的名单和可以复制到群里的文字' })
    .input(z.object({ cohortId: Id, path: Path.optional().describe('单位路径，含其下级'), lamp: z.enum(lamps) }))
    .output(z.object({ text: z.string().nullable(), names: z.array(z.string()) })),
}
