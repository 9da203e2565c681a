import type { TodayView } from '../contract.ts'
import { daysTo } from './days.ts'
import { taskShort } from './words.ts'

type Milestone = TodayView['milestones'][number]
export type PointKind = 'done' | 'late' | 'next' | 'ahead'
export type Point = { day: string; names: string[]; kind: PointKind; says: string }

/** Counted by units; 附件2 comes in batches and is counted by people. */
const byUnits = ({ task }: Milestone) => task === 'roster' || task === 'delayed'
const isDone = ({ progress }: Milestone) => progress !== null && progress.done >= progress.of

const percent = ({ done, of }: { done: number; of: number }) => `${Math.floor((done / of) * 100)}%`

/** What the day has come to: 已报 8 个，缺 1 个 · 63%. */
const saysOf = (rows: readonly Milestone[], days: number): string => {
  const counted = rows.filter(({ progress }) => progress !== null && progress.of > 0)
  const worst = counted.find(row => !isDone(row)) ?? counted[0]
  if (worst?.progress) {
    const { done, of } = worst.progress
    if (done >= of) return '齐'
    if (byUnits(worst)) return days < 0 ? `已报 ${done} 个，缺 ${of - done} 个` : `已报 ${done} / ${of} 个`
    return percent(worst.progress)
  }
  if (days === 0) return '今天'
  return days < 0 ? '' : `${days} 天后`
}

const kindOf = (rows: readonly Milestone[], days: number): PointKind => {
  if (days >= 0) return rows.some(({ progress }) => progress) && rows.every(isDone) ? 'done' : 'ahead'
  return rows.some(({ progress }) => progress && progress.done < progress.of) ? 'late' : 'done'
}

/** One point for each day of the plan, with the leaving day; the nearest one ahead is marked. */
export const pointsOf = ({ milestones, leavingDay, issuedOn, today }: TodayView): Point[] => {
  const days = new Map<string, Milestone[]>()
  for (const row of milestones) days.set(row.dueOn, [...(days.get(row.dueOn) ?? []), row])
  for (const day of [leavingDay, issuedOn]) if (day && !days.has(day)) days.set(day, [])
  const points = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, rows]): Point => {
      const until = daysTo(today, day)
      const names = [...new Set(rows.map(({ task }) => taskShort[task]))]
      if (day === leavingDay) names.unshift('离校')
      if (day === issuedOn && names.length === 0) names.push('印发通知')
      return { day, names, kind: kindOf(rows, until), says: saysOf(rows, until) }
    })
  const next = points.find(({ day, kind }) => day >= today && kind === 'ahead')
  return points.map(point => (point === next ? { ...point, kind: 'next' } : point))
}

/** 离校、主题教育 等 5 项 */
export const namesInWords = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, 2).join('、')} 等 ${names.length} 项` : names.join('、')

export type Placed = Point & { at: number; lane: number; toLeft: boolean }

/** A Han character of a label, in per cent of the drawing: on a desk, and where the window is tight. */
export const characterWidth = { wide: 1.3, tight: 2.2 }
const widthOf = ({ names, says }: Point, character: number) =>
  Math.max(Array.from(namesInWords(names)).length, Array.from(says).length * 0.8, 3) * character + 1

/** Labels that would stand in each other go a storey up. */
export const placed = (points: readonly Point[], at: (day: string) => number, character = characterWidth.wide): Placed[] => {
  const ends: number[] = []
  return points.map(point => {
    const x = at(point.day)
    const width = widthOf(point, character)
    const toLeft = x + width > 100
    const start = toLeft ? x - width : x
    const free = ends.findIndex(end => end <= start)
    const lane = free === -1 ? ends.length : free
    ends[lane] = start + width
    return { ...point, at: x, lane, toLeft }
  })
}

export type Phase = { name: string; from: string; to: string; percent: number; says: string }

/** What runs from the notice to its day: bars filled as far as it has come. Of several levels the last one's day counts. */
export const phasesOf = ({ milestones, issuedOn }: TodayView): Phase[] => {
  const from = issuedOn ?? milestones[0]?.dueOn
  return milestones.flatMap((row, at) => {
    const { task, dueOn, progress } = row
    if (milestones.findLastIndex(other => other.task === task) !== at) return []
    if (!from || dueOn <= from || !progress || progress.of === 0 || byUnits(row)) return []
    const share = (progress.done / progress.of) * 100
    return [{ name: taskShort[task], from, to: dueOn, percent: share, says: `${progress.done} / ${progress.of} 人，${percent(progress)}` }]
  })
}
