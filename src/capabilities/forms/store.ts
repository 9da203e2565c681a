import './tables.ts'
import { sql } from 'kysely'
import { insertRows, type Trx } from '../../platform/database/index.ts'
import type { Scope } from '../orgs/index.ts'
import type { FormName, Mapping } from './rules.ts'

type School = Pick<Scope, 'school'>

const held = (trx: Trx, { school }: School) =>
  trx
    .selectFrom('form_templates')
    .select(['form', 'file_id as fileId', 'file_name as fileName', 'uploaded_name as uploadedBy', 'uploaded_at as uploadedAt', 'version'])
    .where('school_id', '=', school)

export const templates = (trx: Trx, scope: School) => held(trx, scope).execute()
export type TemplateRow = Awaited<ReturnType<typeof templates>>[number]

/** With where its places are. */
export const template = (trx: Trx, scope: School, form: FormName) =>
  held(trx, scope).select('mapping').where('form', '=', form).executeTakeFirst()

export const holdTemplate = (trx: Trx, scope: School, form: FormName) =>
  held(trx, scope).where('form', '=', form).forUpdate().executeTakeFirst()

/** Where the bytes are: the file itself lies with the committee, out of the reach of those who fill the form in. */
export const templateFile = async (trx: Trx, form: FormName): Promise<{ sha256: string; key_id: string } | undefined> =>
  (await sql<{ sha256: string; key_id: string }>`select sha256, key_id from form_template_file(${form})`.execute(trx)).rows[0]

type Kept = { fileId: string; fileName: string; mapping: Mapping; by: { id: string; name: string }; at: Date; version: number }

const columnsOf = ({ fileId, fileName, by, at, version }: Kept) => ({
  file_id: fileId,
  file_name: fileName,
  uploaded_by: by.id,
  uploaded_name: by.name,
  uploaded_at: at,
  version,
})

export const addTemplate = (trx: Trx, { school }: School, form: FormName, kept: Kept) =>
  insertRows(trx, 'form_templates', [{ school_id: school, form, ...columnsOf(kept), mapping: kept.mapping }])

export const changeTemplate = (trx: Trx, { school }: School, form: FormName, kept: Kept) =>
  trx
    .updateTable('form_templates')
    .set({ ...columnsOf(kept), mapping: JSON.stringify(kept.mapping) as never })
    .where('school_id', '=', school)
    .where('form', '=', form)
    .execute()

export const removeTemplate = (trx: Trx, { school }: School, form: FormName) =>
  trx.deleteFrom('form_templates').where('school_id', '=', school).where('form', '=', form).execute()
