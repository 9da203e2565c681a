import type { Day } from '../../../kernel/day.ts'
import { emptyText, type RichText } from '../../../kernel/rich-text.ts'
import type { Plan, Task } from '../../plans/rules.ts'
import type { NoticeView } from '../contract.ts'
import { judgeDay } from '../rules.ts'

export type DutyDraft = { key: number; text: string; dueOn: string; task: Task | '' }

let made = 0
export const blankDuty = (): DutyDraft => ({ key: ++made, text: '', dueOn: '', task: '' })

type Limits = readonly { task: Task; limit: Day | null }[]
export const limitIn = (limits: Limits, task: Task | ''): Day | null => limits.find(one => one.task === task)?.limit ?? null

/** What is still wrong with a duty, in words; a line that is wholly empty is none. */
export const wrongDuty = ({ text, dueOn, task }: DutyDraft, today: string, limits: Limits): string | undefined => {
  if (text.trim() === '' && dueOn === '') return undefined
  if (text.trim() === '') return '请写任务内容'
  if (dueOn === '') return '请选日期'
  const limit = limitIn(limits, task)
  const decision = judgeDay(dueOn as Day, today as Day, limit)
  if (decision.allowed) return undefined
  return decision.reason === 'day-passed' ? '日期已经过了' : `工作方案的期限是 ${limit}，不能更晚`
}

export const sentDuties = (duties: readonly DutyDraft[]) =>
  duties
    .filter(({ text, dueOn }) => text.trim() !== '' && dueOn !== '')
    .map(({ text, dueOn, task }) => ({ text: text.trim(), dueOn, task: task === '' ? null : task }))

export interface Filled {
  title: string
  number: string
  issuer: string
  contactName: string
  contactPhone: string
  text: RichText
  unitIds: string[]
  duties: DutyDraft[]
  amends: string | null
}

const PHONE = /[\d+][\d\s-]{5,}\d/

/** A new one begins with what the plan says about its document. */
export const begun = (plan: Plan | undefined, amends: string | null, given: readonly string[]): Filled => {
  const { issuer = '', contact = '', number = null } = plan?.document ?? {}
  const phone = PHONE.exec(contact)?.[0] ?? ''
  return {
    title: '',
    // A number is given once: the plan's own is that of the year's first notice.
    number: number === null || given.includes(number) ? '' : number,
    issuer,
    contactName: contact
      .replace(phone, '')
      .replace(/[，,：:\s]+(?:电话)?[：:]?$/, '')
      .trim(),
    contactPhone: phone,
    text: emptyText,
    unitIds: [],
    duties: [],
    amends,
  }
}

export const filledFrom = (view: NoticeView): Filled => ({
  title: view.title,
  number: view.number,
  issuer: view.issuer,
  contactName: view.contactName,
  contactPhone: view.contactPhone,
  text: view.text,
  unitIds: view.units.map(({ unitId }) => unitId),
  duties: view.planned.map(({ text, dueOn, task }) => ({ ...blankDuty(), text, dueOn, task: task ?? '' })),
  amends: view.amends?.id ?? null,
})

export const sent = ({ duties, ...filled }: Filled) => ({ ...filled, duties: sentDuties(duties) })
