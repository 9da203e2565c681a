import { onOfficeClock } from '../../../kernel/day.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { type ActivityState, type AttendanceState, attendanceNames, stateNames } from '../rules.ts'
import { attendanceLook, stateLook } from './words.ts'

export const StateMark = ({ state, pill = false }: { state: ActivityState; pill?: boolean }) => (
  <Mark {...stateLook[state]} pill={pill}>
    {stateNames[state]}
  </Mark>
)

export const AttendanceMark = ({ state, title }: { state: AttendanceState; title?: string }) => (
  <Mark {...attendanceLook[state]} title={title}>
    {attendanceNames[state]}
  </Mark>
)

/** `6/8 14:00–15:30`, as lists say it. */
export const timeOf = ({ onDay, begins, ends }: { onDay: string; begins: string; ends: string | null }): string =>
  `${Number(onDay.slice(5, 7))}/${Number(onDay.slice(8, 10))} ${begins}${ends ? `–${ends}` : ''}`

/** `周敏 6 月 8 日 15:20`: who saved, and when. */
export const savedWords = (saved: { at: string; by: string } | null): string => {
  if (!saved) return ''
  const at = onOfficeClock(saved.at)
  return `${saved.by} ${Number(at.slice(5, 7))} 月 ${Number(at.slice(8, 10))} 日 ${at.slice(11, 16)} `
}
