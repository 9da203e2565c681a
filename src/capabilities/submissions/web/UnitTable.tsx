import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import type { Line } from '../../../ui/Lines.tsx'
import type { MatrixView } from '../contract.ts'
import { formNames, type ReturnTask } from '../rules.ts'
import { shortDay } from './days.ts'
import { lookOf, ReturnMark } from './ReturnMark.tsx'
import { formTitle } from './words.ts'

type Unit = MatrixView['units'][number]
const tasks: readonly ReturnTask[] = ['roster', 'register', 'delayed']

const needs = (unit: Unit): number => {
  const cells = tasks.map(task => unit.cells[task])
  if (cells.some(({ state, overdue }) => overdue || state === 'returned')) return 0
  if (cells.some(({ state }) => state === 'submitted')) return 1
  return cells.some(({ state }) => state === 'none') ? 2 : 3
}

/** The units' common day; a unit with a day of its own says so in its cell. */
const dueOf = (units: readonly Unit[], task: ReturnTask) => units.find(({ cells }) => cells[task].dueOn)?.cells[task].dueOn

const columnsOf = (units: readonly Unit[]): Columns<Unit> => [
  { key: 'unit', title: '单位', render: (_, unit) => <span className="unit-name">{unit.unitName}</span> },
  { key: 'people', title: '人数', align: 'right', width: 72, render: (_, unit) => unit.people },
  ...tasks.map(task => {
    const due = dueOf(units, task)
    return {
      key: task,
      title: (
        <>
          {formTitle(task)} <span className="fine">{due ? `${shortDay(due)} 前` : '未定期限'}</span>
        </>
      ),
      render: (_: unknown, unit: Unit) => <ReturnMark cell={unit.cells[task]} />,
    }
  }),
]

const line = (unit: Unit): Line => ({
  name: unit.unitName,
  title: unit.unitName,
  aside: `${unit.people} 人`,
  note: (
    <span className="return-lines">
      {tasks.map(task => (
        <span key={task}>
          {formNames[task]} <ReturnMark cell={unit.cells[task]} />
        </span>
      ))}
    </span>
  ),
})

/** Units × the three returns, those first that wait for somebody. */
export const UnitTable = ({ label, units }: { label: string; units: readonly Unit[] }) => (
  <KeyedTable
    label={label}
    rows={[...units].sort((a, b) => needs(a) - needs(b))}
    rowKey={({ unitId }) => unitId}
    columns={columnsOf(units)}
    line={line}
    empty={null}
  />
)

/** How many of the units' forms look like this. */
export const countLook = (units: readonly Unit[], word: string) =>
  units.reduce((sum, { cells }) => sum + tasks.filter(task => lookOf(cells[task]).word === word).length, 0)
