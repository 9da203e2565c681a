import { z } from 'zod'

/** A page by key: pass `next` of the last answer as `after`. */
export const pageInput = { after: z.string().max(400).optional(), limit: z.number().int().min(1).max(200).default(20) }

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    total: z.number().int(),
    next: z.string().nullable().describe('The key of the next page, or null on the last.'),
  })
