/** Rows are put in below the last one that a template has for people; what stands below moves down, what ends there grows along. */
import { asBytes, asText } from '../parts/package.ts'
import { LAST_ROW } from '../parts/places.ts'
import { escaped } from '../parts/tags.ts'
import { plain } from '../xml.ts'

/** `by` rows are put in behind row `last`; an area that ends with it grows where `grows`. */
export type Shift = { sheet: string; last: number; by: number; grows: boolean }

const top = ({ last, by }: Shift, row: number) => Math.min(LAST_ROW, row > last ? row + by : row)
const bottom = (shift: Shift, row: number) => (shift.grows && row === shift.last ? Math.min(LAST_ROW, row + shift.by) : top(shift, row))
export const movedRow = top

const cell = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/
const wholeRow = /^()()(\$?)(\d{1,7})$/

const moved = (text: string, row: (row: number) => number): string => {
  const [, fixed, column, anchored, number] = cell.exec(text) ?? wholeRow.exec(text) ?? []
  return number === undefined ? text : `${fixed}${column}${anchored}${row(Number(number))}`
}

/** `A5:S24` or `B7`. */
export const movedArea = (shift: Shift, area: string): string => {
  const [from, to] = area.split(':') as [string, string | undefined]
  const start = moved(from, row => top(shift, row))
  return to === undefined ? start : `${start}:${moved(to, row => bottom(shift, row))}`
}

/** Areas parted by blanks; a rule for one cell of the last row is a rule for its column from there. */
export const movedAreas = (shift: Shift, areas: string): string =>
  areas
    .split(/\s+/)
    .filter(Boolean)
    .map(area => {
      const grown = movedArea(shift, area.includes(':') ? area : `${area}:${area}`)
      const [from, to] = grown.split(':')
      return from === to ? from! : grown
    })
    .join(' ')

const reference =
  /"(?:[^"]|"")*"|((?:'(?:[^']|'')*'|[\p{L}\p{N}_.]+)!)?(?<![\p{L}\p{N}_.$])(\$?[A-Z]{1,3}\$?\d{1,7}(?::\$?[A-Z]{1,3}\$?\d{1,7})?|\$?\d{1,7}:\$?\d{1,7})(?![\p{L}\p{N}_(.!])/gu

const isSheet = (shift: Shift, name: string) => name.slice(0, -1).replace(/^'|'$/g, '').replaceAll("''", "'") === shift.sheet

/** A formula's references to this sheet; `here`: those that name no sheet are to it. */
export const movedFormula = (shift: Shift, formula: string, here: boolean): string =>
  formula.replace(reference, (whole, name: string | undefined, area: string | undefined) => {
    if (area === undefined || !(name === undefined ? here : isSheet(shift, name))) return whole
    return (name ?? '') + movedArea(shift, area)
  })

/** The same of a formula as it stands in a part; what does not change keeps its bytes. */
export const movedFormulaXml = (shift: Shift, xml: string, here: boolean): string => {
  const before = plain(asText(xml))
  const after = movedFormula(shift, before, here)
  return after === before ? xml : asBytes(escaped(after))
}
