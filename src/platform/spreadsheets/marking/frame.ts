/** The few places of a sheet outside its cells that a marking writes to. */

import { areaOf, letters } from '../parts/places.ts'
import { appended, type Change, withAttribute } from '../parts/tags.ts'
import { attributesOf } from '../xml.ts'
import type { Look } from './sheet.ts'

/** Of the column of problems, in characters. */
const WIDTH = 48

/** As far as its cells reach. */
export const dimensionChange = (xml: string, { dimension }: Look, last: { row: number; column: number }): Change[] => {
  if (!dimension) return []
  const tag = xml.slice(dimension.from, dimension.inside)
  const area = areaOf(attributesOf(tag).ref)
  if (!area || (area.endRow >= last.row - 1 && area.endColumn >= last.column - 1)) return []
  const end = `${letters(Math.max(area.endColumn + 1, last.column))}${Math.max(area.endRow + 1, last.row)}`
  return [
    {
      from: dimension.from,
      to: dimension.inside,
      text: withAttribute(tag, 'ref', `${letters(area.startColumn + 1)}${area.startRow + 1}:${end}`),
    },
  ]
}

/** The column of problems is wide and shown, also where the sender hid all columns that were not needed. */
export const widthChange = (xml: string, look: Look, column: number): Change[] => {
  const { cols, data, columns, prefix } = look
  const own = `<${prefix}col min="${column}" max="${column}" width="${WIDTH}" customWidth="1"/>`
  if (!cols) return [{ from: data.from, to: data.from, text: `<${prefix}cols>${own}</${prefix}cols>` }]
  const placed = columns.map(element => {
    const tag = xml.slice(element.from, element.inside)
    const { min, max } = attributesOf(tag)
    return { ...element, tag, min: Number(min), max: Number(max) }
  })
  const around = placed.find(({ min, max }) => min <= column && column <= max)
  if (!around) {
    const next = placed.find(({ min }) => min > column)
    return [next ? { from: next.from, to: next.from, text: own } : appended(xml, cols, own)]
  }
  const part = (min: number, max: number) => (min > max ? '' : withAttribute(withAttribute(around.tag, 'min', min), 'max', max))
  const text = part(around.min, column - 1) + own + part(column + 1, around.max)
  return [{ from: around.from, to: around.to, text }]
}

/** Where the drawing of the notes is named; `r:` is said here where the sheet does not know it. */
export const drawingChange = (look: Look, id: string, relations: string): Change[] => {
  if (look.notesDrawing !== null) return []
  const text = `<${look.prefix}legacyDrawing xmlns:r="${relations}" r:id="${id}"/>`
  return [{ from: look.behindDrawings, to: look.behindDrawings, text }]
}
