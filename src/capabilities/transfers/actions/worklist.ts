/** What is typed into the external Party-affairs system, person by person, with full numbers: shown for a recorded reason. */
import { divisionName } from '../../../platform/divisions/index.ts'
import { listWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { openPeople } from '../../roster/index.ts'
import { membershipNames } from '../../roster/rules.ts'
import { questions, type SealedAnswers } from '../rules.ts'
import type { BegunCase, Case } from '../store/cases.ts'
import * as store from '../store.ts'
import { openContacts } from './contacts.ts'
import { within } from './read.ts'
import { factsOf, orgCodeOf, type Setting, settingOf } from './setting.ts'
import { stepsFor } from './views.ts'

type Input = { cohortId: string; path?: string | undefined; reason: string; ids?: string[] | undefined }
type Sensitive = { idNumber: string | null; phone: string | null }

/** The cases whose external start waits, and which this actor may start. */
const startable = (cases: readonly Case[], setting: Setting): BegunCase[] =>
  cases.filter((held): held is BegunCase => held.attempt !== null && stepsFor(held, factsOf(held, setting), setting).includes('start'))

const written = (value: unknown) => (typeof value === 'string' ? value : '')
const contactIn = ({ receiverContact }: SealedAnswers) => (receiverContact ? `${receiverContact.name} ${receiverContact.phone}` : '')

const agreedIn = (on: unknown, agreed: boolean, { confirmedWith }: SealedAnswers) =>
  agreed ? ['已确认', written(on), confirmedWith?.name, confirmedWith?.phone].filter(Boolean).join(' ') : ''

/** In the order in which the system asks. */
const fieldsOf = ({ person, attempt }: BegunCase, { idNumber, phone }: Sensitive, sealed: SealedAnswers) => {
  const { answers } = attempt.destination
  const rows: [key: string, label: string, value: string][] = [
    ['name', '姓名', person.name],
    ['idNumber', '公民身份号码', idNumber ?? ''],
    ['phone', '手机', phone ?? ''],
    ['membership', '党员类别', membershipNames[person.membership]],
    ['from', '转出党支部', person.branchName],
    ['addressee', '转入党组织', attempt.addressee_name ?? ''],
    ['receivingBranch', questions.receivingBranch.label, written(answers.receivingBranch)],
    ['orgCode', questions.orgCode.label, orgCodeOf(person, attempt.destination)],
    ['receiverPlace', questions.receiverPlace.label, divisionName(written(answers.receiverPlace).slice(0, 6)) ?? ''],
    ['unitName', questions.unitName.label, attempt.unit_name ?? ''],
    ['duesPaidTo', questions.duesPaidTo.label, written(answers.duesPaidTo) || (person.duesPaidTo ?? '')],
    ['receiverContact', questions.receiverContact.label, contactIn(sealed)],
    ['confirmed', questions.confirmed.label, agreedIn(answers.confirmedOn, answers.confirmed === true, sealed)],
  ]
  return rows.map(([key, label, value]) => ({ key, label, value }))
}

export async function worklist(context: RequestContext, { cohortId, path, reason, ids }: Input) {
  const { trx, today, record } = context
  const scope = within(context.scope, path)
  const setting = await settingOf(context, cohortId)
  const waiting = await store.waitingIn(trx, scope, cohortId, 'system')
  const cases = startable(await store.casesOf(trx, scope, waiting), setting).filter(({ transfer }) => !ids || ids.includes(transfer.id))
  const people = await openPeople(
    context,
    cases.map(({ person }) => person.memberId),
  )
  const contacts = await openContacts(context, cases, 'handed-in')
  for (const { person, transfer } of cases)
    record({
      kind: 'transfer',
      id: transfer.id,
      path: person.path,
      after: { shown: ['idNumber', 'phone', 'receiverContact'], reason, on: today },
    })
  return cases.map(held => ({
    id: held.transfer.id,
    version: held.transfer.version,
    number: held.transfer.number,
    branchName: held.person.branchName,
    dueOn: held.attempt.due_on,
    fields: fieldsOf(held, people.get(held.person.memberId) ?? { idNumber: null, phone: null }, contacts.get(held.person.id) ?? {}),
  }))
}

type Told = Awaited<ReturnType<typeof worklist>>[number]

const columnAt = ({ key, label }: Told['fields'][number]) => ({
  header: label,
  cell: ({ fields }: Told) => fields.find(field => field.key === key)?.value ?? '',
})

/** The same in the order of the external system, a row for each person: to be typed from on another machine. The numbers stand in full. */
export async function worklistFile(context: RequestContext, input: Input): Promise<File> {
  const rows = await context.within(inside => worklist(inside, input))
  const columns = [
    { header: '编号', cell: ({ number }: Told) => number },
    ...(rows[0]?.fields.map(columnAt) ?? []),
    { header: '期限', cell: ({ dueOn }: Told) => dueOn ?? '' },
  ]
  const by = `含完整号码，用途：${input.reason}　${context.actor.name}`
  return listWorkbook({ name: '系统发起清单', by, on: context.today, columns, rows })
}
