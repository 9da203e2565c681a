import '../tables.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Trx } from '../../../platform/database/index.ts'
import { meaning } from '../../../platform/database/violations.ts'
import type { PrintOffset } from '../rules.ts'

meaning('printers_name_unique', 'name-taken')

const printersOf = (trx: Trx, school: string) =>
  trx
    .selectFrom('printers')
    .select(['id', 'name', 'right_mm as right', 'down_mm as down', 'tested_on as testedOn', 'tested_name as testedName', 'version'])
    .where('school_id', '=', school)

export const printers = (trx: Trx, school: string) => printersOf(trx, school).orderBy('name').execute()
export type PrinterRow = Awaited<ReturnType<typeof printers>>[number]

export const printer = (trx: Trx, school: string, id: string) => printersOf(trx, school).where('id', '=', id).executeTakeFirst()

export const addPrinter = (trx: Trx, school: string, id: string, name: string) =>
  trx.insertInto('printers').values({ school_id: school, id, name }).execute()

type Change = { name: string; offset: PrintOffset; tested: { on: Day; by: string } | null }

/** False where somebody was faster. */
export const savePrinter = async (trx: Trx, school: string, id: string, version: number, { name, offset, tested }: Change) => {
  const { numUpdatedRows } = await trx
    .updateTable('printers')
    .set({
      name,
      right_mm: offset.right,
      down_mm: offset.down,
      tested_on: tested?.on ?? null,
      tested_name: tested?.by ?? null,
      version: version + 1,
    })
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export const removePrinter = async (trx: Trx, school: string, id: string, version: number) => {
  const { numDeletedRows } = await trx
    .deleteFrom('printers')
    .where('school_id', '=', school)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}
