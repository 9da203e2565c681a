/** 低年级党员: members of no cohort. They stay when the others leave, and are asked little. */
import { z } from 'zod'
import { Id, procedure, Search } from '../../../kernel/contract.ts'
import { pageInputBy, pageOf } from '../../../kernel/paging.ts'
import { listContract } from '../../imports/contract.ts'
import { Path } from './filter.ts'
import { LedgerView, Membership } from './views.ts'

export const JuniorView = LedgerView.pick({
  memberId: true,
  studentNumber: true,
  name: true,
  sex: true,
  idNumber: true,
  phone: true,
  membership: true,
  joinedOn: true,
  confirmedOn: true,
  college: true,
  major: true,
  className: true,
  branch: true,
}).meta({ id: 'Junior' })
export type JuniorView = z.infer<typeof JuniorView>

const filters = {
  path: Path.optional().describe('A unit’s path: its subtree.'),
  membership: Membership.optional(),
  search: Search.optional().describe('Part of a name, of its pinyin or of a student number, or the last four of an ID number.'),
}

export const juniorsContract = {
  list: procedure({ permission: 'roster:read' })
    .route({ method: 'GET', path: '/juniors', tags: ['juniors'], summary: '低年级党员：按支部、拼音排序' })
    .input(
      z.object({
        ...filters,
        ...pageInputBy(z.string(), z.string(), Id),
      }),
    )
    .output(
      pageOf(JuniorView).extend({
        branches: z.array(z.object({ name: z.string(), path: z.string(), count: z.number().int() })).describe('Of the whole scope.'),
      }),
    ),

  export: procedure({ permission: 'roster:read', audit: 'juniors.exported', renders: true })
    .route({ method: 'POST', path: '/juniors/export', tags: ['juniors'], summary: '按当前筛选导出低年级党员（xlsx），号码只写后四位' })
    .input(z.object(filters))
    .output(z.file()),

  imports: listContract({ path: '/juniors/imports', tag: 'junior imports', permission: 'roster:import', committed: 'juniors.imported' }),
}
