import { addDays, addMonths, type Day, daysBetween } from '../../../kernel/day.ts'
import type { Level, Task } from './codes.ts'
import type { DestinationPolicy, DestinationRule, Plan } from './schema.ts'

/** The unit's own leaving day, or the school's; null until the office has entered it. */
export const leavingDayOf = (plan: Plan, unitId?: string): Day | null =>
  plan.leavingExceptions.find(({ unit }) => unit === unitId)?.day ?? plan.leavingDay

/** The last day on which the task is in time, or null: the plan sets none, or it waits for the leaving day. */
export const dueOn = (plan: Plan, task: Task, level: Level, unitId?: string): Day | null => {
  const at = (row: { task: Task; level: Level }) => row.task === task && row.level === level
  const exception = plan.exceptions.find(row => at(row) && row.unit === unitId)
  if (exception) return exception.dueOn
  const milestone = plan.milestones.find(at)
  return milestone ? (milestone.dueOn ?? leavingDayOf(plan, unitId)) : null
}

/** Past its day and not done; done on the day itself is in time. */
export const isOverdue = (
  plan: Plan,
  task: Task,
  level: Level,
  unitId: string | undefined,
  today: Day,
  doneOn: Day | null = null,
): boolean => {
  const due = dueOn(plan, task, level, unitId)
  return due !== null && (doneOn ?? today) > due
}

const mapRules = (policy: DestinationPolicy, change: (rule: DestinationRule) => DestinationRule) =>
  Object.fromEntries(Object.entries(policy).map(([code, rule]) => [code, change(rule)])) as DestinationPolicy

/** `weekday`: the nearest day that is the same day of the week, so that nothing falls due on a Sunday that did not before. */
export const shifts = ['weekday', 'date'] as const
export type Shift = (typeof shifts)[number]

const WEEK = 7

export const shifted = (day: Day, years: number, shift: Shift): Day => {
  const date = addMonths(day, 12 * years)
  if (shift === 'date') return date
  const off = ((daysBetween(day, date) % WEEK) + WEEK) % WEEK
  return addDays(date, off <= WEEK / 2 ? -off : WEEK - off)
}

/** Next year's plan: the rules kept, the dates moved by whole years, what was only this year's left open. */
export const cloneFor = (plan: Plan, year: number, shift: Shift = 'date'): Plan => {
  const moved = (day: Day | null) => day && shifted(day, year - plan.year, shift)
  const renamed = (text: string) => text.replaceAll(`${plan.year}届`, `${year}届`)
  // 2023 通知 二（一）: of a notice of the year itself; a national rule keeps its own.
  const cited = (basis: string) => basis.replaceAll(`${plan.year} 通知`, `${year} 通知`)
  const rule = (rule: DestinationRule): DestinationRule => ({ ...rule, ...(rule.basis && { basis: cited(rule.basis) }) })
  const form = (form: Plan['forms']['annex1']) => ({ ...form, title: renamed(form.title) })
  return {
    ...plan,
    year,
    title: renamed(plan.title),
    document: { ...plan.document, number: null, issuedOn: moved(plan.document.issuedOn) },
    leavingDay: null,
    leavingExceptions: [],
    milestones: plan.milestones.map(milestone => ({ ...milestone, dueOn: moved(milestone.dueOn) })),
    exceptions: [],
    destinationPolicy: mapRules(plan.destinationPolicy, rule),
    forms: { annex1: form(plan.forms.annex1), annex2: form(plan.forms.annex2), annex3: form(plan.forms.annex3) },
  }
}
