/** What of a sheet stands around its cells, where rows were put in: merges, rules, filters, breaks, links. */
import { areaOf, letters } from '../parts/places.ts'
import { type Change, elementsOf, Tags, withAttribute } from '../parts/tags.ts'
import { attributesOf } from '../xml.ts'
import type { Block } from './block.ts'
import { movedArea, movedAreas, movedFormulaXml, movedRow, type Shift } from './shift.ts'

/** Elements whose `ref` is one area, and those whose `sqref` is many. */
const withRef = new Set(['dimension', 'autoFilter', 'sortState', 'sortCondition', 'mergeCell', 'hyperlink'])
const withAreas = new Set(['conditionalFormatting', 'dataValidation', 'protectedRange', 'ignoredError'])
const formulas = new Set(['formula', 'formula1', 'formula2'])

/** `from`: where the cells are, which are written elsewhere. */
export const aroundChanges = (xml: string, shift: Shift, data: { from: number; to: number }): Change[] => {
  const changes: Change[] = []
  const tags = new Tags(xml)
  let open: { name: string; from: number } | null = null
  while (tags.next()) {
    if (tags.from >= data.from && tags.to <= data.to) continue
    const { name, closing, from, to, text } = tags
    if (closing) {
      if (open?.name === name) changes.push(inner(shift, xml, open, from))
      open = null
      continue
    }
    const given = attributesOf(text)
    if (withRef.has(name) && given.ref !== undefined)
      changes.push({ from, to, text: withAttribute(text, 'ref', movedArea(shift, given.ref)) })
    else if (withAreas.has(name) && given.sqref !== undefined)
      changes.push({ from, to, text: withAttribute(text, 'sqref', movedAreas(shift, given.sqref)) })
    else if (name === 'brk' && given.id !== undefined && isRowBreak(xml, from))
      changes.push({ from, to, text: withAttribute(text, 'id', movedRow(shift, Number(given.id))) })
    open = !tags.alone && (formulas.has(name) || name === 'sqref' || name === 'f') ? { name, from: to } : null
  }
  return changes
}

const isRowBreak = (xml: string, at: number) => xml.lastIndexOf('rowBreaks', at) > xml.lastIndexOf('colBreaks', at)

const inner = (shift: Shift, xml: string, { name, from }: { name: string; from: number }, to: number): Change => {
  const text = xml.slice(from, to)
  return { from, to, text: name === 'sqref' ? movedAreas(shift, text) : movedFormulaXml(shift, text, true) }
}

/** A merge within the template's first row is made again in each row that was put in; one over several of its rows is undone. */
export const mergeChanges = (xml: string, { first, held }: Block, shift: Shift, prefix: string): Change[] => {
  const [list] = elementsOf(xml, (name, depth) => depth === 1 && name === 'mergeCells')
  if (!list) return []
  const merges = elementsOf(xml, (name, depth) => depth === 2 && name === 'mergeCell').map(({ from, inside, to }) => {
    const area = areaOf(attributesOf(xml.slice(from, inside)).ref)
    return { from, to, area }
  })
  const last = first + held - 1
  const tall = merges.filter(
    ({ area }) =>
      area && area.endRow > area.startRow && area.endRow + 1 >= first && area.startRow + 1 <= last && area.startRow + 1 >= first,
  )
  const flat = merges.flatMap(({ area }) => (area && area.startRow + 1 === first && area.endRow + 1 === first && held > 0 ? [area] : []))
  const more = Array.from({ length: shift.by }, (_, at) => last + 1 + at).flatMap(row =>
    flat.map(
      ({ startColumn, endColumn }) => `<${prefix}mergeCell ref="${letters(startColumn + 1)}${row}:${letters(endColumn + 1)}${row}"/>`,
    ),
  )
  const count = merges.length - tall.length + more.length
  if (tall.length === 0 && more.length === 0) return []
  if (count === 0) return [{ from: list.from, to: list.to, text: '' }]
  return [
    { from: list.from, to: list.inside, text: withAttribute(xml.slice(list.from, list.inside), 'count', count) },
    ...tall.map(({ from, to }) => ({ from, to, text: '' })),
    { from: list.close, to: list.close, text: more.join('') },
  ]
}
