/** What the import wizard is told about attendance. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { educationApi } from './client.ts'

export const attendanceImportApi = educationApi.imports

export const attendanceImportList = {
  name: '参加记录',
  measure: '条',
  home: '/education',
  path: '/education/import',
  lead: ['studentNumber', 'name', 'item', 'doneOn', 'evidence'],
  expects: '五个一的参加记录：学号或姓名、项目、日期、凭据，一行一人一次。逐行按确认的规则核对，写入即为确认。',
}

const STILL_MS = 300_000

/** With the items of the year's plan. */
export const useAttendanceImportList = (cohortId: string | undefined) => {
  const input = { cohortId: cohortId ?? '', limit: 1 }
  const found = useQuery(educationApi.matrix.queryOptions({ input, staleTime: STILL_MS, enabled: cohortId !== undefined }))
  const names = found.data?.items.map(({ name }) => name).join('\n')
  return useMemo(() => ({ ...attendanceImportList, ...(names && { choices: { item: names.split('\n') } }) }), [names])
}
