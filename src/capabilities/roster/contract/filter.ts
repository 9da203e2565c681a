import { z } from 'zod'
import { Id, Search, WholeNumberSearch } from '../../../kernel/contract.ts'
import { Membership, Outcome } from './views.ts'

export const Path = z.string().regex(/^\/(?:\d+\/)+$/)

const narrowing = {
  cohortId: Id,
  path: Path.optional().describe('A unit’s path: its subtree.'),
  outcome: Outcome.optional(),
  membership: Membership.optional(),
  relationAtSchool: z.boolean().optional(),
  tag: z.string().trim().max(40).optional(),
  responsible: z
    .union([Id, z.literal('nobody')])
    .optional()
    .describe('Who looks after them: a staff account, or nobody.'),
}

/** As an address may say it. */
export const listed = {
  ...narrowing,
  search: Search.optional().describe(
    'Part of a name, of its pinyin or of a student number, or the last four of an ID number; a whole ID number or phone goes to `lookup`.',
  ),
}

/** One person, by a number that is written into no address. */
export const looked = {
  ...narrowing,
  search: WholeNumberSearch.describe(
    'A whole ID number or phone, found exactly with roster:reveal; or a student number that looks like one.',
  ),
}

/** As a body may say it. */
export const filters = {
  ...narrowing,
  search: z.string().trim().max(60).optional().describe('What `list` or `lookup` takes.'),
}
export const RosterFilter = z.object(filters)
export type RosterFilter = z.infer<typeof RosterFilter>
