/** A form is written on the school's own workbook where there is one, and in the product's layout elsewhere. */
import { fillWorkbook, writeWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import { fillingOf } from './filling.ts'
import { type Layout, sheetOf } from './layout.ts'
import type { FormName, Mapping } from './rules.ts'
import * as store from './store.ts'

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export interface Paper {
  /** Outside the transaction. */
  write(layout: Layout): Promise<Uint8Array>
  file(name: string, layout: Layout): Promise<File>
}

const paper = (write: Paper['write']): Paper => ({
  write,
  file: async (name, layout) => new File([new Uint8Array(await write(layout))], `${name}.xlsx`, { type: XLSX }),
})

const ownPaper = paper(layout => writeWorkbook(sheetOf(layout)))

export type KeptTemplate = Pick<store.TemplateRow, 'fileName'> & { mapping: Mapping; read: () => Promise<Uint8Array> }

/** The school's own workbook: in the transaction its row, its bytes outside. */
export async function keptTemplate({ trx, scope, keys, files }: RequestContext, form: FormName): Promise<KeptTemplate | null> {
  const held = await store.template(trx, scope, form)
  const file = held && (await store.templateFile(trx, form))
  const vault = file && (await vaultsById(trx, keys, scope.school, [file.key_id])).get(file.key_id)
  return held && vault ? { ...held, read: () => files.get(file.sha256, vault) } : null
}

/** Asked for in the transaction: what this form is written on today. */
export async function paperOf(context: RequestContext, form: FormName): Promise<Paper> {
  const kept = await keptTemplate(context, form)
  return kept ? paper(async layout => fillWorkbook(await kept.read(), fillingOf(kept.mapping, layout))) : ownPaper
}
