import { z } from 'zod'
import { Id, IsoDay } from '../../../kernel/contract.ts'
import { membershipCodes } from '../../roster/rules.ts'
import { cellRefusals, helds, MOST_PAGES, problems, standings, states, stepRefusals, steps } from '../rules.ts'

export const count = z.number().int()
export const Instant = z.iso.datetime()
export const Version = z.number().int().min(0).describe('0: not begun.')

export const Paper = z.object({
  held: z.enum(helds).nullable().describe('null：还没有看'),
  pages: z.number().int().min(1).max(MOST_PAGES).nullable(),
  signed: z.boolean(),
  stamped: z.boolean(),
  dated: z.boolean().describe('日期前后一致'),
  remark: z.string().trim().max(200).describe('不需要的，在这里写理由'),
})

export const PaperCell = Paper.extend({ version: Version, by: z.string(), at: z.string() }).meta({ id: 'DossierPaperCell' })
export type PaperCell = z.infer<typeof PaperCell>

export const AskedPaper = z.object({
  key: z.string(),
  name: z.string(),
  required: z.boolean(),
  needs: z.array(z.enum(['signed', 'stamped', 'dated'])),
})
export type AskedPaper = z.infer<typeof AskedPaper>

export const TroubleView = z.object({ paper: z.string(), problem: z.enum(problems), explained: z.string().nullable() })
export type TroubleView = z.infer<typeof TroubleView>

export const DossierLine = z
  .object({
    graduateId: Id,
    name: z.string(),
    studentNumber: z.string(),
    unitId: Id,
    branchName: z.string(),
    membership: z.enum(membershipCodes),
    state: z.enum(states),
    standing: z.enum(standings),
    version: Version,
    asked: z.array(z.string()).describe('按党员类别应有的材料'),
    papers: z.record(z.string(), PaperCell),
    troubles: z.array(TroubleView),
    contents: z.object({ papers: count, pages: count }),
    bag: z.string().nullable(),
    postponed: z.string().nullable(),
    packedName: z.string().nullable(),
    checkedName: z.string().nullable(),
    can: z.array(z.enum(steps)),
  })
  .meta({ id: 'Dossier' })
export type DossierLine = z.infer<typeof DossierLine>

export const DossierDetail = DossierLine.extend({
  checklist: z.array(AskedPaper),
  packedAt: Instant.nullable(),
  checkedAt: Instant.nullable(),
  list: z.object({ id: Id, text: z.string(), madeOn: IsoDay, receivedOn: IsoDay.nullable() }).nullable(),
  bags: z.array(z.object({ text: z.string(), givenAt: Instant, voidReason: z.string().nullable() })),
  events: z.array(
    z.object({
      id: Id,
      at: Instant,
      step: z.enum(steps),
      actorName: z.string(),
      bag: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
}).meta({ id: 'DossierDetail' })
export type DossierDetail = z.infer<typeof DossierDetail>

export const standingCounts = z.object({
  people: count,
  postponed: count,
  ...(Object.fromEntries(standings.map(standing => [standing, count])) as Record<(typeof standings)[number], typeof count>),
})
export const ProblemCount = z.object({ problem: z.enum(problems), people: count })

/** The person as the caller saw it: one that has changed since refuses all. */
export const Seen = z.object({ graduateId: Id, version: Version })
export const seen = z.array(Seen).min(1).max(2000)

export const StepResult = z.object({
  done: count,
  refused: z.array(z.object({ graduateId: Id, name: z.string(), reason: z.enum(stepRefusals) })),
})
export type StepResult = z.infer<typeof StepResult>

export const SavedCells = z.object({
  saved: z.array(z.object({ graduateId: Id, paper: z.string(), version: Version })),
  changed: z.array(z.object({ graduateId: Id, paper: z.string(), cell: PaperCell })).describe('别人先改了的：没有覆盖，附上现在的内容'),
  refused: z.array(z.object({ graduateId: Id, paper: z.string(), reason: z.enum(cellRefusals) })),
  rows: z.array(Seen).describe('这些人的新版本'),
})
export type SavedCells = z.infer<typeof SavedCells>
