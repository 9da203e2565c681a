import { ORPCError } from '@orpc/server'
import { fillWorkbook, SpreadsheetError } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { dropFiles, keepFile } from '../attachments/index.ts'
import { school } from '../orgs/index.ts'
import { cohort, planOf } from '../plans/index.ts'
import type { Form } from '../plans/rules.ts'
import type { TemplateView } from './contract.ts'
import { fillingOf } from './filling.ts'
import type { Layout } from './layout.ts'
import { looked, lookView, refused } from './looking.ts'
import { keptTemplate, paperOf, XLSX } from './paper.ts'
import { type FormName, formLabels, formNames, type Look, sampleRows, signatures, valuesOf } from './rules.ts'
import * as store from './store.ts'

type Asked = { cohortId: string; form: FormName }

const viewOf = (form: FormName, title: string, held: Omit<store.TemplateRow, 'form' | 'fileId'> | undefined): TemplateView => ({
  form,
  title,
  kept: held
    ? { fileName: held.fileName, uploadedBy: held.uploadedBy, uploadedAt: held.uploadedAt.toISOString(), version: held.version }
    : null,
})

export async function list({ trx, scope }: RequestContext, cohortId: string): Promise<TemplateView[]> {
  const { forms } = await planOf(trx, scope, cohortId)
  const held = new Map((await store.templates(trx, scope)).map(row => [row.form, row]))
  return formNames.map(form => viewOf(form, forms[form].title, held.get(form)))
}

const planForm = (context: RequestContext, { cohortId, form }: Asked): Promise<Form> =>
  context.within(async ({ trx, scope }) => (await planOf(trx, scope, cohortId)).forms[form])

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer())

export async function preview(context: RequestContext, { file, ...asked }: Asked & { file?: File | undefined }) {
  const form = await planForm(context, asked)
  if (file) return lookView(await looked(await bytesOf(file), file.name, form))
  const kept = await context.within(inside => keptTemplate(inside, asked.form))
  if (!kept) throw new ORPCError('NOT_FOUND')
  return lookView(await looked(await kept.read(), kept.fileName, form))
}

async function sampleLayout(context: RequestContext, { cohortId, form }: Asked): Promise<Layout> {
  const { plan, year, unit } = await context.within(async ({ trx, scope }) => ({
    plan: await planOf(trx, scope, cohortId),
    year: await cohort(trx, scope, cohortId),
    unit: (await school(trx, scope.school)).name,
  }))
  const { actor, today } = context
  const rows = sampleRows(form)
  const facts = { title: plan.forms[form].title, unit: `${unit}外国语学院党总支`, on: today, cohort: year?.name ?? '', count: rows.length }
  return {
    form: plan.forms[form],
    rows,
    values: valuesOf({ ...facts, by: actor.name, note: '样例：人和号码都是虚构的' }),
    above: ['样例：人和号码都是虚构的'],
    signatures: signatures('general-branch'),
    footer: '表样样例，人和号码都是虚构的',
  }
}

/** Filled in once before it is kept: what cannot be filled in is told now, and not on the day of the return. */
const trial = async (bytes: Uint8Array, look: Look, layout: Layout): Promise<Uint8Array> =>
  fillWorkbook(bytes, fillingOf(look.mapping, layout)).catch(error => {
    throw error instanceof SpreadsheetError ? refused('unreadable', error.message) : error
  })

export async function sample(context: RequestContext, { file, ...asked }: Asked & { file?: File | undefined }): Promise<File> {
  const layout = await sampleLayout(context, asked)
  const name = `${formLabels[asked.form]}表样（样例）`
  if (!file) return (await context.within(inside => paperOf(inside, asked.form))).file(name, layout)
  const bytes = await bytesOf(file)
  const { look } = await looked(bytes, file.name, layout.form)
  return new File([new Uint8Array(await trial(bytes, look, layout))], `${name}.xlsx`, { type: XLSX })
}

const conflict = (version: number) => new ORPCError('CONFLICT', { status: 409, data: { version } })

export async function upload(
  context: RequestContext,
  { file, version, ...asked }: Asked & { file: File; version: number },
): Promise<TemplateView> {
  const layout = await sampleLayout(context, asked)
  const bytes = await bytesOf(file)
  const { look } = await looked(bytes, file.name, layout.form)
  await trial(bytes, look, layout)
  return context.within(async inside => {
    const { trx, scope, actor, now, files } = inside
    const held = await store.holdTemplate(trx, scope, asked.form)
    if ((held?.version ?? 0) !== version) throw conflict(held?.version ?? 0)
    const fileId = await keepFile(inside, { purpose: 'form-template', name: file.name, mime: XLSX, bytes })
    const kept = { fileId, fileName: file.name, mapping: look.mapping, by: actor, at: now, version: version + 1 }
    if (held) {
      await store.changeTemplate(trx, scope, asked.form, kept)
      await dropFiles(trx, files, scope.school, [held.fileId])
    } else await store.addTemplate(trx, scope, asked.form, kept)
    inside.record({
      kind: 'template',
      id: fileId,
      path: scope.path,
      ...(held && { before: { fileName: held.fileName } }),
      after: { form: asked.form, fileName: file.name },
    })
    return viewOf(asked.form, layout.form.title, { fileName: file.name, uploadedBy: actor.name, uploadedAt: now, version: version + 1 })
  })
}

export async function remove(context: RequestContext, { cohortId, form, version }: Asked & { version: number }): Promise<TemplateView> {
  const { trx, scope, files, record } = context
  const { forms } = await planOf(trx, scope, cohortId)
  const held = await store.holdTemplate(trx, scope, form)
  if (!held) throw new ORPCError('NOT_FOUND')
  if (held.version !== version) throw conflict(held.version)
  await store.removeTemplate(trx, scope, form)
  await dropFiles(trx, files, scope.school, [held.fileId])
  record({ kind: 'template', id: held.fileId, path: scope.path, before: { form, fileName: held.fileName } })
  return viewOf(form, forms[form].title, undefined)
}
