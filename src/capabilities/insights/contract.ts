import { z } from 'zod'
import { Id, IsoDay, procedure } from '../../kernel/contract.ts'
import { clauseIds, levels, tasks } from '../plans/rules.ts'
import { cellStates, returnTasks } from '../submissions/rules.ts'
import { lamps, terms } from '../transfers/rules.ts'
import { acts, entryKinds, stages, workKinds } from './rules.ts'

const Count = z.number().int()
const Terms = z.record(z.enum(terms), Count)
const Progress = z.object({ done: Count, of: Count })

const Work = z.object({
  kind: z.enum(workKinds),
  act: z.enum(acts).describe('do：等本人办；urge：等下级办，可以催'),
  task: z.enum(returnTasks).nullable().describe('哪一项报送；其他事为空'),
  count: Count,
  overdue: Count,
  dueOn: IsoDay.nullable(),
  clause: z.enum(clauseIds),
  parts: z.array(z.object({ name: z.string(), count: Count })).describe('按单位分，多的在前；不分单位的为空'),
})

const UnitReturn = z.object({
  state: z.enum(cellStates),
  rows: Count.describe('已报且未退回的行数'),
  dueOn: IsoDay.nullable(),
  overdue: z.boolean(),
})

const Unit = z.object({
  unitId: Id,
  name: z.string(),
  path: z.string(),
  direct: z.boolean().describe('直属党支部'),
  people: Count,
  terms: Terms,
  itemsAsked: Count,
  itemsDone: Count.describe('五个一全部完成的人数'),
  returns: z.partialRecord(z.enum(returnTasks), UnitReturn).nullable().describe('空：本职务不看报送'),
})

export const TodayView = z
  .object({
    cohortId: Id,
    today: IsoDay,
    issuedOn: IsoDay.nullable().describe('通知印发日'),
    leavingDay: IsoDay.nullable(),
    destinationDueOn: IsoDay.nullable(),
    equation: z.object({
      whole: Count.describe('名册中组织关系在校的人数：等于各项之和'),
      terms: Terms,
      beside: Count.describe('组织关系从未在校的人，列在等式之外'),
    }),
    branches: Count,
    items: Progress.describe('五个一全部完成的人数，和应完成的人数'),
    work: z.array(Work).describe('按轻重缓急'),
    lamps: z.array(z.object({ lamp: z.enum(lamps), count: Count })).describe('只列亮着的，按轻重'),
    milestones: z.array(
      z.object({
        task: z.enum(tasks),
        level: z.enum(levels),
        name: z.string(),
        dueOn: IsoDay,
        clause: z.enum(clauseIds),
        progress: Progress.nullable(),
      }),
    ),
    funnel: z
      .array(z.object({ stage: z.enum(stages), count: Count, waiting: Count.describe('等着走到这一步的人数') }))
      .describe('本职务不看接转时为空'),
    units: z.array(Unit).describe('下一级单位；各单位之和等于全体'),
  })
  .meta({ id: 'Today' })
export type TodayView = z.infer<typeof TodayView>

export const TimelineEntry = z
  .object({
    id: z.string(),
    at: z.iso.datetime().nullable().describe('记下的时刻'),
    on: IsoDay.describe('发生的日子'),
    kind: z.enum(entryKinds),
    code: z.string().describe('发生了什么：变更种类、五个一的确认或撤销、接转的一步、介绍信的一步'),
    text: z.string().nullable().describe('项目、栏目、原因、编号；不含敏感内容'),
    by: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' })
export type TimelineEntry = z.infer<typeof TimelineEntry>

export const insightsContract = {
  today: procedure({ permission: 'insights:read' })
    .route({ method: 'GET', path: '/today', tags: ['insights'], summary: '今日：待办、等式、预警、节点；不给届别时取最近一届' })
    .input(z.object({ cohortId: Id.optional() }))
    .output(TodayView),

  timeline: procedure({ permission: 'insights:read' })
    .route({
      method: 'GET',
      path: '/graduates/{graduateId}/timeline',
      tags: ['insights'],
      summary: '一个人的经过，从新到旧：名册、五个一、接转、介绍信，限本职务能看的',
    })
    .input(z.object({ graduateId: Id }))
    .output(z.array(TimelineEntry)),
}
