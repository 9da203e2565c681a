import { z } from 'zod'
import { conflict, Id, IsoDay, procedure, refusals, Version } from '../../../kernel/contract.ts'
import { FARTHEST_MM, OFFSET_STEP_MM, printerRefusals } from '../rules.ts'

const Millimetres = z.number().min(-FARTHEST_MM).max(FARTHEST_MM).multipleOf(OFFSET_STEP_MM)
export const Offset = z.object({ right: Millimetres, down: Millimetres }).describe('毫米，向右、向下为正，每档 0.5')

export const PrinterView = z
  .object({
    id: Id,
    name: z.string(),
    offset: Offset,
    testedOn: IsoDay.nullable().describe('哪天按样张量过；空：还没有试过'),
    testedName: z.string().nullable(),
    version: Version,
  })
  .meta({ id: 'Printer' })
export type PrinterView = z.infer<typeof PrinterView>

const Name = z.string().trim().min(1).max(40)
const Versioned = z.object({ id: Id, version: Version })
const tags = ['letters']
const refused = { ...refusals(printerRefusals), ...conflict }

export const printersContract = {
  list: procedure({ permission: 'letters:issue' })
    .route({ method: 'GET', path: '/letters/printers', tags, summary: '打印机：名称、走纸偏差、试打日期' })
    .output(z.array(PrinterView)),

  add: procedure({ permission: 'letters:issue', audit: 'printer.added' })
    .route({ method: 'POST', path: '/letters/printers', tags, summary: '添一台打印机，还没有试打' })
    .input(z.object({ name: Name }))
    .output(PrinterView)
    .errors(refusals(printerRefusals)),

  save: procedure({ permission: 'letters:issue', audit: 'printer.changed' })
    .route({ method: 'POST', path: '/letters/printers/{id}', tags, summary: '改名称或偏差；tested：已按样张量过，记为今天试打' })
    .input(Versioned.extend({ name: Name, offset: Offset, tested: z.boolean().default(false) }))
    .output(PrinterView)
    .errors(refused),

  remove: procedure({ permission: 'letters:issue', audit: 'printer.removed' })
    .route({ method: 'POST', path: '/letters/printers/{id}/removal', tags, summary: '撤下一台打印机；打印记录里的名称仍在' })
    .input(Versioned)
    .errors(conflict),

  testSheet: procedure({ permission: 'letters:issue', renders: true })
    .route({ method: 'POST', path: '/letters/printers/{id}/test-sheet', tags, summary: '样张：一页标尺，没有编号，也不是信' })
    .input(z.object({ id: Id }))
    .output(z.file().mime('application/pdf')),

  form: procedure({ permission: 'letters:issue', renders: true })
    .route({ method: 'GET', path: '/letters/form', tags, summary: '预印纸底稿：一页空表，交印刷厂用' })
    .output(z.file().mime('application/pdf')),
}
