import type { ColumnType, Generated } from 'kysely'
import type { Day } from '../../kernel/day.ts'
import type { RichText } from '../../kernel/rich-text.ts'
import type { ActivityState, AttendanceState, FileKind, SigningWay } from './rules.ts'

declare module '../../platform/database/index.ts' {
  interface Tables {
    activities: {
      school_id: string
      id: string
      cohort_id: string
      kind: string
      title: string
      held_unit: string
      held_path: string
      audience: ColumnType<string[], string[], string[]>
      on_day: Day
      begins: string
      ends: string | null
      place: string
      link: string
      host: string
      speaker: string
      recorder: string
      about: string
      minutes: ColumnType<RichText, string | undefined, string>
      minutes_version: Generated<number>
      minutes_at: Date | null
      minutes_name: string | null
      state: Generated<ActivityState>
      told: Generated<boolean>
      opened_at: Date | null
      cancel_reason: string | null
      version: Generated<number>
      made_by: string
      made_name: string
      created_at: Generated<Date>
    }
    attendances: {
      school_id: string
      id: string
      activity_id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      state: AttendanceState
      how: SigningWay
      reason: string
      said_at: Date
      said_by: string
      said_name: string
    }
    activity_files: {
      school_id: string
      id: string
      activity_id: string
      held_path: string
      kind: FileKind
      name: string
      caption: Generated<string>
      mime: string
      size: number
      width: number | null
      height: number | null
      file_id: string
      thumbnail_id: string | null
      added_at: Date
      added_by: string
      added_name: string
    }
    activity_closings: {
      school_id: string
      activity_id: string
      path: string
      unit_id: string
      closed_by: string
      closed_name: string
      closed_at: Date
      counted: number
    }
  }
}
