/** What the import wizard is told about the sheet of one activity. */
import { useMemo } from 'react'
import { activitiesApi } from './client.ts'

export const listImportApi = activitiesApi.imports

export const useListImport = (id: string) =>
  useMemo(
    () => ({
      name: '签到表',
      home: `/activities/${id}`,
      path: `/activities/${id}/import`,
      about: id,
      lead: ['studentNumber', 'name', 'state', 'reason'],
      expects: '这次活动的纸质签到表：学号或姓名，状态（到、迟到、缺席、补课，空着的算到），缺席和补课写原因。逐行按登记的规则核对。',
    }),
    [id],
  )
