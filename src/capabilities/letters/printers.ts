/** The printers of the office: kept, tested, and what is printed to test them. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { school } from '../orgs/index.ts'
import { rootPath } from '../orgs/rules.ts'
import type { PrinterView } from './contract/printers.ts'
import { committeeOf } from './draft.ts'
import { formSheet } from './paper/form.ts'
import type { Sheets } from './paper/placed.ts'
import { testSheet } from './paper/test-sheet.ts'
import { MOST_PRINTERS, type PrinterRefusal, type PrintOffset } from './rules.ts'
import * as store from './store/printers.ts'

const refused = (reason: PrinterRefusal) => new ORPCError('REFUSED', { status: 409, data: { reason } })

const named = (error: unknown): never => {
  throw meaningOf(error) === 'name-taken' ? refused('name-taken') : error
}

const view = ({ right, down, ...row }: store.PrinterRow): PrinterView => ({ ...row, offset: { right, down } })

export const printers = async ({ trx, scope }: RequestContext): Promise<PrinterView[]> =>
  (await store.printers(trx, scope.school)).map(view)

export async function printerById({ trx, scope }: RequestContext, id: string): Promise<PrinterView> {
  const row = await store.printer(trx, scope.school, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  return view(row)
}

export async function addPrinter(context: RequestContext, { name }: { name: string }): Promise<PrinterView> {
  const { trx, scope, record } = context
  if ((await store.printers(trx, scope.school)).length >= MOST_PRINTERS) throw refused('too-many')
  const id = newId()
  await store.addPrinter(trx, scope.school, id, name).catch(named)
  record({ kind: 'printer', id, path: rootPath, after: { name } })
  return printerById(context, id)
}

type Saving = { id: string; version: number; name: string; offset: PrintOffset; tested: boolean }

const told = ({ name, offset, testedOn }: PrinterView) => ({ name, ...offset, testedOn })

/** An offset that was changed by hand is untested again. */
export async function savePrinter(context: RequestContext, { id, version, name, offset, tested }: Saving): Promise<PrinterView> {
  const { trx, scope, actor, today, record } = context
  const before = await printerById(context, id)
  const same = before.offset.right === offset.right && before.offset.down === offset.down
  const earlier = same && before.testedOn && before.testedName ? { on: before.testedOn, by: before.testedName } : null
  const change = { name, offset, tested: tested ? { on: today, by: actor.name } : earlier }
  const saved = await store.savePrinter(trx, scope.school, id, version, change as never).catch(named)
  if (!saved) throw new ORPCError('CONFLICT', { status: 409, data: { version: before.version } })
  const after = await printerById(context, id)
  record({ kind: 'printer', id, path: rootPath, before: told(before), after: told(after) })
  return after
}

export async function removePrinter(context: RequestContext, { id, version }: { id: string; version: number }): Promise<void> {
  const { trx, scope, record } = context
  const before = await printerById(context, id)
  if (!(await store.removePrinter(trx, scope.school, id, version)))
    throw new ORPCError('CONFLICT', { status: 409, data: { version: before.version } })
  record({ kind: 'printer', id, path: rootPath, before: told(before) })
}

export async function setInType(
  { typesetting }: Pick<RequestContext, 'typesetting'>,
  { source, data }: Sheets,
  name: string,
): Promise<File> {
  return new File([(await typesetting.typeset(source, data)) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
}

/** No number is given and nothing is written down: it is no letter. */
export async function printTestSheet(context: RequestContext, id: string): Promise<File> {
  const { name, offset } = await context.within(inside => printerById(inside, id))
  return setInType(context, testSheet({ printer: name, offset, today: context.today }), `样张 ${name}.pdf`)
}

export async function printForm(context: RequestContext): Promise<File> {
  const sender = await context.within(inside => school(inside.trx, inside.scope.school))
  return setInType(context, formSheet(committeeOf(sender)), '介绍信预印纸底稿.pdf')
}
