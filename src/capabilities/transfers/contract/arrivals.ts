/** Transfers from other schools of this installation. */
import { z } from 'zod'
import { Id, IsoDay, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { pageInput, pageOf } from '../../../kernel/paging.ts'
import { membershipCodes } from '../../roster/rules.ts'
import { arrivalRefusals, arrivalStates } from '../rules.ts'

const tags = ['transfers']
const count = z.number().int()

export const ArrivalView = z
  .object({
    id: Id,
    version: Version,
    name: z.string(),
    sex: z.enum(['male', 'female']).nullable(),
    from: z.string().describe('转出学校的党委'),
    membership: z.enum(membershipCodes as [(typeof membershipCodes)[number], ...(typeof membershipCodes)[number][]]),
    letterNumber: z.string().nullable(),
    duesPaidTo: z.string().nullable(),
    phone: z.string().nullable().describe('只显示后四位'),
    arrivedOn: IsoDay,
    state: z.enum(arrivalStates),
    decidedOn: IsoDay.nullable(),
    decidedName: z.string().nullable(),
    reason: z.string().nullable(),
    overtaken: z.boolean().describe('转出学校其间已另行办理'),
    can: z.array(z.enum(['decide'])),
  })
  .meta({ id: 'Arrival' })
export type ArrivalView = z.infer<typeof ArrivalView>

export const arrivalsContract = {
  list: procedure({ permission: 'transfers:feedback' })
    .route({ method: 'GET', path: '/arrivals', tags, summary: '本系统内他校转来的：待接收、已接收（流入），只有介绍信上写的几项' })
    .input(z.object({ state: z.enum(arrivalStates).optional(), ...pageInput }))
    .output(pageOf(ArrivalView).extend({ waiting: count, accepted: count })),

  decide: procedure({ permission: 'transfers:feedback', audit: 'arrival.decided' })
    .route({ method: 'POST', path: '/arrivals/{id}/decision', tags, summary: '接收，或写明理由退回；转出学校随即得知' })
    .input(z.object({ id: Id, version: Version, accepted: z.boolean(), reason: z.string().trim().max(300).optional() }))
    .output(ArrivalView)
    .errors({ ...refusals(arrivalRefusals), CONFLICT: { status: 409, data: z.object({ version: z.number().int() }) } }),
}
