/** What keeps a case from being forgotten: lamps, levels, keepers, contacts, arrivals elsewhere. */
import type { Day } from '../../../kernel/day.ts'
import type { Membership } from '../../roster/rules.ts'
import type { ArrivalState, ContactWay, EscalationLevel, Lamp, LetterWarning } from '../rules.ts'

/** What is said once: of a letter, of a level that a case has passed to, of who keeps it now. */
export type NoticeKind = `letter-${LetterWarning}` | `escalated-${EscalationLevel}` | 'keeper'

declare module '../../../platform/database/index.ts' {
  interface Tables {
    lamps: {
      school_id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      lamp: Lamp
      from_day: Day
      until_day: Day | null
    }
    season_days: { school_id: string; cohort_id: string; on_day: Day; done_at: Date }
    case_notices: {
      school_id: string
      id: string
      graduate_id: string
      member_id: string
      path: string
      kind: NoticeKind
      mark: string
      on_day: Day
    }
    escalations: {
      school_id: string
      cohort_id: string
      graduate_id: string
      member_id: string
      path: string
      level: EscalationLevel
      lamp: Lamp
      from_day: Day
    }
    case_keepers: {
      school_id: string
      graduate_id: string
      cohort_id: string
      member_id: string
      path: string
      unit_name: string
      account_id: string | null
      name: string | null
      phone: string | null
      since_day: Day
    }
    stay_contacts: {
      school_id: string
      id: string
      transfer_id: string
      member_id: string
      path: string
      on_day: Day
      way: ContactWay
      spoken_with: string
      note: string
      at: Date
      actor_id: string
      actor_name: string
    }
    arrivals: {
      school_id: string
      id: string
      path: string
      from_school_id: string
      from_attempt_id: string
      from_committee: string
      name: string
      sex: 'male' | 'female' | null
      membership: Membership
      letter_number: string | null
      dues_paid_to: string | null
      phone_last4: string | null
      arrived_on: Day
      state: ArrivalState
      decided_on: Day | null
      decided_by: string | null
      decided_name: string | null
      reason: string | null
      heard: boolean | null
      announced: boolean
      version: number
    }
  }
}
