/** A school's own workbook, looked at: where the header is, which column takes what, where single values stand. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import {
  type Dictionary,
  dictionaryOf,
  findHeader,
  type Header,
  headerAt,
  headerText,
  isBlank,
  type Sheet,
  textOf,
} from '../../imports/rules.ts'
import type { Form } from '../../plans/rules.ts'
import { headings } from './headings.ts'
import { type Marked, marksIn, type Named } from './marks.ts'
import type { TemplateRefusal } from './names.ts'

export type TemplateColumn = { position: number; header: string; key: string | null; label: string | null }

/** What is kept of the check: enough to fill the workbook in. `text` has {{unit}} where a value stands. */
export type Mapping = {
  sheet: string
  first: number
  until: number | null
  example: boolean
  columns: { position: number; key: string }[]
  single: { row: number; column: number; text: string }[]
}

export type Look = {
  mapping: Mapping
  headerRow: number
  columns: TemplateColumn[]
  lacking: { label: string; star: boolean }[]
  single: Marked['known']
  unknown: string[]
}

const NUMBER = { key: 'no', label: '序号', star: false }
/** A counter is no business of the plan. */
const columnsOf = ({ columns }: Pick<Form, 'columns'>) => (columns.some(({ key }) => key === 'no') ? columns : [NUMBER, ...columns])

const dictionaryFor = (columns: Form['columns']): Dictionary =>
  dictionaryOf(columns.map(({ key, label }) => ({ key, label, synonyms: headings[key] ?? [] })))

/** Three words of a form are no coincidence. */
const LEAST = 3

export function lookAt(sheets: readonly Sheet[], names: readonly Named[], form: Pick<Form, 'columns'>): Decision<Look, TemplateRefusal> {
  const wanted = columnsOf(form)
  const dictionary = dictionaryFor(wanted)
  const found = findHeader(
    sheets.filter(({ hidden }) => !hidden),
    dictionary,
    LEAST,
  )
  if (!found) return refuse('no-header')
  const header = toItsEnd(found, dictionary)
  const columns = columnsIn(header, dictionary, wanted)
  const mapped = columns.flatMap(({ position, key }) => (key === null ? [] : [{ position, key }]))
  if (!mapped.some(({ key }) => key === 'name')) return refuse('no-name-column')
  const taken = new Set(mapped.map(({ key }) => key))
  const lacking = wanted.filter(({ key }) => key !== 'no' && !taken.has(key)).map(({ label, star }) => ({ label, star }))
  const { sheet } = header
  const rows = peopleRows(header, mapped, names)
  const outside = ({ row }: { row: number }) => row < rows.first || (rows.until !== null && row >= rows.until)
  const { known, unknown } = marksIn(sheet, names, outside)
  const single = known.map(({ row, column, text }) => ({ row, column, text }))
  const mapping = { sheet: sheet.name, ...rows, columns: mapped, single }
  return allow({ mapping, headerRow: header.row + 1, columns, lacking, single: known, unknown })
}

/** Where headings hang over two rows and the words of the second add nothing known, the second belongs to the header all the same. */
const toItsEnd = (found: Header, dictionary: Dictionary): Header => {
  const { sheet, row } = found
  const over = sheet.merges.filter(area => area.startRow <= row && row < area.endRow)
  if (over.length === 0) return found
  const whole = headerAt(sheet, Math.max(...over.map(({ endRow }) => endRow)), dictionary)
  return whole.known >= found.known ? whole : found
}

/** A heading that nobody knows may hang over both rows of the header. */
const hangingOver = ({ sheet, row }: Header, column: number): string => {
  const merge = sheet.merges.find(
    area => area.startRow < row && row <= area.endRow && area.startColumn === column && area.endColumn === column,
  )
  return merge ? headerText(textOf(sheet.rows[merge.startRow]?.[column])) : ''
}

const columnsIn = (found: Header, dictionary: Dictionary, wanted: Form['columns']): TemplateColumn[] => {
  const free = new Map(wanted.map(({ key, label }) => [key, label]))
  return found.words.flatMap((word, at) => {
    const header = word || hangingOver(found, at)
    if (header === '') return []
    const meant = dictionary.meaning(header)
    const key = meant !== null && free.has(meant) ? meant : null
    const label = key === null ? null : free.get(key)!
    if (key !== null) free.delete(key)
    return [{ position: at + 1, header, key, label }]
  })
}

type Mapped = Mapping['columns']

/** From the header down: a line of numbers belongs to it, an example gives way, and the first line that says something else ends the people. */
const peopleRows = ({ sheet, row }: Header, mapped: Mapped, names: readonly Named[]): Pick<Mapping, 'first' | 'until' | 'example'> => {
  const start = isNumbering(sheet, row + 1, mapped) ? row + 2 : row + 1
  const example = isExample(sheet, start, mapped)
  const named = names.filter(place => place.sheet === sheet.name && place.row > start + 1).map(place => place.row - 1)
  const said = sheet.rows.findIndex((_, at) => at >= start + (example ? 1 : 0) && !isFree(sheet, at, mapped))
  const ends = [...named, ...(said < 0 ? [] : [said])]
  return { first: start + 1, until: ends.length === 0 ? null : Math.min(...ends) + 1, example }
}

const textAt = (sheet: Sheet, row: number, position: number) => textOf(sheet.rows[row]?.[position - 1] ?? null).trim()

const isNumbering = (sheet: Sheet, row: number, mapped: Mapped): boolean => {
  const said = mapped.map(({ position }) => textAt(sheet, row, position).replace(/[()（）]/g, ''))
  return mapped.length > 2 && said.every((text, at) => /^\d+$/.test(text) && (at === 0 || Number(text) > Number(said[at - 1])))
}

const isExample = (sheet: Sheet, row: number, mapped: Mapped): boolean =>
  mapped.filter(({ key, position }) => key !== 'no' && textAt(sheet, row, position) !== '').length >= Math.max(2, mapped.length / 3)

/** Nothing stands there, but perhaps a number that counts the lines. */
const isFree = (sheet: Sheet, row: number, mapped: Mapped): boolean => {
  const counter = mapped.find(({ key }) => key === 'no')?.position
  return (sheet.rows[row] ?? []).every((cell, at) => isBlank(cell) || (at + 1 === counter && /^\d+$/.test(textOf(cell).trim())))
}
