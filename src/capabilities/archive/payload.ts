/** What goes into the bag, file by file: asked and typeset one after another, so that a large season does not stand in memory at once. */
import type { BagFile } from '../../platform/bagit/index.ts'
import { writeWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { heldActivities } from '../activities/index.ts'
import { openFile } from '../attachments/index.ts'
import { extract } from '../audit/index.ts'
import { handoverRows } from '../dossiers/index.ts'
import { activityList } from '../education/index.ts'
import { ledger } from '../letters/index.ts'
import { newsRows } from '../news/index.ts'
import { receiptsOf } from '../notices/index.ts'
import { planOf } from '../plans/index.ts'
import { accepted, formFileName, type ReturnHead, returnForm, watermark } from '../submissions/index.ts'
import { formNames, taskTitles } from '../submissions/rules.ts'
import {
  activitySheet,
  type Catalogued,
  catalogueSheet,
  confirmedSheet,
  csvOf,
  dossierSheet,
  ledgerSheet,
  minutesSheet,
  newsSheet,
  noticeSheet,
} from './sheets.ts'
import * as store from './store.ts'

export type Making = { cohortId: string; reason: string | null }
type Made = BagFile & Pick<Catalogued, 'what' | 'unit' | 'count'>

const utf8 = (text: string) => new TextEncoder().encode(text)
const AUDIT_PAGE = 2_000

/** How many files there will be, for the progress; and the heads that are asked one by one. */
export async function outline(context: RequestContext, { cohortId }: Making) {
  return context.within(async ({ trx, scope }) => {
    const returns = await accepted(trx, scope, cohortId)
    const materials = await store.materialsOf(trx, scope, cohortId)
    return { returns: returns.toReversed(), materials, total: returns.length + materials.length + FIXED_FILES }
  })
}

/** plan, ledger twice, activities, notices, dossiers, news, audit, catalogue. */
const FIXED_FILES = 9

export async function* payload(
  context: RequestContext,
  making: Making,
  { returns, materials }: Awaited<ReturnType<typeof outline>>,
): AsyncGenerator<BagFile> {
  const listed: Catalogued[] = []
  const put = ({ what, unit, count, ...file }: Made): BagFile => {
    listed.push({ path: file.path, what, unit, count })
    return file
  }
  for (const head of returns) yield put(await returnFile(context, making, head))
  for await (const file of ledgerFiles(context, making)) yield put(file)
  yield put(await activityFile(context, making))
  yield put(await noticeFile(context, making))
  yield put(await dossierFile(context, making))
  yield put(await newsFile(context, making))
  const names = await itemNames(context, making)
  for (const material of materials) yield put(await materialFile(context, material, names.get(material.item) ?? material.item))
  yield put({ path: '工作方案/plan.json', what: '本届工作方案', unit: null, count: null, content: await planFile(context, making) })
  yield put({ path: '审计/审计摘录.jsonl', what: '审计日志摘录，每行一条', unit: null, count: null, content: auditLines(context) })
  yield { path: '目录.xlsx', content: await writeWorkbook(catalogueSheet(listed)) }
}

async function returnFile(context: RequestContext, { reason }: Making, head: ReturnHead): Promise<Made> {
  const footer = reason ? watermark(context, reason) : `${context.actor.name} ${context.today} 归档`
  const { write } = await context.within(inside => returnForm(inside, head, { full: reason !== null, footer }))
  const name = `${formNames[head.task]}${taskTitles[head.task]}`
  return {
    path: `${name}/${formFileName(head)}`,
    what: head.title,
    unit: head.unitName,
    count: head.rowCount,
    content: await write(),
  }
}

async function* ledgerFiles(context: RequestContext, { cohortId }: Making): AsyncGenerator<Made> {
  const entries = await context.within(({ trx, scope }) => ledger(trx, scope, cohortId))
  const sheet = ledgerSheet(entries)
  const about = { what: '介绍信台账', unit: null, count: entries.length }
  yield { path: '介绍信/介绍信台账.xlsx', ...about, content: await writeWorkbook(sheet) }
  yield { path: '介绍信/介绍信台账.csv', ...about, content: utf8(csvOf(sheet)) }
}

async function activityFile(context: RequestContext, { cohortId }: Making): Promise<Made> {
  const { held, confirmed } = await context.within(async ({ trx, scope }) => ({
    held: await heldActivities({ trx, scope }, cohortId),
    confirmed: await activityList(trx, scope, cohortId),
  }))
  const content = await writeWorkbook(activitySheet(held), minutesSheet(held), confirmedSheet(confirmed))
  return { path: '主题教育与五个一/活动清单.xlsx', what: '主题教育与“五个一”活动清单', unit: null, count: held.length, content }
}

async function noticeFile(context: RequestContext, { cohortId }: Making): Promise<Made> {
  const rows = await context.within(({ trx, scope }) => receiptsOf(trx, scope, cohortId))
  const content = await writeWorkbook(noticeSheet(rows))
  return { path: '通知/通知签收记录.xlsx', what: '通知及签收记录', unit: null, count: rows.length, content }
}

async function dossierFile(context: RequestContext, { cohortId }: Making): Promise<Made> {
  const rows = await context.within(({ trx, scope }) => handoverRows(trx, scope, cohortId))
  const content = await writeWorkbook(dossierSheet(rows))
  return { path: '装档/装档与移交记录.xlsx', what: '装档清单与移交记录（附件4）', unit: null, count: rows.length, content }
}

async function newsFile(context: RequestContext, { cohortId }: Making): Promise<Made> {
  const rows = await context.within(({ trx, scope }) => newsRows(trx, scope, cohortId))
  const content = await writeWorkbook(newsSheet(rows))
  return { path: '宣传/宣传稿件.xlsx', what: '宣传稿件', unit: null, count: rows.length, content }
}

async function materialFile(context: RequestContext, material: store.MaterialRow, itemName: string): Promise<Made> {
  const { read } = await context.within(inside => openFile(inside, material.fileId))
  // The same name may be brought twice: the day and the end of the id part them.
  const path = `材料/${itemName}/${material.unitName}/${material.addedOn}-${material.id.slice(-4)}-${material.name}`
  return { path, what: itemName, unit: material.unitName, count: null, content: await read() }
}

const planOfCohort = (context: RequestContext, { cohortId }: Making) => context.within(({ trx, scope }) => planOf(trx, scope, cohortId))

const planFile = async (context: RequestContext, making: Making) =>
  utf8(`${JSON.stringify(await planOfCohort(context, making), null, 2)}\n`)

const itemNames = async (context: RequestContext, making: Making) =>
  new Map((await planOfCohort(context, making)).archiveChecklist.map(({ key, name }) => [key, name]))

async function* auditLines(context: RequestContext): AsyncGenerator<Uint8Array> {
  let after: string | null = null
  for (;;) {
    const page: Awaited<ReturnType<typeof extract>> = await context.within(({ trx, scope }) => extract(trx, scope, after, AUDIT_PAGE))
    if (page.length) yield utf8(page.map(entry => `${JSON.stringify(entry)}\n`).join(''))
    if (page.length < AUDIT_PAGE) return
    after = page.at(-1)!.id
  }
}
