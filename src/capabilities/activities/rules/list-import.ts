/** A sheet signed on paper: its columns, what a row says, and why it cannot be written into the list of the activity. */
import { type Cell, type Complaint, type Field, nearest, type Reading, readText, type TableRow, textOf } from '../../imports/rules.ts'
import { type AttendanceState, attendanceNames, type MarkRefusal } from './attending.ts'
import { type Found, type Person, unfoundIn } from './named.ts'

export type ListedState = Exclude<AttendanceState, 'coming'>
export type ListEntry = { studentNumber: string | null; name: string | null; state: ListedState; reason: string }

/** As branches write it; the first of each is what the form offers. */
const words: Record<ListedState, readonly string[]> = {
  present: ['到', '到会', '已到', '出席', '参加', '签到', '是', '√', '✓', '1'],
  late: ['迟到', '迟', '晚到'],
  absent: ['缺席', '请假', '缺', '未到', '事假', '病假', '否', '×', '0'],
  'made-up': ['补课', '补', '补做', '已补'],
}
const states = Object.keys(words) as ListedState[]
export const listedWords = states.map(state => words[state][0]!)

const readState = (raw: Exclude<Cell, null>): Reading<ListedState> => {
  const text = textOf(raw)
  const state = states.find(each => words[each].includes(text))
  if (state) return { value: state, text: words[state][0]! }
  const suggestion = nearest(text, listedWords)
  const says = `“${text.slice(0, 20)}”看不出到没到。可填：${listedWords.join('、')}；空着的算到。`
  return { value: null, problems: [{ kind: 'no-such-state', severity: 'error', text: says, ...(suggestion && { suggestion }) }] }
}

export const listFields: readonly Field[] = [
  { key: 'studentNumber', label: '学号', synonyms: ['学生学号', '编号'], required: false, read: readText('学号', 40) },
  { key: 'name', label: '姓名', synonyms: ['党员姓名', '参加人', '参加人员', '签到人'], required: false, read: readText('姓名', 50) },
  {
    key: 'state',
    label: '状态',
    synonyms: ['情况', '到会情况', '签到', '签到情况', '出席情况', '是否到会'],
    required: false,
    read: readState,
  },
  {
    key: 'reason',
    label: '原因',
    synonyms: ['缺席原因', '请假原因', '补课方式', '说明', '备注'],
    required: false,
    read: readText('原因', 200),
  },
]

export const listEntry = (
  { values, wrong }: Pick<TableRow, 'values' | 'wrong'>,
  say: (field: string, complaint: Complaint) => void,
): ListEntry | null => {
  const { studentNumber, name, state, reason } = values as Partial<ListEntry>
  if (!studentNumber && !name) {
    say('studentNumber', { kind: 'nobody', severity: 'error', text: '学号和姓名都没有填写，不知道是谁。请补上学号。' })
    return null
  }
  if (wrong.has('state')) return null
  return { studentNumber: studentNumber || null, name: name || null, state: state ?? 'present', reason: reason ?? '' }
}

export interface HeldListed<Someone extends Person = Person> {
  found: Found<Someone>
  /** An earlier row meant the same person in other words. */
  twice: boolean
  /** What stands on the list: signed or written down. */
  before: { state: ListedState; reason: string } | null
  refusal: MarkRefusal | null
}

const refusalTexts: Record<MarkRefusal, string> = {
  'not-begun': '活动还没有开始签到，现在只能登记缺席。请在活动开始以后再导入这一行。',
  cancelled: '活动已经取消，不再登记。',
  'not-invited': '这次活动没有面向这个人所在的支部。请核对，或跳过这一行。',
  'list-closed': '这个人所在的支部已经结束登记，不能再写入。',
  'own-record': '本人的到会情况须由他人登记。请交支部另一位同志导入，这一行可以跳过。',
  'reason-missing': '缺席和补课要写原因：为什么没来，或怎样补的。',
}
const refusalFields: Record<MarkRefusal, 'person' | 'state' | 'reason'> = {
  'not-begun': 'state',
  cancelled: 'person',
  'not-invited': 'person',
  'list-closed': 'person',
  'own-record': 'person',
  'reason-missing': 'reason',
}

const twice: Complaint = { kind: 'twice', severity: 'error', text: '前面已有一行说的是同一个人。请核对，多余的一行可以跳过。' }

export function listComplaints(entry: ListEntry, { found, twice: again, refusal }: HeldListed): { field: string; complaint: Complaint }[] {
  if ('problem' in found) return [unfoundIn(entry, found)]
  const person = entry.studentNumber === null ? 'name' : 'studentNumber'
  if (again) return [{ field: person, complaint: twice }]
  if (refusal === null) return []
  const field = refusalFields[refusal]
  const complaint: Complaint = { kind: refusal, severity: 'error', text: refusalTexts[refusal] }
  return [{ field: field === 'person' ? person : field, complaint }]
}

/** What the sheet says otherwise than the list; a reason that it leaves out stays. */
export const listChanges = ({ before }: Pick<HeldListed, 'before'>, { state, reason }: ListEntry) =>
  before === null
    ? []
    : [
        ...(before.state === state
          ? []
          : [{ field: 'state', label: '状态', before: attendanceNames[before.state], after: attendanceNames[state] }]),
        ...(reason === '' || before.reason === reason ? [] : [{ field: 'reason', label: '原因', before: before.reason, after: reason }]),
      ]
