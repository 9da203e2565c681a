/** Whom to call: what was sent and is still unproven past the plan's days, by receiver. */
import { daysBetween } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { everyRow, pageFrom, pageKey } from '../../../kernel/paging.ts'
import { listWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { receiversToCall } from '../../letters/index.ts'
import type { UnprovenRow } from '../contract.ts'
import { callOutcomeNames, mayCall } from '../rules.ts'
import type { BegunCase } from '../store/cases.ts'
import type { UnprovenKey } from '../store/receipt-calls.ts'
import * as store from '../store.ts'
import { within } from './read.ts'
import { callingOf, callView, receiverView } from './receipt-desk.ts'
import { factsOf, type Setting, settingOf, waitingOf } from './setting.ts'
import { stepsFor } from './views.ts'

type Asked = { cohortId: string; path?: string | undefined }
type Found = Awaited<ReturnType<typeof store.unprovenPage>>

async function rowsOf(context: RequestContext, setting: Setting, found: Found): Promise<UnprovenRow[]> {
  const { trx, scope, today } = context
  const since = new Map(found.map(row => [row.id, row.since]))
  const all = await store.casesOf(
    trx,
    scope,
    found.map(({ id }) => id),
  )
  const cases = all.filter((held): held is BegunCase => held.transfer !== null)
  const attempts = cases.map(({ attempt }) => attempt.id)
  const calls = Map.groupBy(await store.callsOf(trx, scope, attempts), ({ attemptId }) => attemptId)
  const evidence = await store.evidenceOf(trx, scope, attempts)
  const receivers = await receiversToCall(
    trx,
    scope,
    cases.flatMap(({ attempt }) => attempt.addressee_name ?? []),
  )
  return cases.map(held => {
    const { person, transfer, attempt } = held
    const receiver = receivers.get(attempt.addressee_name ?? '') ?? null
    const made = calls.get(attempt.id) ?? []
    const callable = mayCall(callingOf(context, held, setting, receiver)).allowed
    const acceptable =
      context.actor.permissions.has('transfers:handle') && stepsFor(held, factsOf(held, setting), setting).includes('accept')
    return {
      id: transfer.id,
      graduateId: person.id,
      name: person.name,
      branchName: person.branchName,
      method: attempt.method,
      state: attempt.state,
      letterNumber: attempt.letter_number,
      serial: attempt.serial,
      addressee: attempt.addressee_name ?? '',
      receiver: receiver && receiverView(context, receiver),
      since: since.get(person.id)!,
      days: daysBetween(since.get(person.id)!, today),
      calls: made.length,
      lastCall: made[0] ? callView(made[0]) : null,
      pictures: evidence.get(attempt.id)?.pictures ?? 0,
      can: [...(callable ? (['call'] as const) : []), ...(acceptable ? (['accept'] as const) : [])],
    }
  })
}

export async function callList(
  context: RequestContext,
  { cohortId, path, after, limit }: Asked & { after?: UnprovenKey | undefined; limit: number },
) {
  const scope = within(context.scope, path)
  const setting = await settingOf(context, cohortId)
  const waiting = waitingOf(setting)
  const found = await store.unprovenPage(context.trx, scope, cohortId, { ...waiting, after, limit: limit + 1 })
  const { page, next } = pageFrom(found, limit, ({ receiver, since, id }) => pageKey(receiver, since, id))
  return { rows: await rowsOf(context, setting, page), total: await store.unprovenCount(context.trx, scope, cohortId, waiting), next }
}

const text = (header: string, cell: (row: UnprovenRow) => string | null) => ({ header, cell: (row: UnprovenRow) => cell(row) ?? '' })

const columns = [
  text('接收党组织', row => row.addressee),
  text('电话', row => row.receiver?.phone ?? null),
  text('联系人', row => row.receiver?.contact ?? null),
  text('介绍信编号', row => row.letterNumber),
  text('系统编号', row => row.serial),
  text('姓名', row => row.name),
  text('党支部', row => row.branchName),
  text('预计收到', row => row.since),
  text('已等天数', row => String(row.days)),
  text('打过几次', row => String(row.calls)),
  text('最近一次', row => row.lastCall?.on ?? null),
  text('结果', row => row.lastCall && callOutcomeNames[row.lastCall.outcome]),
  text('说了什么', row => row.lastCall && [row.lastCall.answeredBy, row.lastCall.said].filter(Boolean).join('：')),
]

/** In the order of the screen. */
export async function exportedCallList(context: RequestContext, asked: Asked): Promise<File> {
  const rows = await context.within(async inside => {
    const scope = within(inside.scope, asked.path)
    const setting = await settingOf(inside, asked.cohortId)
    const all = await everyRow<UnprovenRow, UnprovenKey>(async (after, limit) => {
      const found = await store.unprovenPage(inside.trx, scope, asked.cohortId, { ...waitingOf(setting), after, limit })
      const last = found.at(-1)
      return { rows: await rowsOf(inside, setting, found), last: last && [last.receiver, last.since, last.id] }
    })
    inside.record({ kind: 'export', id: newId(), path: scope.path, after: { list: 'receipt-calls', ...asked, count: all.length } })
    return all
  })
  return listWorkbook({ name: '待回拨清单', by: context.actor.name, on: context.today, columns, rows })
}
