import { newId } from '../../../kernel/ids.ts'
import { everyRow } from '../../../kernel/paging.ts'
import { listWorkbook } from '../../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../../accounts/index.ts'
import { type DestinationCode, geographyNames } from '../../plans/rules.ts'
import { membershipNames, outcomeNames } from '../../roster/rules.ts'
import type { TransferRow } from '../contract.ts'
import {
  destinations,
  lampNames,
  methodNames,
  shownStateNames,
  sideNames,
  type TrackName,
  termNames,
  trackLabels,
  trackStands,
} from '../rules.ts'
import type { Filter, PageKey } from '../store/search.ts'
import * as store from '../store.ts'
import { within } from './read.ts'
import { settingOf } from './setting.ts'
import { rowView } from './views.ts'

type Asked = Filter & { path?: string | undefined }

const named = <Code extends string>(names: Readonly<Record<Code, string>>, code: Code | null) => (code === null ? '' : names[code])
const text = (header: string, cell: (row: TransferRow) => string | null) => ({ header, cell: (row: TransferRow) => cell(row) ?? '' })

/** 已接收 2023-07-01 */
const trackText = ({ tracks }: TransferRow, name: TrackName): string => {
  const found = tracks.find(({ track }) => track === name)
  return found ? [trackStands[found.at], found.resultOn].filter(Boolean).join(' ') : ''
}

const columns = [
  text('学号', row => row.studentNumber),
  text('姓名', row => row.name),
  text('党支部', row => row.branchName),
  text('党员类别', row => membershipNames[row.membership]),
  text('学业结果', row => outcomeNames[row.outcome]),
  text('去向类别', row => row.destinationType && destinations[row.destinationType as DestinationCode].label),
  text('去往单位', row => row.unitName),
  text('抬头', row => row.addressee),
  text('转接范围', row => named(geographyNames, row.geography)),
  text('方式', row => named(methodNames, row.method)),
  text('状态', row => named(shownStateNames, row.state)),
  text('归入', row => termNames[row.term]),
  text('该谁办', row => named(sideNames, row.owner)),
  text('期限', row => row.dueOn),
  text('逾期', row => (row.overdue ? '是' : '')),
  text('介绍信', row => row.letterNumber),
  text('有效期至', row => row.expiresOn),
  text(trackLabels.system, row => trackText(row, 'system')),
  text(trackLabels.paper, row => trackText(row, 'paper')),
  text('已转往下级', row => row.relayedTo),
  text('提醒', row => row.lamps.map(lamp => lampNames[lamp]).join('、')),
]

/** In the order of the screen: overdue first, then by the day it is due. */
async function rowsOf(context: RequestContext, { path, ...filter }: Asked): Promise<TransferRow[]> {
  const { trx, today } = context
  const scope = within(context.scope, path)
  const setting = await settingOf(context, filter.cohortId)
  return everyRow<TransferRow, PageKey>(async (after, limit) => {
    const found = await store.page(trx, scope, filter, { plan: setting.plan, today, after, limit })
    const ids = found.map(({ id }) => id)
    const lit = await store.litLamps(trx, scope, ids, today)
    const cases = await store.casesOf(trx, scope, ids)
    const last = found.at(-1)
    return {
      rows: cases.map(held => rowView(held, setting, lit.get(held.person.id) ?? [])),
      last: last && [last.due, last.pinyin, last.id],
    }
  })
}

export async function exportedList(context: RequestContext, asked: Asked): Promise<File> {
  const rows = await context.within(async inside => {
    const found = await rowsOf(inside, asked)
    const { search, ...filter } = asked
    const after = { list: 'transfers', ...filter, searched: search !== undefined, count: found.length }
    inside.record({ kind: 'export', id: newId(), path: within(inside.scope, asked.path).path, after })
    return found
  })
  return listWorkbook({ name: '组织关系接转台账', by: context.actor.name, on: context.today, columns, rows })
}
