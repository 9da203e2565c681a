/** What comes of many cases at once, and the letters that wait. */
import { z } from 'zod'
import { Id, IsoDay, Version } from '../../../kernel/contract.ts'
import { issueRefusals } from '../../letters/rules.ts'
import { refusals, states } from '../rules.ts'
import { ClauseOrNull } from './refused.ts'
import { GapView, Text } from './views.ts'

const changedRow = z.object({ id: Id, name: z.string(), version: Version, state: z.enum(states) })

/** Somebody else changed one of the cases meanwhile: which, and how it stands. */
export const changed = {
  CONFLICT: { status: 409, data: z.object({ version: z.number().int(), rows: z.array(changedRow).optional() }) },
} as const

const batchRow = {
  id: Id,
  graduateId: Id,
  name: z.string(),
  version: Version,
  state: z.enum(states),
  allowed: z.boolean(),
  to: z.enum(states).optional(),
}
/** One step is done: where the case stands now. The page reads it anew. */
export const Stepped = z
  .object({ id: Id, graduateId: Id, version: Version, state: z.enum(states), attempt: z.number().int().describe('第几次办理') })
  .meta({ id: 'Stepped' })
export type Stepped = z.infer<typeof Stepped>

const applied = z.boolean().describe('false：一行也没有改')

export const BatchResult = z
  .object({ applied, rows: z.array(z.object({ ...batchRow, reason: z.enum(refusals).optional(), clause: ClauseOrNull })) })
  .meta({ id: 'TransferBatch' })

export const IssueResult = z
  .object({
    applied,
    rows: z.array(
      z.object({
        ...batchRow,
        reason: z.enum([...refusals, ...issueRefusals]).optional(),
        clause: ClauseOrNull,
        characters: z.array(z.string()).optional().describe('字库里没有、印不出的字'),
        gap: GapView.optional().describe('有效期在报到前就结束：提醒，不妨碍开具'),
      }),
    ),
  })
  .meta({ id: 'LetterBatch' })

export const LetterToHandOut = z
  .object({
    transferId: Id,
    version: Version,
    letterId: Id,
    number: z.string(),
    serial: z.string(),
    name: z.string(),
    pinyin: z.string(),
    studentNumber: z.string(),
    path: z.string(),
    branchName: z.string(),
    unitName: Text.describe('直属党支部没有党总支'),
    addressee: z.string(),
    issuedOn: IsoDay,
    validUntil: IsoDay,
  })
  .meta({ id: 'LetterToHandOut' })
export type LetterToHandOut = z.infer<typeof LetterToHandOut>

export const ToIssue = z
  .object({
    transferId: Id,
    version: Version,
    graduateId: Id,
    name: z.string(),
    branchName: z.string(),
    addressee: Text,
    unitName: Text,
  })
  .meta({ id: 'LetterToIssue' })
