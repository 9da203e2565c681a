/** 与党务系统不一致: what an imported list says otherwise, decided by a person. */
import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, Version } from '../../../kernel/contract.ts'
import { pageInputBy, pageOf } from '../../../kernel/paging.ts'
import { differenceDecisions, differenceKinds, differenceRefusals, differenceStates, refusals, states } from '../rules.ts'
import { unit } from './filter.ts'

const tags = ['transfers']
const Text = z.string().nullable()
const kind = z.enum(differenceKinds)

export const DifferenceView = z
  .object({
    id: Id,
    version: Version,
    graduateId: Id.nullable().describe('空：名册里没有这个人'),
    name: z.string(),
    branchName: Text,
    kind,
    ours: z.string().describe('导入时这里是'),
    theirs: z.string().describe('系统里是'),
    state: z.enum(differenceStates),
    caseState: z.enum(states).nullable().describe('这件接转现在的状态'),
    foundOn: IsoDay,
    decidedOn: IsoDay.nullable(),
    decidedName: Text,
    reason: Text,
    can: z.array(z.enum(differenceDecisions)),
  })
  .meta({ id: 'ResultDifference' })
export type DifferenceView = z.infer<typeof DifferenceView>

export const DifferenceBatch = z
  .object({
    applied: z.boolean().describe('false：一条也没有改'),
    rows: z.array(
      z.object({ id: Id, name: z.string(), allowed: z.boolean(), reason: z.enum([...differenceRefusals, ...refusals]).optional() }),
    ),
  })
  .meta({ id: 'DifferenceBatch' })

export const differencesContract = {
  list: procedure({ permission: 'transfers:read' })
    .route({ method: 'GET', path: '/transfers/differences', tags, summary: '与党务系统不一致：待定的，或已定的；同一人的在一起' })
    .input(
      z.object({
        ...unit,
        decided: z.stringbool().or(z.boolean()).optional().describe('看已定的'),
        kind: kind.optional(),
        ...pageInputBy(z.string(), Id),
      }),
    )
    .output(pageOf(DifferenceView)),
  decide: procedure({ permission: 'transfers:handle', audit: 'result-difference.decided' })
    .route({
      method: 'POST',
      path: '/transfers/differences/decisions',
      tags,
      summary: '逐条或成批定：按系统登记（照接转的各步和规则）、以这里为准、请单位核实。有一条不能定就一条也不定；dryRun 只预览',
    })
    .input(
      z.object({
        items: z
          .array(z.object({ id: Id, version: Version }))
          .min(1)
          .max(500),
        decision: z.enum(differenceDecisions),
        reason: z.string().trim().max(200).default('').describe('以这里为准的，须写明'),
        dryRun: z.boolean().default(false),
      }),
    )
    .output(DifferenceBatch)
    .errors(conflict),
}
