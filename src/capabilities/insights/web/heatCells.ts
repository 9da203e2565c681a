import type { HeatCell, HeatColumn, HeatRow } from '../../../ui/HeatTable.tsx'
import type { ReturnTask } from '../../submissions/rules.ts'
import type { TodayView } from '../contract.ts'
import { reportedOf, sentOf } from '../rules.ts'
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

/** The tasks that are counted, in the order of their days. */
export const heatColumns = ({ milestones, units, today }: TodayView): Column[] => {
  const seesReturns = units.some(({ returns }) => returns !== null)
  const ofReturn = (task: ReturnTask) => (unit: Unit) => {
    const held = unit.returns?.[task]
    return held && returnCell(held, today)
  }
  const cells: Partial<Record<keyof typeof taskShort, Column['cell']>> = {
    ...(seesReturns && { roster: ofReturn('roster'), delayed: ofReturn('delayed'), register: ofReturn('register') }),
    destination: ({ terms, path }) => share(reportedOf(terms), `/transfers?term=unreported&path=${path}`),
    'five-items': ({ itemsAsked, itemsDone, unitId }) => share({ done: itemsDone, of: itemsAsked }, `/education?unit=${unitId}`),
    'transfer-out': ({ terms, path }) => share(sentOf(terms), `/transfers?path=${path}`),
  }
  // 支部 and 总支 have a day each for one return: the one of the units shown counts, which is the later entry.
  const days = new Map(milestones.map(({ task, dueOn }) => [task, dueOn]))
  return [...days].flatMap(([task, dueOn]) => {
    const cell = cells[task]
    const days = daysTo(today, dueOn)
    return cell ? [{ key: task, label: taskShort[task], note: shortDay(dueOn), near: days >= 0 && days <= SOON, cell }] : []
  })
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
