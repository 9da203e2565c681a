import { z } from 'zod'
import { Id } from './contract.ts'

const limit = z.number().int().min(1).max(200).default(20)

/** A page by key: pass `next` of the last answer as `after`. Here the key is the id of the last row. */
export const pageInput = { after: Id.optional(), limit }

const parsed = z
  .string()
  .max(400)
  .transform((text, { addIssue }) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      addIssue({ code: 'custom', message: 'Not a key of a page' })
      return z.NEVER
    }
  })

/** The same for an order that an id alone does not give: the key is these parts. It comes back from outside, so each is checked. */
export const pageInputBy = <const Parts extends readonly [z.ZodType, ...z.ZodType[]]>(...parts: Parts) => ({
  after: parsed.pipe(z.tuple(parts)).optional(),
  limit,
})

/** What `pageInputBy` reads. */
export const pageKey = (...parts: readonly (string | number)[]) => JSON.stringify(parts)

/** Of rows of which one more than `limit` was asked for: those of the page, and the key of the next where one follows. */
export function pageFrom<Row>(found: readonly Row[], limit: number, keyOf: (row: Row) => string): { page: Row[]; next: string | null } {
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return { page, next: last && found.length > limit ? keyOf(last) : null }
}

export const pageOf = <Row extends z.ZodType>(row: Row) =>
  z.object({
    rows: z.array(row),
    total: z.number().int(),
    next: z.string().nullable().describe('The key of the next page, or null on the last.'),
  })

/** More than this goes into no file. */
export const MOST_ROWS = 100_000
const AT_ONCE = 2_000

type Step<Row, Key> = { rows: readonly Row[]; last: Key | undefined }

/** Every row of a list, so many at once: `page` gives those after a key, and the key of its last. */
export async function everyRow<Row, Key>(
  page: (after: Key | undefined, limit: number) => Promise<Step<Row, Key>>,
  most = MOST_ROWS,
): Promise<Row[]> {
  const all: Row[] = []
  for (let after: Key | undefined; ; ) {
    const asked = Math.min(AT_ONCE, most - all.length)
    const { rows, last } = await page(after, asked)
    for (const row of rows) all.push(row)
    if (rows.length < asked || last === undefined || all.length >= most) return all
    after = last
  }
}
