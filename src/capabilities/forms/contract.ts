import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version } from '../../kernel/contract.ts'
import { formNames, templateNotes, templateRefusals, valueKeys } from './rules.ts'

const Form = z.enum(formNames)
const tags = ['forms']
const where = { cohortId: Id.describe('Whose plan says the columns of the form.'), form: Form }

export const TemplateView = z
  .object({
    form: Form,
    title: z.string(),
    kept: z
      .object({ fileName: z.string(), uploadedBy: z.string(), uploadedAt: z.iso.datetime(), version: Version })
      .nullable()
      .describe('The school’s own workbook; null: the layout of the product.'),
  })
  .meta({ id: 'FormTemplate' })
export type TemplateView = z.infer<typeof TemplateView>

export const TemplateLook = z
  .object({
    sheet: z.string(),
    headerRow: z.int(),
    firstRow: z.int().describe('Where the first person comes to stand.'),
    columns: z.array(z.object({ place: z.string(), header: z.string(), label: z.string().nullable().describe('Null: stays empty.') })),
    lacking: z
      .array(z.object({ label: z.string(), star: z.boolean() }))
      .describe('Columns of the form for which the workbook has no place.'),
    values: z.array(z.object({ place: z.string(), keys: z.array(z.enum(valueKeys)), by: z.enum(['name', 'mark']) })),
    unknown: z.array(z.string()).describe('Words between double braces that ask for nothing known.'),
    notes: z.array(z.enum(templateNotes)),
  })
  .meta({ id: 'FormTemplateLook' })
export type TemplateLook = z.infer<typeof TemplateLook>

const refused = { ...refusals(templateRefusals), ...conflict }
const Workbook = z.file().describe('An .xlsx of the school’s own.')

export const formsContract = {
  list: procedure({ permission: 'plans:read' })
    .route({ method: 'GET', path: '/cohorts/{cohortId}/form-templates', tags, summary: '三张附件各用哪个表样' })
    .input(z.object({ cohortId: Id }))
    .output(z.array(TemplateView)),

  preview: procedure({ permission: 'forms:edit', renders: true })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/form-templates/{form}/preview',
      tags,
      summary: '核对表样：哪一列填什么，哪些位置填单项，哪些认不出；不保存',
    })
    .input(z.object({ ...where, file: Workbook.optional().describe('Without it the one that is kept.') }))
    .output(TemplateLook)
    .errors(refused),

  sample: procedure({ permission: 'forms:edit', renders: true })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/form-templates/{form}/sample',
      tags,
      summary: '填好的样例：三个虚构的人，按表样填好',
    })
    .input(z.object({ ...where, file: Workbook.optional().describe('Without it what is in use.') }))
    .output(z.file())
    .errors(refused),

  upload: procedure({ permission: 'forms:edit', audit: 'template.kept', renders: true })
    .route({
      method: 'POST',
      path: '/cohorts/{cohortId}/form-templates/{form}',
      tags,
      summary: '用本校的工作簿作表样：先核对，认不出的不收',
    })
    .input(
      z.object({
        ...where,
        file: Workbook,
        version: z.number().int().min(0).describe('Of the one that it replaces; 0 where there is none.'),
      }),
    )
    .output(TemplateView)
    .errors(refused),

  remove: procedure({ permission: 'forms:edit', audit: 'template.removed' })
    .route({ method: 'DELETE', path: '/cohorts/{cohortId}/form-templates/{form}', tags, summary: '换回默认表样' })
    .input(z.object({ ...where, version: Version }))
    .output(TemplateView)
    .errors(conflict),
}
