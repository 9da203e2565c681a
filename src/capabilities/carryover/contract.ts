import { z } from 'zod'
import { Id, procedure } from '../../kernel/contract.ts'
import { listContract } from '../imports/contract.ts'
import { matters } from './rules.ts'

const count = z.number().int()

export const CarriedYear = z
  .object({
    cohort: z.object({ id: Id, year: count, name: z.string() }),
    carried: z.record(z.enum(matters), count).describe('补录的人数，按未了事项'),
    open: count.describe('其中还没有已接收、也没有减员的'),
  })
  .meta({ id: 'CarriedYear' })
export type CarriedYear = z.infer<typeof CarriedYear>

/** Brought by the office alone: only it approves retentions and keeps the ledger of letters. Everybody sees what is open in their units. */
export const carryoverContract = {
  years: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/carryovers', tags: ['carryovers'], summary: '往届未了：各届补录了多少人，还有多少没有了结' })
    .output(z.array(CarriedYear)),

  imports: listContract({
    path: '/carryovers/imports',
    tag: 'carryover imports',
    permission: 'transfers:feedback',
    committed: 'carryovers.imported',
  }),
}
