/** What the import wizard is told about 往届未了. */
import { capabilityApi } from '../../../ui/api.ts'
import type { carryoverContract } from '../contract.ts'

export const carryoverApi = capabilityApi<typeof carryoverContract>('carryover')

export const carryoverImportApi = carryoverApi.imports

export const CARRYOVERS = '/transfers/carryover'

export const carryoverImportList = {
  name: '往届未了',
  home: CARRYOVERS,
  path: `${CARRYOVERS}/import`,
  lead: ['year', 'studentNumber', 'name', 'branch', 'matter'],
  expects:
    '往届没有办结的人，一人一行：毕业年份、学号、姓名等，加上未了事项（保留组织关系、延期毕业、回执未回）和它要填的几列。写入即开出那一届，各人按未了的情形接着办；已在系统里的人不会重复。',
}
