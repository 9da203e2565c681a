/** A workbook that shall be a template: read within the limits of every import, checked, filled in once for trial. */
import { ORPCError } from '@orpc/server'
import { columnLetter, lookAtTemplate, readWorkbook, SpreadsheetError } from '../../platform/spreadsheets/index.ts'
import type { Form } from '../plans/rules.ts'
import type { TemplateLook } from './contract.ts'
import { type Look, lookAt, type TemplateNote, type TemplateRefusal } from './rules.ts'

/** A form with pictures is some hundred kilobytes; it is opened anew for every export. */
const MOST_BYTES = 3 * 1024 * 1024

export const refused = (reason: TemplateRefusal, detail?: string) =>
  new ORPCError('REFUSED', { status: 409, data: { reason, ...(detail && { detail }) } })

const asRefusal = (error: unknown): never => {
  if (!(error instanceof SpreadsheetError)) throw error
  throw refused(error.reason === 'not-a-workbook' ? 'not-xlsx' : 'unreadable', error.message)
}

export type Looked = { look: Look; hasMacros: boolean }

export async function looked(bytes: Uint8Array, name: string, form: Pick<Form, 'columns'>): Promise<Looked> {
  if (bytes.byteLength > MOST_BYTES) throw refused('too-large')
  const { sheets, format } = await readWorkbook(bytes, name).catch(asRefusal)
  if (format !== 'xlsx') throw refused('not-xlsx')
  const { names, hasMacros } = await lookAtTemplate(bytes).catch(asRefusal)
  const decision = lookAt(sheets, names, form)
  if (!decision.allowed) throw refused(decision.reason)
  return { look: decision.value, hasMacros }
}

const notesOf = ({ look: { mapping, lacking, columns, unknown }, hasMacros }: Looked): TemplateNote[] => {
  const said: Record<TemplateNote, boolean> = {
    'no-blank-row': mapping.until === mapping.first,
    'example-row': mapping.example,
    'macros-dropped': hasMacros,
    'columns-lacking': lacking.length > 0,
    'headings-unknown': columns.some(({ key }) => key === null),
    'marks-unknown': unknown.length > 0,
  }
  return (Object.keys(said) as TemplateNote[]).filter(note => said[note])
}

export const lookView = (found: Looked): TemplateLook => {
  const { mapping, headerRow, columns, lacking, single, unknown } = found.look
  return {
    sheet: mapping.sheet,
    headerRow,
    firstRow: mapping.first,
    columns: columns.map(({ position, header, label }) => ({ place: columnLetter(position - 1), header, label })),
    lacking,
    values: single.map(({ row, column, keys, by }) => ({ place: `${columnLetter(column - 1)}${row}`, keys, by })),
    unknown,
    notes: notesOf(found),
  }
}
