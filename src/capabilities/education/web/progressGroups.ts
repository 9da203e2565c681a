/** Branches under what holds them together, each with its sum. */
import { type Day, daysBetween } from '../../../kernel/day.ts'
import type { UnitProgress } from '../contract.ts'

export type ProgressLine = Pick<UnitProgress, 'unitId' | 'people' | 'complete' | 'items' | 'dueOn'> & { name: string }
export type ProgressGroup = ProgressLine & { branches: ProgressLine[] }

const lineOf = ({ unitId, unitName, people, complete, items, dueOn }: UnitProgress): ProgressLine => ({
  unitId,
  name: unitName,
  people,
  complete,
  items,
  dueOn,
})

const sum = (lines: readonly ProgressLine[], of: (line: ProgressLine) => number) => lines.reduce((all, line) => all + of(line), 0)

/** What all of them share, or null. */
const shared = (days: readonly (string | null)[]) => (new Set(days).size === 1 ? days[0]! : null)

export const sumOf = (unitId: string, name: string, lines: readonly ProgressLine[]): ProgressLine => ({
  unitId,
  name,
  people: sum(lines, ({ people }) => people),
  complete: sum(lines, ({ complete }) => complete),
  items: Object.fromEntries(Object.keys(lines[0]?.items ?? {}).map(key => [key, sum(lines, ({ items }) => items[key] ?? 0)])),
  dueOn: shared(lines.map(({ dueOn }) => dueOn)),
})

/** A branch that stands directly under the committee is a group of its own, without branches. */
export const groupsOf = (rows: readonly UnitProgress[]): ProgressGroup[] =>
  [...Map.groupBy(rows, ({ above, unitId }) => above?.unitId ?? unitId)].map(([unitId, inside]) => {
    const lines = inside.map(lineOf)
    const [first] = inside
    if (!first!.above) return { ...lines[0]!, branches: [] }
    return { ...sumOf(unitId, first!.above.name, lines), branches: lines }
  })

/** A full share only where nobody lacks it. */
export const shareOf = (done: number, people: number): number => (people === 0 ? 100 : Math.floor((done / people) * 100))

export const daysLeftWords = (dueOn: string | null, today: string): string => {
  if (dueOn === null) return '离校日还没有定'
  const left = daysBetween(today as Day, dueOn as Day)
  if (left < 0) return `离校日已过 ${-left} 天`
  return left === 0 ? '今天是离校日' : `离校还有 ${left} 天`
}
