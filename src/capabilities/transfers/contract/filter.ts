import { z } from 'zod'
import { Id, Search } from '../../../kernel/contract.ts'
import { destinationCodes, geographies } from '../../plans/rules.ts'
import { applicationKinds, escalationLevels, methods } from '../rules.ts'
import { Lamp, Path, Shown, Term } from './views.ts'

export const unit = { cohortId: Id, path: Path.optional().describe('单位路径，含其下级') }

const filters = {
  ...unit,
  state: Shown.optional(),
  term: z
    .enum([...Term.options, 'beside'])
    .optional()
    .describe('闭环等式的一项；beside：组织关系从未在校'),
  destinationType: z.enum(destinationCodes).optional(),
  geography: z.enum(geographies).optional(),
  method: z.enum(methods).optional(),
  lamp: Lamp.optional(),
  escalated: z.enum(escalationLevels).optional().describe('已升级到这一级，还没有人办'),
  application: z
    .enum([...applicationKinds, 'any'])
    .optional()
    .describe('有待批的重办申请；any：不论哪一种'),
  importId: Id.optional().describe('只看这次导入登记过的'),
  picture: z.enum(['waiting']).optional().describe('附了回执照片，等组织部核'),
  search: Search.optional().describe('姓名、拼音或学号的一部分'),
}
export const TransferFilter = z.object(filters)
