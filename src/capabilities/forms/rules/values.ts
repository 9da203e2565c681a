/** What stands once on a form, beside its rows: where it comes from, when, about whom. */
import { type Day, dayInWords } from '../../../kernel/day.ts'

export const valueKeys = ['title', 'unit', 'date', 'cohort', 'count', 'by', 'note'] as const
export type ValueKey = (typeof valueKeys)[number]

/** By the first word a value is called on screen; by any of them a school's own workbook may ask for it. */
export const valueWords: Record<ValueKey, readonly [string, ...string[]]> = {
  title: ['标题', '表名', 'title'],
  unit: ['填报单位', '报送单位', '单位', '党组织名称', '填报党组织', 'unit'],
  date: ['填报日期', '报送日期', '日期', '填表日期', 'date'],
  cohort: ['届', '届别', '年度', 'cohort', 'year'],
  count: ['人数', '合计', '总人数', 'count', 'total'],
  by: ['经办人', '填表人', '填报人', 'by', 'operator', 'clerk'],
  note: ['说明', '附注', 'note'],
}

export type Values = Readonly<Record<ValueKey, string>>

const known = new Map(valueKeys.flatMap(key => valueWords[key].map(word => [word, key] as const)))
/** `填报单位`, `填报单位：` or `UNIT` → unit. */
export const valueKeyOf = (word: string): ValueKey | null => known.get(word.replace(/[\s:：]/g, '').toLowerCase()) ?? null

export type Facts = { title: string; unit: string; on: Day; cohort: string; count: number; by: string; note?: string }

export const valuesOf = ({ title, unit, on, cohort, count, by, note = '' }: Facts): Values => ({
  title,
  unit,
  date: dayInWords(on),
  cohort,
  count: String(count),
  by,
  note,
})
