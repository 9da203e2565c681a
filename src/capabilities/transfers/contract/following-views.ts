import { z } from 'zod'
import { Id, IsoDay } from '../../../kernel/contract.ts'
import { contactWays, escalationLevels, lamps } from '../rules.ts'

export const EscalationView = z
  .object({ level: z.enum(escalationLevels), lamp: z.enum(lamps), from: IsoDay })
  .meta({ id: 'TransferEscalation' })

export const KeeperView = z
  .object({
    unitName: z.string(),
    name: z.string().nullable().describe('空：总支还没有指定到人'),
    phone: z.string().nullable().describe('办公电话'),
    since: IsoDay,
  })
  .meta({ id: 'TransferKeeper' })

export const StayView = z
  .object({
    contacts: z.array(z.object({ id: Id, on: IsoDay, way: z.enum(contactWays), spokenWith: z.string(), note: z.string(), by: z.string() })),
    mayLog: z.boolean().describe('保留在校的（出国境、延期）可以登记联系'),
  })
  .meta({ id: 'StayContacts' })
