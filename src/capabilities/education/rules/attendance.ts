/** A sheet of who took part in what: its columns, what a row says, and why it cannot be confirmed. */
import type { Day } from '../../../kernel/day.ts'
import { type Found, type Person, unfoundIn } from '../../activities/rules.ts'
import {
  type Cell,
  type Complaint,
  type Field,
  nearest,
  type Reading,
  readDay,
  readText,
  type TableRow,
  textOf,
} from '../../imports/rules.ts'
import type { ChecklistItem } from '../../plans/rules.ts'
import { detailFields, detailsIn, leftOutOf, type WrittenDetails } from './attendance-details.ts'
import type { ConfirmedItem, ConfirmRefusal } from './items.ts'

export type Item = ConfirmedItem & Pick<ChecklistItem, 'name' | 'short'>
export type AttendanceFacts = { cohortId: string; items: readonly Item[]; today: Day }
/** By student number where the row has one, else by name. */
export type AttendanceEntry = WrittenDetails & {
  studentNumber: string | null
  name: string | null
  item: string
  doneOn: Day
  evidence: string
}

/** Words for what one did that say the item without its exact name: 听党课, 捐书. */
const bare = (text: string) => text.replace(/[\s\d一二两三]|次|本|开展|校园|经典/g, '')

const readItem = (raw: Exclude<Cell, null>, facts: AttendanceFacts | null): Reading<string> => {
  const items = facts?.items ?? []
  const text = textOf(raw)
  const exact = items.find(({ key, name, short }) => [key, name, short].includes(text))
  if (exact) return { value: exact.key, ...(exact.name !== text && { text: exact.name, repair: 'full-name' as const }) }
  const like = items.filter(({ name, short }) => bare(text) !== '' && (bare(name) === bare(text) || bare(text).includes(bare(short))))
  if (like.length === 1) return { value: like[0]!.key, text: like[0]!.name, repair: 'full-name' }
  const names = items.map(({ name }) => name)
  const suggestion = nearest(text, names)
  const says = `方案里没有“${text.slice(0, 20)}”这一项。可填：${names.join('、')}。`
  return { value: null, problems: [{ kind: 'no-such-item', severity: 'error', text: says, ...(suggestion && { suggestion }) }] }
}

export const attendanceFields: readonly Field<unknown, AttendanceFacts | null>[] = [
  { key: 'studentNumber', label: '学号', synonyms: ['学生学号', '编号'], required: false, read: readText('学号', 40) },
  { key: 'name', label: '姓名', synonyms: ['党员姓名', '参加人', '参加人员'], required: false, read: readText('姓名', 50) },
  {
    key: 'item',
    label: '项目',
    synonyms: ['五个一项目', '五个一', '内容', '活动', '活动项目', '活动类型'],
    required: true,
    essential: true,
    read: readItem,
  },
  {
    key: 'doneOn',
    label: '日期',
    synonyms: ['完成日期', '参加日期', '活动日期', '时间', '完成时间', '活动时间'],
    required: true,
    essential: true,
    read: readDay('日期'),
  },
  {
    key: 'evidence',
    label: '凭据',
    synonyms: ['证明', '材料', '签到表', '佐证', '佐证材料', '备注'],
    required: false,
    read: readText('凭据', 200),
  },
  ...detailFields,
]

export const attendanceEntry = (
  { values, wrong }: Pick<TableRow, 'values' | 'wrong'>,
  say: (field: string, complaint: Complaint) => void,
): AttendanceEntry | null => {
  const { studentNumber = null, name = null, item, doneOn, evidence } = values as Partial<AttendanceEntry>
  if (!studentNumber && !name)
    say('studentNumber', { kind: 'nobody', severity: 'error', text: '学号和姓名都没有填写，不知道是谁。请补上学号。' })
  if (!item || !doneOn || (!studentNumber && !name)) return null
  // Without its hours the row would say something else.
  if (wrong.has('hours')) return null
  return { studentNumber, name, item, doneOn, evidence: evidence ?? '', ...detailsIn(values) }
}

const refusalTexts: Record<ConfirmRefusal, string> = {
  'no-such-item': '方案里没有这一项。',
  'own-record': '本人的记录须由他人确认。请交支部另一位老师或党总支导入，这一行可以跳过。',
  'future-day': '日期晚于今天。请填实际参加的那一天。',
  'before-joining': '日期早于本人入党时间。请核对日期，或先更正名册上的入党时间。',
  'record-differs': '这一项不按这样记录。',
  'title-missing': '写了 ISBN 或受赠方，没有写书名。请补上书名。',
  'isbn-wrong': 'ISBN 校验不对，请对照书背。',
  'hours-missing': '没有写时长。',
  'hours-wrong': '时长请按半小时填写，一天不超过 24 小时。',
  'no-such-alternative': '方案里没有这种替代方式。',
  'not-exempt': '方案没有允许免做这一项。',
  'reason-missing': '没有写原因。',
  'evidence-missing': '没有写凭据。请写明签到表、书名等可核对的材料。',
  'already-confirmed': '这一天的这一项已经确认过。',
  enough: '这一项的次数已经够了，不必再登记，这一行可以跳过。',
}
const refusalFields: Record<ConfirmRefusal, string> = {
  'no-such-item': 'item',
  'own-record': 'studentNumber',
  'future-day': 'doneOn',
  'before-joining': 'doneOn',
  'record-differs': 'item',
  'title-missing': 'title',
  'isbn-wrong': 'isbn',
  'hours-missing': 'hours',
  'hours-wrong': 'hours',
  'no-such-alternative': 'evidence',
  'not-exempt': 'evidence',
  'reason-missing': 'evidence',
  'evidence-missing': 'evidence',
  'already-confirmed': 'doneOn',
  enough: 'item',
}

/** `evidence` of what is confirmed for that day already; a refusal of what is not. `says`: the row's own, as it would be kept. */
export type HeldAttendance<Someone extends Person = Person> = {
  found: Found<Someone>
  evidence: string | null
  says: string
  refusal: ConfirmRefusal | null
}

type Said = { field: string; complaint: Complaint }[]

const otherEvidence = (evidence: string): Complaint => ({
  kind: 'other-evidence',
  severity: 'warning',
  text: `已按“${evidence}”确认过，导入不改动。确要更正的，请先撤销再确认。`,
})

export const attendanceComplaints = (entry: AttendanceEntry, held: HeldAttendance, items: readonly Item[]): Said => {
  const { found, evidence, says, refusal } = held
  if ('problem' in found) return [unfoundIn(entry, found)]
  const item = items.find(({ key }) => key === entry.item)
  const leftOut = item ? leftOutOf(item, entry) : []
  if (evidence !== null) return says !== '' && evidence !== says ? [{ field: 'evidence', complaint: otherEvidence(evidence) }] : []
  if (refusal === null) return leftOut
  return [...leftOut, { field: refusalFields[refusal], complaint: { kind: refusal, severity: 'error', text: refusalTexts[refusal] } }]
}
