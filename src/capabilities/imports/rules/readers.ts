/** Ready-made readings; a field takes one of them or writes its own. */
import type { Day } from '../../../kernel/day.ts'
import { type Cell, textOf } from './cell.ts'
import { readDate } from './dates.ts'
import type { Reading } from './field.ts'
import { nearest } from './nearest.ts'

type Filled = Exclude<Cell, null>

/** Plain text of at most so many characters. */
export const readText =
  (label: string, most = 200) =>
  (raw: Filled): Reading<string> => {
    const text = textOf(raw)
    if (text.length <= most || Array.from(text).length <= most) return { value: text }
    return { value: null, problems: [{ kind: 'too-long', severity: 'error', text: `“${label}”超过 ${most} 个字。请缩短后再导入。` }] }
  }

const FORMS = '请写成 2001-05-03 这样的日期。'

export const noSuchDay = (label: string) => ({
  kind: 'no-such-day',
  severity: 'error' as const,
  text: `“${label}”写的这一天不存在，请核对月份和日期。`,
})
export const noDate = (label: string) => ({ kind: 'no-date', severity: 'error' as const, text: `“${label}”不是能识别的日期。${FORMS}` })

/** A day; a month alone is not enough, and no day is made up for it. */
export const readDay =
  (label: string) =>
  (raw: Filled): Reading<Day> => {
    const date = readDate(raw)
    if (date.is === 'no-such-day') return { value: null, problems: [noSuchDay(label)] }
    if (date.is === 'no-date') return { value: null, problems: [noDate(label)] }
    if (date.is === 'month') {
      return { value: null, problems: [{ kind: 'day-missing', severity: 'error', text: `“${label}”只写到月份，请补上是哪一日。${FORMS}` }] }
    }
    return textOf(raw) === date.day ? { value: date.day } : { value: date.day, text: date.day, repair: 'date-form' }
  }

/** A month as `2023-05`; a day is taken for its month. */
export const readMonth =
  (label: string) =>
  (raw: Filled): Reading<string> => {
    const date = readDate(raw)
    if (date.is === 'no-such-day') return { value: null, problems: [noSuchDay(label)] }
    if (date.is === 'no-date')
      return {
        value: null,
        problems: [{ kind: 'no-date', severity: 'error', text: `“${label}”不是能识别的年月。请写成 2023-05 这样的年月。` }],
      }
    const month = date.is === 'day' ? date.day.slice(0, 7) : date.month
    const reading: Reading<string> = textOf(raw) === month ? { value: month } : { value: month, text: month, repair: 'date-form' }
    if (date.is === 'day' || !date.unclear) return reading
    const text = `“${label}”按 ${month} 读取。如果原意是 10 月，请改写成 ${month.slice(0, 4)}-10。`
    return { ...reading, problems: [{ kind: 'month-unclear', severity: 'warning', text }] }
  }

/** `same` are equal ways to say it; `also` are short or loose ways, replaced by the label in the open. */
export type Code<Value extends string = string> = {
  code: Value
  label: string
  gb?: string
  same?: readonly string[]
  also?: readonly string[]
}

export type CodeIndex<Value extends string> = {
  label: string
  labels: readonly string[]
  find: (text: string) => { entry: Code<Value>; loose: boolean } | undefined
}

export const indexCodes = <Value extends string>(label: string, codes: readonly Code<Value>[]): CodeIndex<Value> => {
  const found = new Map<string, { entry: Code<Value>; loose: boolean }>()
  for (const entry of codes) {
    for (const word of entry.also ?? []) found.set(word, { entry, loose: true })
    for (const word of [entry.label, ...(entry.same ?? [])]) found.set(word, { entry, loose: false })
  }
  return { label, labels: codes.map(code => code.label), find: text => found.get(text) }
}

export const readCode =
  <Value extends string>(index: CodeIndex<Value>) =>
  (raw: Filled): Reading<Value> => {
    const text = textOf(raw)
    const found = index.find(text) ?? index.find(text.replace(/\s/g, ''))
    if (found) return found.loose ? { value: found.entry.code, text: found.entry.label, repair: 'full-name' } : { value: found.entry.code }
    const suggestion = nearest(text, index.labels)
    const choices = index.labels.length <= 8 ? `可填：${index.labels.join('、')}。` : '请按规范名称填写。'
    const near = suggestion ? `最接近的是“${suggestion}”。` : ''
    const complaint = {
      kind: 'unknown-code',
      severity: 'error' as const,
      text: `“${index.label}”里没有“${text.slice(0, 20)}”这一项。${near}${choices}`,
    }
    return { value: null, problems: [suggestion ? { ...complaint, suggestion } : complaint] }
  }
