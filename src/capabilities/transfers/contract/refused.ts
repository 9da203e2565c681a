import { z } from 'zod'
import { clauseIds } from '../../plans/rules.ts'

export const ClauseOrNull = z.enum(clauseIds).nullable().optional().describe('拒绝所依据的条款')

/** As everywhere, and with the clause that the refusal rests on. */
export const refusedWithClause = <const Reasons extends readonly [string, ...string[]]>(reasons: Reasons) =>
  ({
    REFUSED: {
      status: 409,
      data: z.object({ reason: z.enum(reasons), state: z.string().optional(), detail: z.string().optional(), clause: ClauseOrNull }),
    },
  }) as const
