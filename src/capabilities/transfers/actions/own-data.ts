/** What this room tells a member of the own transfer: every attempt, every answer that was given, every step. */
import { divisionName } from '../../../platform/divisions/index.ts'
import { type OwnDataPart, ownDataTime, type RequestContext } from '../../accounts/index.ts'
import { geographyNames, systemNames } from '../../plans/rules.ts'
import {
  type ChangedField,
  type Contact,
  destinationPaperName,
  destinations,
  type Form,
  methodNames,
  proofNames,
  questions,
  shownStateNames,
  stepNames,
} from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import * as store from '../store.ts'
import { openContacts } from './contacts.ts'

async function ownCase({ trx, scope }: RequestContext, memberId: string): Promise<BegunCase | null> {
  const id = await store.ownGraduateId(trx, scope, memberId)
  const [held] = id ? await store.casesOf(trx, scope, [id]) : []
  return held?.transfer ? held : null
}

const attempts: OwnDataPart = {
  key: 'transfers',
  label: '组织关系接转',
  columns: {
    number: '办理编号',
    ordinal: '第几次',
    state: '到哪一步',
    destination: '去向',
    unit: '去往单位',
    addressee: '抬头',
    geography: '范围',
    method: '方式',
    serial: '系统编号',
    letter: '介绍信',
    began: '开始',
    out: '转出',
    accepted: '接收',
    proof: '接收凭据',
    sentBack: '退回原因',
    rejected: '对方退回原因',
    ended: '结束',
  },
  async read(context, memberId) {
    const held = await ownCase(context, memberId)
    if (!held) return []
    return (await store.attemptsOf(context.trx, context.scope, held.transfer.id)).map(row => ({
      number: held.transfer.number,
      ordinal: String(row.ordinal),
      state: shownStateNames[row.state],
      destination: row.destination_type && destinations[row.destination_type].label,
      unit: row.unit_name,
      addressee: row.addressee_name,
      geography: row.geography && geographyNames[row.geography],
      method: row.method && methodNames[row.method],
      serial: row.serial,
      letter: row.letter_number,
      began: ownDataTime(row.created_at),
      out: row.out_on,
      accepted: row.accepted_on,
      proof: row.acceptance_proof && proofNames[row.acceptance_proof],
      sentBack: row.back_reason,
      rejected: row.rejected_reason,
      ended: row.ended_on,
    }))
  },
}

const contactText = ({ name, relation, phone }: Contact) => [name, relation, phone].filter(Boolean).join(' ')

const answerText = (field: keyof typeof questions, value: unknown): string => {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return (value as Contact[]).map(contactText).join('；')
  if (questions[field].kind === 'place') return divisionName(String(value).slice(0, 6)) ?? String(value)
  if (questions[field].kind === 'system') return systemNames[value as keyof typeof systemNames] ?? String(value)
  if (typeof value === 'object' && value !== null) return contactText(value as Contact)
  return String(value)
}

type Given = { which: string; form: Partial<Form>; sealed: Readonly<Record<string, unknown>> }

const answerRows = ({ which, form, sealed }: Given) => [
  ...(form.type ? [{ which, label: '毕业去向', text: destinations[form.type].label }] : []),
  ...Object.entries({ ...form.answers, ...sealed }).flatMap(([field, value]) =>
    field in questions && value !== null && value !== undefined
      ? [{ which, label: questions[field as keyof typeof questions].label, text: answerText(field as keyof typeof questions, value) }]
      : [],
  ),
]

const answers: OwnDataPart = {
  key: 'destination',
  label: '填报过的去向',
  columns: { which: '何时', label: '项目', text: '内容' },
  async read(context, memberId) {
    const held = await ownCase(context, memberId)
    if (!held) return []
    const sealedOf = async (attempt: BegunCase['attempt'], from: 'draft' | 'handed-in') =>
      ({ ...(await openContacts(context, [{ ...held, attempt }], from)).get(held.person.id) }) as Readonly<Record<string, unknown>>
    const given: Given[] = []
    for (const attempt of await store.attemptsOf(context.trx, context.scope, held.transfer.id))
      given.push({ which: `第 ${attempt.ordinal} 次`, form: attempt.destination, sealed: await sealedOf(attempt, 'handed-in') })
    if (held.transfer.draft) given.push({ which: '草稿', form: held.transfer.draft, sealed: await sealedOf(held.attempt, 'draft') })
    return given.flatMap(answerRows)
  },
}

const wholeLabels: Partial<Record<ChangedField, string>> = {
  type: '毕业去向',
  stay: '转出还是保留',
  geography: '范围',
  paper: '纸质介绍信',
  method: '方式',
}
const changedLabel = (field: ChangedField): string => wholeLabels[field] ?? questions[field as keyof typeof questions].label

/** Beside the steps of the rules a case notes these. */
const stepWords: Readonly<Record<string, string>> = {
  ...stepNames,
  begin: '开始填报去向',
  'decide-paper': '审定是否开纸质介绍信',
  'remove-paper': '撤下一份材料',
  'stay-contact': '登记联系',
  'add-picture': '附上回执照片',
  'remove-picture': '撤下回执照片',
  call: '按抬头库电话回拨',
}

const story: OwnDataPart = {
  key: 'transfer-story',
  label: '接转办理经过',
  columns: { at: '时间', step: '做了什么', by: '何人', reason: '原因', note: '附注' },
  async read({ trx, scope }, memberId) {
    return (await store.eventsOf(trx, scope, memberId)).map(({ at, step, actor_name, reason, note, changes }) => ({
      at: ownDataTime(at),
      step: stepWords[step] ?? step,
      by: actor_name,
      reason,
      note:
        [note, changes?.length && `改了：${changes.map(({ field }) => changedLabel(field)).join('、')}`].filter(Boolean).join('；') || null,
    }))
  },
}

const papers: OwnDataPart = {
  key: 'destination-papers',
  label: '去向材料（只列名称）',
  columns: { name: '材料', at: '附上时间', by: '何人', removed: '撤下' },
  async read({ trx, scope }, memberId) {
    return (await store.papersOfMember(trx, scope, memberId)).map(row => ({
      name: destinationPaperName(row),
      at: ownDataTime(row.addedAt),
      by: row.addedName,
      removed: row.removedAt && `${ownDataTime(row.removedAt)} ${row.removedName}：${row.removedReason}`,
    }))
  },
}

export const transfersOwnData: readonly OwnDataPart[] = [attempts, answers, papers, story]
