import { OFFICE_ZONE } from '../../../kernel/day.ts'
import type { ChangeView } from '../contract.ts'

/** One changed field in words; of a sensitive one only that it changed. */
export const changeWords = ({ label, before, after, sensitive }: ChangeView['changes'][number]): string => {
  if (sensitive) return `${label}有更正`
  if (!before) return `${label}：${after || '–'}`
  return `${label}：${before} → ${after || '–'}`
}

const inChina = new Intl.DateTimeFormat('zh-CN', {
  timeZone: OFFICE_ZONE,
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** 6/2 10:20 */
export const whenInWords = (at: string): string => inChina.format(new Date(at))
