/** The list that the external Party-affairs system gives out: serial, start, where it stands. */
import type { Day } from '../../../../kernel/day.ts'
import { type Field, indexCodes, readCode, readDay, readText, type TableRow } from '../../../imports/rules.ts'
import { type HeldAttempt, isStillOut, type Move, type Naming, namingFields, type Planned, type Said, said } from './outside.ts'

export type ResultStatus = 'accepted' | 'rejected' | 'under-way'
export type ResultEntry = Naming & {
  serial: string | null
  startedOn: Day | null
  status: ResultStatus
  on: Day | null
  reason: string | null
  /** The organisation as the system names it. */
  receiver: string | null
}

const statuses = indexCodes<ResultStatus>('状态', [
  { code: 'accepted', label: '已接收', also: ['接收', '已接受', '转接完成', '已完成', '完成', '办结', '转接成功', '成功'] },
  { code: 'rejected', label: '退回', also: ['已退回', '被退回', '拒绝', '已拒绝', '不予接收', '审核不通过', '不通过'] },
  { code: 'under-way', label: '办理中', also: ['审批中', '待接收', '转接中', '审核中', '进行中', '在途', '待审核', '待审批'] },
])
export const statusLabels = statuses.labels

export const resultFields: readonly Field[] = [
  ...namingFields,
  {
    key: 'serial',
    label: '编号/流水',
    synonyms: ['编号', '流水号', '流水', '转接编号', '业务编号', '申请编号', '单号'],
    required: false,
    read: readText('编号/流水', 60),
  },
  {
    key: 'startedOn',
    label: '发起日期',
    synonyms: ['发起时间', '申请日期', '申请时间', '转出日期', '开具/发起日期'],
    required: false,
    read: readDay('发起日期'),
  },
  {
    key: 'status',
    label: '状态',
    synonyms: ['转接状态', '办理状态', '结果', '当前状态'],
    required: true,
    essential: true,
    read: readCode(statuses),
  },
  {
    key: 'on',
    label: '办理日期',
    synonyms: ['接收日期', '接收时间', '办理时间', '日期', '完成日期', '完成时间', '退回日期'],
    required: false,
    read: readDay('办理日期'),
  },
  {
    key: 'receiver',
    label: '转入党组织',
    synonyms: ['接收党组织', '目标党组织', '接收组织', '转入组织', '转入支部', '接收方', '抬头'],
    required: false,
    read: readText('转入党组织', 120),
  },
  { key: 'reason', label: '原因', synonyms: ['退回原因', '拒绝原因', '说明', '备注'], required: false, read: readText('原因', 200) },
]

export const resultEntry = ({ values }: Pick<TableRow, 'values'>): ResultEntry | null => {
  const {
    status,
    studentNumber = null,
    name = null,
    idNumber = null,
    serial = null,
    startedOn = null,
    on = null,
    reason = null,
    receiver = null,
  } = values as Partial<ResultEntry>
  return status ? { studentNumber, name, idNumber, letterNumber: null, serial, startedOn, status, on, reason, receiver } : null
}

/** 已接收 2023-06-08；… */
export const resultWords = ({ status, on, reason }: Pick<ResultEntry, 'status' | 'on' | 'reason'>): string =>
  [[statusNames[status], on].filter(Boolean).join(' '), status === 'rejected' && reason].filter(Boolean).join('；')

const statusNames: Record<ResultStatus, string> = { accepted: '已接收', rejected: '退回', 'under-way': '办理中' }

/** Without its day an end is none: the rows of a year are not all of today. */
export const resultLacks = ({ status, on }: ResultEntry): Said[] =>
  status !== 'under-way' && on === null ? [said('on', 'day-missing', '已接收、退回的要写办理日期。请补上。')] : []

const otherwise = (field: string, what: string): Said =>
  said(field, 'held-otherwise', `${what}。导入不改动这里的登记，记入“不一致”，请再定。`, 'warning')

const unspaced = (text: string) => text.normalize('NFKC').replace(/\s/g, '')

const ends = { accepted: ['received', 'closed'], rejected: ['rejected'], 'under-way': [] } as const

/** What is held already stays; what the system knows beyond it is a step of the case. */
export function planResult(entry: Omit<ResultEntry, keyof Naming>, held: HeldAttempt): Planned {
  const { status, serial, startedOn, on, receiver } = entry
  const notes: Said[] = []
  if (held.serial !== null && serial !== null && held.serial !== serial) notes.push(otherwise('serial', `这里登记的流水是 ${held.serial}`))
  if (held.startedOn !== null && startedOn !== null && held.startedOn !== startedOn)
    notes.push(otherwise('startedOn', `这里登记的发起日期是 ${held.startedOn}`))
  if (held.addressee !== null && receiver !== null && unspaced(held.relayedTo ?? held.addressee) !== unspaced(receiver))
    notes.push(otherwise('receiver', `这里登记的是 ${held.relayedTo ?? held.addressee}`))
  if (isStillOut(held, 'system')) return { moves: status === 'under-way' ? [] : [endOf(entry, 'other')], notes }
  const isOver = [...ends.accepted, ...ends.rejected].some(state => state === held.state)
  if (isOver || held.systemAt === 'accepted' || held.systemAt === 'rejected') return { moves: [], notes: [...notes, ...ended(entry, held)] }
  const starts = held.systemAt === 'waiting'
  if (starts && startedOn === null && on === null)
    return { moves: [], notes: [...notes, said('startedOn', 'start-missing', '这里还没有登记发起，请补上发起日期。')] }
  const start: Move[] = starts ? [{ step: 'start', on: (startedOn ?? on)!, ...(serial && { serial }) }] : []
  if (status === 'under-way') {
    const notOurs =
      held.systemAt === 'none'
        ? [said('status', 'not-by-system', '这个人在这里不是走系统转接，没有可以登记的。记入“不一致”，请再定。', 'warning')]
        : []
    return { moves: start, notes: [...notes, ...notOurs] }
  }
  return { moves: [...start, endOf(entry, 'first')], notes }
}

/** `other`: the case is accepted already, and this moves nothing of it. */
function endOf({ status, serial, on, reason }: Omit<ResultEntry, keyof Naming>, which: 'first' | 'other'): Move {
  const day = on === null ? {} : { on }
  if (status === 'rejected')
    return { step: which === 'first' ? 'reject' : 'reject-other', ...day, track: 'system', ...(reason && { reason }) }
  const step = which === 'first' ? 'accept' : 'accept-other'
  return { step, ...day, proof: { kind: 'external-system' }, ...(serial && { note: `流水 ${serial}` }) }
}

/** How the case ended as the system would say it: by the system's own end, where that was told. */
export const endHeld = ({ state, systemAt, systemEndedOn, acceptedOn, rejectedOn }: HeldAttempt) =>
  state === 'rejected' || systemAt === 'rejected'
    ? ({ status: 'rejected', on: systemEndedOn ?? rejectedOn } as const)
    : ({ status: 'accepted', on: systemEndedOn ?? acceptedOn } as const)

/** Both have an end: the same, or two that do not agree and that a person has to look into. */
function ended({ status, on }: Pick<ResultEntry, 'status' | 'on'>, attempt: HeldAttempt): Said[] {
  const { status: held, on: day } = endHeld(attempt)
  if (status === 'under-way') return []
  if (status !== held)
    return [
      said(
        'status',
        'ends-differ',
        held === 'accepted'
          ? '这里已登记对方接收，文件里却是退回。记入“不一致”，请与对方核实后再定。'
          : '这里已登记被对方退回，文件里却是已接收。记入“不一致”，请与对方核实后再定。',
        'warning',
      ),
    ]
  return on !== null && day !== null && on !== day ? [otherwise('on', `这里登记的日期是 ${day}`)] : []
}
