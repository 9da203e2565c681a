import { z } from 'zod'
import { conflict, Id, procedure, refusals, Version, wordByWord } from '../../kernel/contract.ts'
import { pageInputBy } from '../../kernel/paging.ts'
import { changedChoices, missingChoices } from './rules/choice.ts'
import { repairKinds } from './rules/field.ts'
import { skipReasons } from './rules/skip.ts'
import { importRefusals, importStates, importSteps, rowKinds } from './rules/steps.ts'

const count = z.number().int()
const RowKindShape = z.enum(rowKinds)

export const CountsView = z.object({
  total: count.describe('People in the sheet: wrong + changed + new + same + elsewhere.'),
  wrong: count,
  changed: count,
  new: count,
  same: count,
  elsewhere: count.describe('Rows of branches that are not the importer’s: set aside, never written.'),
  skipped: count.describe('Blank rows, sums, notes, and rows chosen to be left out.'),
  missing: count.describe('Held people of the same branches whom the file does not name.'),
  left: count.describe('Of a committed import: right, and chosen not to be written.'),
  tagged: count.describe('Of a committed import: not in the file, and marked.'),
})
export type CountsView = z.infer<typeof CountsView>

export const ImportView = z
  .object({
    id: Id,
    cohortId: Id.nullable().describe('Null where the list belongs to no year.'),
    fileName: z.string(),
    state: z.enum(importStates),
    counts: CountsView,
    uploadedBy: z.string(),
    mine: z.boolean().describe('Only who uploaded a file sees its rows, mends and commits it.'),
    createdAt: z.iso.datetime(),
    committedAt: z.iso.datetime().nullable(),
    version: Version,
  })
  .meta({ id: 'Import' })
export type ImportView = z.infer<typeof ImportView>

export const ProblemView = z.object({
  field: z.string(),
  column: z.string().describe('As the sheet’s header reads.'),
  position: count.describe('The column as Excel counts, from 1; 0 is the whole row.'),
  kind: z.string(),
  severity: z.enum(['error', 'warning']),
  text: z.string().describe('What is wrong and how to mend it.'),
  suggestion: z.string().optional().describe('A text to put into the cell.'),
  overridable: z.boolean().describe('May stand with a reason.'),
  overridden: z.string().optional().describe('The reason for which it stands.'),
})
export type ProblemView = z.infer<typeof ProblemView>

export const ImportRowView = z
  .object({
    row: count.describe('As Excel counts.'),
    kind: RowKindShape,
    cells: z.record(z.string(), z.string()).describe('By field, as the cell reads once mended. Unmasked: it is the reader’s own file.'),
    changes: z.array(z.object({ field: z.string(), label: z.string(), before: z.string(), after: z.string() })),
    problems: z.array(ProblemView),
    repairs: z.array(z.object({ field: z.string(), kind: z.enum(repairKinds), before: z.string(), after: z.string() })),
    edited: z.array(z.string()).describe('Fields that were corrected here by hand.'),
  })
  .meta({ id: 'ImportRow' })
export type ImportRowView = z.infer<typeof ImportRowView>

export const UndoView = z.object({
  removes: count.describe('People whom the import brought.'),
  restores: count.describe('People who get their former values back.'),
  refusal: z
    .object({
      reason: z.enum(importRefusals),
      people: z.string().nullable().describe('Upon whom something was built since: up to five names.'),
    })
    .nullable(),
})
export type UndoView = z.infer<typeof UndoView>

export const PreviewView = z
  .object({
    import: ImportView,
    sheets: z.array(z.object({ name: z.string(), rows: count })).describe('The visible sheets, to choose another.'),
    sheet: z.string(),
    headerRow: count,
    recalled: z.boolean().describe('Header and columns are as the unit corrected them in an earlier file with the same header.'),
    head: z.array(z.object({ row: count, cells: z.array(z.string()) })).describe('The first rows of the sheet, to choose another header.'),
    columns: z.array(
      z.object({
        position: count,
        header: z.string(),
        field: z.string().nullable(),
        by: z.enum(['choice', 'word', 'content']).nullable(),
      }),
    ),
    fields: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        required: z.boolean(),
        choices: z.array(z.string()).optional().describe('The words that the field takes, where they are a closed list.'),
      }),
    ),
    problem: z
      .object({ reason: z.string(), text: z.string() })
      .nullable()
      .describe('Why the sheet cannot be read as it is mapped now (columns-missing); then there are no rows yet.'),
    notices: z.array(ProblemView).describe('What is said about the sheet as a whole: columns it lacks.'),
    counts: CountsView,
    can: z.array(z.enum(importSteps)),
    weighty: count.describe('Rows whose change has legal weight: the commit has to name its paper.'),
    undo: UndoView.nullable().describe('What taking the committed import back would do now.'),
    repairs: z.array(
      z.object({
        kind: z.enum(repairKinds),
        label: z.string(),
        count,
        examples: z.array(z.object({ row: count, column: z.string(), before: z.string(), after: z.string() })),
      }),
    ),
    skipped: z.array(z.object({ row: count, reason: z.enum(skipReasons), label: z.string(), text: z.string() })),
    missing: z.array(z.object({ studentNumber: z.string(), name: z.string(), branch: z.string() })),
    rows: z.array(ImportRowView).describe('One page; wrong ones first, then changed, new, same, elsewhere.'),
    matching: count.describe('Rows of the asked kind.'),
    next: z.string().nullable(),
  })
  .meta({ id: 'ImportPreview' })
export type PreviewView = z.infer<typeof PreviewView>

const Row = z.number().int().min(1)
const Field = z.string().max(40)

export const MendInput = z.object({
  id: Id,
  version: Version,
  edits: z
    .array(z.object({ row: Row, field: Field, text: z.string().max(500).nullable() }))
    .max(20_000)
    .optional()
    .describe('What a cell shall read instead; null takes the correction back.'),
  skip: z.array(Row).max(50_000).optional(),
  unskip: z.array(Row).max(50_000).optional(),
  overrides: z
    .array(z.object({ row: Row, field: Field, kind: z.string().max(60), reason: z.string().trim().min(2).max(200).nullable() }))
    .max(5_000)
    .optional()
    .describe('An overridable problem that stands, with its reason; null takes it back.'),
  sheet: z.string().max(100).optional().describe('Another sheet: header, columns, corrections and skipped rows begin anew.'),
  headerRow: Row.optional(),
  columns: z
    .record(z.string().max(200), Field.or(z.literal('')))
    .optional()
    .describe('Header text → field, or empty for none; remembered for the unit.'),
  forget: z.literal(true).optional().describe('Header and columns as the machine finds them; what the unit corrected before is forgotten.'),
})
export type MendInput = z.infer<typeof MendInput>

export const CommitInput = z.object({
  id: Id,
  version: Version,
  partial: z.boolean().optional().describe('Leave the wrong rows out.'),
  choice: z
    .object({ new: z.boolean(), changed: z.enum(changedChoices), missing: z.enum(missingChoices) })
    .optional()
    .describe('What is done with each kind of row; without it all that is new and changed is written.'),
  basis: z.string().trim().min(4).max(200).optional().describe('The paper that changes of legal weight rest on.'),
})

/** So many of so many rows; last of all the import as it then stands. */
export const CommitProgress = z.union([z.object({ done: count, total: count }), z.object({ import: ImportView })])

/** Which list is imported: where its procedures live, who may, and what a commit is called in the audit log. */
export type ImportRoutes = { path: `/${string}`; tag: string; permission: string; committed: string }

const refused = { ...refusals(importRefusals), ...conflict }
/** `text` names the sheet, what is wrong and how to mend it; nothing was stored or changed. */
const unreadable = { UNREADABLE: { status: 422, data: z.object({ reason: z.string(), text: z.string() }) } } as const

const About = Id.optional().describe('What the list speaks of, where that is one thing: an activity.')

/** The procedures of the wizard, the same for every list that comes as a workbook. */
export const importContract = ({ path, tag, permission, committed }: ImportRoutes) => {
  const tags = [tag]
  const one = `${path}/{id}` as const
  return {
    upload: procedure({ permission, audit: 'import.uploaded', renders: true })
      .route({ method: 'POST', path, tags, summary: '上传工作簿：整份核对，什么也不写入名册' })
      .input(
        z.object({
          cohortId: Id.optional(),
          about: About,
          file: z.file(),
          sheet: z.string().max(100).optional(),
          headerRow: Row.optional(),
        }),
      )
      .output(ImportView)
      .errors(unreadable),

    preview: procedure({ permission, renders: true })
      .route({ method: 'GET', path: one, tags, summary: '核对结果：计数、逐行差异、每一格的问题' })
      .input(z.object({ id: Id, kind: RowKindShape.optional(), ...pageInputBy(z.int(), z.int()) }))
      .output(PreviewView)
      .errors(refused),

    mend: procedure({ permission, audit: 'import.mended', renders: true })
      .route({ method: 'POST', path: `${one}/mending`, tags, summary: '改格、跳过行、说明理由后保留、另选表头或对列；整份再核对' })
      .input(MendInput)
      .output(ImportView)
      .errors({ ...refused, ...unreadable }),

    commit: procedure({ permission, audit: committed, renders: true })
      .route({ method: 'POST', path: `${one}/commit`, tags, summary: '写入：一次事务；再次提交返回同一结果' })
      .input(CommitInput)
      .output(ImportView)
      .errors(refused),

    commitTold: procedure({ permission, audit: committed, renders: true })
      .route({ method: 'POST', path: `${one}/commit/told`, tags, summary: '写入，边写边报进度；写完以前断开即放弃，什么也不留' })
      .input(CommitInput)
      .output(wordByWord(CommitProgress))
      .errors(refused),

    marked: procedure({ permission, renders: true })
      .route({ method: 'GET', path: `${one}/marked`, tags, summary: '标注后的原表：红格、批注和“问题”列' })
      .input(z.object({ id: Id }))
      .output(z.file())
      .errors(refused),

    cancel: procedure({ permission, audit: 'import.cancelled' })
      .route({ method: 'POST', path: `${one}/cancellation`, tags, summary: '放弃导入' })
      .input(z.object({ id: Id, version: Version }))
      .output(ImportView)
      .errors(refused),

    undo: procedure({ permission, audit: 'import.undone' })
      .route({
        method: 'POST',
        path: `${one}/undoing`,
        tags,
        summary: '撤销已提交的导入：新增的人移出，变更的人改回；已有后续办理的不能撤销',
      })
      .input(z.object({ id: Id, version: Version }))
      .output(ImportView)
      .errors(refused),

    list: procedure({ permission })
      .route({ method: 'GET', path, tags, summary: '本单位近期的导入，从新到旧' })
      .input(z.object({ cohortId: Id.optional(), about: About, limit: z.number().int().min(1).max(100).default(20) }))
      .output(z.array(ImportView)),
  }
}
export type ImportContract = ReturnType<typeof importContract>

/** Of a list that has no form of its own: its columns, to be filled in. */
export const listContract = (routes: ImportRoutes) => ({
  ...importContract(routes),
  form: procedure({ permission: routes.permission, renders: true })
    .route({ method: 'GET', path: `${routes.path}/form`, tags: [routes.tag], summary: '空表：列名、可填的内容' })
    .output(z.file()),
})
export type ListContract = ReturnType<typeof listContract>
