import type { HeatCell, HeatColumn, HeatRow } from '../../../ui/HeatTable.tsx'
import type { Task } from '../../plans/rules.ts'
import type { ReturnTask } from '../../submissions/rules.ts'
import type { TodayView } from '../contract.ts'
import { registeredOf, reportedOf, sentOf } from '../rules.ts'
import { daysTo, shortDay } from './days.ts'
import { taskShort } from './words.ts'

type Unit = TodayView['units'][number]
type Return = NonNullable<NonNullable<Unit['returns']>[ReturnTask]>

const SOON = 3

/** Done of those asked; nobody asked is nothing to do. */
const share = ({ done, of }: { done: number; of: number }, href?: string): HeatCell | undefined =>
  of === 0 ? undefined : { kind: 'share', percent: (done / of) * 100, href }

export const returnCell = ({ state, dueOn, overdue }: Return, today: string): HeatCell | undefined => {
  const href = '/submissions'
  if (state === 'accepted') return { kind: 'share', percent: 100, href }
  if (state === 'submitted') return { kind: 'warn', word: '待接收', href }
  if (overdue && dueOn) return { kind: 'late', word: `逾期 ${daysTo(dueOn, today)} 天`, href }
  if (state === 'returned') return { kind: 'late', word: '已退回', href }
  return dueOn && daysTo(today, dueOn) <= SOON ? { kind: 'warn', word: '未报', href } : undefined
}

type Column = HeatColumn & { cell: (unit: Unit) => HeatCell | undefined }

/** 附件2 comes in batches: how many of its people stand on those that were handed in. */
const registerCell = (held: Return, terms: Unit['terms'], today: string): HeatCell | undefined =>
  held.state === 'accepted' || held.state === 'submitted' ? share(registeredOf(terms, held.rows), '/submissions') : returnCell(held, today)

/** 支部 and 总支 have a day each for one return, or none: the one of the units shown counts. */
const dayOf = ({ milestones, units }: TodayView, task: Task): string | undefined => {
  const returns: Partial<Record<Task, { dueOn: string | null }>> = units[0]?.returns ?? {}
  const held = returns[task]
  return held ? (held.dueOn ?? undefined) : milestones.find(row => row.task === task)?.dueOn
}

/** The tasks that are counted, in the order of their days. */
export const heatColumns = (view: TodayView): Column[] => {
  const { units, today } = view
  const seesReturns = units.some(({ returns }) => returns !== null)
  const ofReturn = (task: ReturnTask) => (unit: Unit) => {
    const held = unit.returns?.[task]
    return held && returnCell(held, today)
  }
  const cells: Partial<Record<Task, Column['cell']>> = {
    ...(seesReturns && { roster: ofReturn('roster'), delayed: ofReturn('delayed') }),
    ...(seesReturns && {
      register: ({ returns, terms }: Unit) => (returns?.register ? registerCell(returns.register, terms, today) : undefined),
    }),
    destination: ({ terms, path }) => share(reportedOf(terms), `/transfers?term=unreported&unit=${path}`),
    'five-items': ({ itemsAsked, itemsDone, unitId }) => share({ done: itemsDone, of: itemsAsked }, `/education?unit=${unitId}`),
    'transfer-out': ({ terms, path }) => share(sentOf(terms), `/transfers?unit=${path}`),
  }
  return (Object.keys(cells) as Task[])
    .flatMap(task => {
      const due = dayOf(view, task)
      const days = due === undefined ? -1 : daysTo(today, due)
      return due === undefined
        ? []
        : [{ due, key: task, label: taskShort[task], note: shortDay(due), near: days >= 0 && days <= SOON, cell: cells[task]! }]
    })
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}

export const heatRow = (unit: Unit, columns: readonly Column[]): HeatRow => ({
  key: unit.unitId,
  label: unit.name,
  note: unit.direct ? '直属' : undefined,
  count: unit.people,
  cells: Object.fromEntries(
    columns.flatMap(({ key, cell }) => {
      const shown = cell(unit)
      return shown ? [[key, shown]] : []
    }),
  ),
})
