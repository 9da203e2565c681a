/** A list of stamped receipts that came back: whose letter, and on which day. */
import type { Day } from '../../../../kernel/day.ts'
import { type Field, readDay, readText, type TableRow } from '../../../imports/rules.ts'
import { type HeldAttempt, isStillOut, type Naming, namingFields, type Planned, type Said, said } from './outside.ts'

export type ReceiptEntry = Naming & { on: Day; handler: string | null; phone: string | null; note: string | null }

export const receiptFields: readonly Field[] = [
  {
    key: 'letterNumber',
    label: '介绍信编号',
    synonyms: ['编号', '信号', '介绍信号', '字号', '介绍信字号'],
    required: false,
    read: readText('介绍信编号', 60),
  },
  ...namingFields,
  {
    key: 'on',
    label: '回执日期',
    synonyms: ['收到日期', '接收日期', '落款日期', '日期', '回执时间'],
    required: true,
    essential: true,
    read: readDay('回执日期'),
  },
  { key: 'handler', label: '经办人', synonyms: ['对方经办人', '接收方经办人', '联系人'], required: false, read: readText('经办人', 40) },
  { key: 'phone', label: '电话', synonyms: ['经办人电话', '联系电话', '对方电话'], required: false, read: readText('电话', 40) },
  { key: 'note', label: '备注', synonyms: ['说明'], required: false, read: readText('备注', 100) },
]

export const receiptEntry = ({ values }: Pick<TableRow, 'values'>): ReceiptEntry | null => {
  const {
    letterNumber = null,
    studentNumber = null,
    name = null,
    idNumber = null,
    on,
    handler = null,
    phone = null,
    note = null,
  } = values as Partial<ReceiptEntry>
  return on ? { letterNumber, studentNumber, name, idNumber, on, handler, phone, note } : null
}

/** Each is a stamped receipt: it proves acceptance, and nothing else does here. */
export function planReceipt({ on, handler, phone, note }: ReceiptEntry, held: HeldAttempt): Planned {
  const isOther = isStillOut(held, 'paper')
  if (!isOther && (held.state === 'received' || held.state === 'closed')) return { moves: [], notes: otherwise(on, held) }
  const proof = { kind: 'stamped-receipt', shown: 'paper', ...(handler && { handler }), ...(phone && { phone }) } as const
  return { moves: [{ step: isOther ? 'accept-other' : 'accept', on, proof, ...(note && { note }) }], notes: [] }
}

function otherwise(on: Day, { paperAt, paperEndedOn, acceptedOn }: HeldAttempt): Said[] {
  const kept = '请核对；导入不改动这里的登记。'
  if (paperAt === 'rejected') return [said('on', 'ends-differ', `这里登记的是信被退回。${kept}`, 'warning')]
  if (paperAt === 'issued') return [said('on', 'not-handed-out', '这里还没有登记领信，没有可以补登的。请先核对信在谁手里。', 'warning')]
  const day = paperEndedOn ?? acceptedOn
  return day !== null && day !== on ? [said('on', 'held-otherwise', `这里登记的接收日期是 ${day}。${kept}`, 'warning')] : []
}
