/** What a list from outside says of one person: whom it means, and which steps follow. The same for the external system's list and for receipts. */
import type { Day } from '../../../../kernel/day.ts'
import { type Cell, type Complaint, type Field, type Reading, readText, textOf } from '../../../imports/rules.ts'
import type { Track } from '../facts.ts'
import type { Proof } from '../proofs.ts'
import type { State, TrackName } from '../states.ts'
import type { Step } from '../steps.ts'

/** How a row names its person; null: not said. */
export type Naming = { studentNumber: string | null; name: string | null; idNumber: string | null; letterNumber: string | null }

export type Said = { field: string; complaint: Complaint }
export const said = (field: string, kind: string, text: string, severity: Complaint['severity'] = 'error'): Said => ({
  field,
  complaint: { kind, severity, text },
})

/** One step with what is told of it. */
export type Move = {
  step: Extract<Step, 'start' | 'relay' | 'accept' | 'reject' | 'accept-other' | 'reject-other'>
  on?: Day
  serial?: string
  note?: string
  reason?: string
  track?: TrackName
  proof?: Exclude<Proof, { kind: 'callback' | 'online-reply' }>
}

/** What is held of the living attempt. */
export type HeldAttempt = {
  state: State
  systemAt: Track['at']
  paperAt: Track['at']
  /** The day of each track's own end. */
  systemEndedOn: Day | null
  paperEndedOn: Day | null
  serial: string | null
  startedOn: Day | null
  acceptedOn: Day | null
  rejectedOn: Day | null
  letterNumber: string | null
  addressee: string | null
  relayedTo: string | null
}

/** The steps that a row asks for, in their order; none: it says what is held. `notes`: where both say otherwise. */
export type Planned = { moves: readonly Move[]; notes: readonly Said[] }

const over: readonly State[] = ['received', 'closed']
/** Accepted already by the other track, while this one has not come to its end. */
export const isStillOut = ({ state, systemAt, paperAt }: HeldAttempt, track: TrackName): boolean =>
  over.includes(state) && (track === 'system' ? systemAt : paperAt) === 'out'

const ID_NUMBER = /^\d{17}[\dX]$/
const readIdNumber = (raw: Exclude<Cell, null>): Reading<string> => {
  const text = textOf(raw).replace(/\s/g, '').toUpperCase()
  if (typeof raw !== 'number' && ID_NUMBER.test(text)) return { value: text }
  const says = '公民身份号码应是 18 位，按文本填写（按数字存会丢掉末几位）。请核对，或改用学号。'
  return { value: null, problems: [{ kind: 'id-number', severity: 'error', text: says }] }
}

export const namingFields: readonly Field[] = [
  { key: 'studentNumber', label: '学号', synonyms: ['学生学号'], required: false, read: readText('学号', 40) },
  { key: 'name', label: '姓名', synonyms: ['党员姓名'], required: false, read: readText('姓名', 50) },
  {
    key: 'idNumber',
    label: '公民身份号码',
    synonyms: ['身份证号', '身份证号码', '身份证', '证件号码'],
    required: false,
    read: readIdNumber,
  },
]

export const namingKey = ({ studentNumber, idNumber, letterNumber }: Naming): string => studentNumber ?? idNumber ?? letterNumber ?? ''

/** A name alone is nobody: two may be called so. */
export const unnamed = (naming: Naming, byLetter: boolean): Said | null => {
  if (namingKey(naming) !== '' && (naming.idNumber === null || naming.studentNumber !== null || naming.name !== null)) return null
  if (naming.idNumber !== null) return said('name', 'name-missing', '用身份证号对人的，还要写姓名。请补上姓名或学号。')
  return said('studentNumber', 'nobody', `没有写学号${byLetter ? '或介绍信编号' : '或身份证号'}，不知道是谁。请补上。`)
}

export type Match = { problem: string; field: string; text: string } | { graduateId: string }

type Person = { id: string; studentNumber: string; name: string; letterNumber: string | null }

/** Among the unit's graduates of the year; what the row says beside has to agree. */
export function matchOf(naming: Naming, person: Person | undefined): Match {
  const field = naming.studentNumber !== null ? 'studentNumber' : naming.idNumber !== null ? 'idNumber' : 'letterNumber'
  if (!person) return { problem: 'nobody-here', field, text: '本单位本届名册里没有这个人。请核对号码；别的单位的人，由那个单位导入。' }
  if (naming.name !== null && naming.name !== person.name)
    return { problem: 'name-differs', field: 'name', text: `名册里的姓名是“${person.name}”。请核对是号码还是姓名填错。` }
  if (naming.letterNumber !== null && person.letterNumber !== null && naming.letterNumber !== person.letterNumber)
    return {
      problem: 'other-letter',
      field: 'letterNumber',
      text: `这个人现在的介绍信是 ${person.letterNumber}。请核对编号；旧信的回执不作数。`,
    }
  return { graduateId: person.id }
}
