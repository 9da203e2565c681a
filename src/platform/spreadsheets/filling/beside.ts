/** Parts beside the sheet that name its rows: the workbook's names, drawings, tables. */

import type { Book } from '../parts/book.ts'
import { asText, type Package } from '../parts/package.ts'
import { dropRelations, relationsOf, retype } from '../parts/relations.ts'
import { type Change, changed, elementsOf, withAttribute } from '../parts/tags.ts'
import { attributesOf } from '../xml.ts'
import { movedArea, movedFormulaXml, movedRow, type Shift } from './shift.ts'

const patch = (parts: Package, path: string, changesOf: (xml: string) => Change[]) => {
  const xml = parts.xml(path)
  const changes = xml === null ? [] : changesOf(xml).filter(({ from, to, text }) => xml.slice(from, to) !== text)
  if (changes.length > 0) parts.put(path, ...changed(xml!, changes))
}

export const moveNames = (parts: Package, book: Book, shift: Shift) =>
  patch(parts, book.path, xml =>
    elementsOf(xml, (name, depth) => depth === 2 && name === 'definedName').map(({ inside, close }) => ({
      from: inside,
      to: close,
      text: movedFormulaXml(shift, xml.slice(inside, close), false),
    })),
  )

/** A seal beside the signatures goes down with them; a picture in the head stays. Anchors count rows from 0. */
const moveAnchors = (parts: Package, path: string, shift: Shift) =>
  patch(parts, path, xml =>
    elementsOf(xml, (name, depth) => depth === 3 && name === 'row').map(({ inside, close }) => ({
      from: inside,
      to: close,
      text: String(movedRow(shift, Number(xml.slice(inside, close)) + 1) - 1),
    })),
  )

const moveTable = (parts: Package, path: string, shift: Shift) =>
  patch(parts, path, xml =>
    elementsOf(xml, name => name === 'table' || name === 'autoFilter').flatMap(({ from, inside }) => {
      const tag = xml.slice(from, inside)
      const { ref } = attributesOf(tag)
      return ref === undefined ? [] : [{ from, to: inside, text: withAttribute(tag, 'ref', movedArea(shift, ref)) }]
    }),
  )

export const moveBeside = (parts: Package, sheet: string, shift: Shift) => {
  for (const { kind, path } of relationsOf(parts, sheet)) {
    if (kind === 'drawing') moveAnchors(parts, path, shift)
    if (kind === 'table') moveTable(parts, path, shift)
  }
}

/** Sums are reckoned anew when the file is opened: what they add up was not there before. */
export const reckonAnew = (parts: Package, book: Book) => {
  for (const { path } of relationsOf(parts, book.path).filter(({ kind }) => kind === 'calcChain')) parts.drop(path)
  dropRelations(parts, book.path, ({ kind }) => kind === 'calcChain')
  retype(parts, type => (/calcChain/i.test(type) ? null : type))
  patch(parts, book.path, xml =>
    elementsOf(xml, (name, depth) => depth === 1 && name === 'calcPr').map(({ from, inside }) => ({
      from,
      to: inside,
      text: withAttribute(xml.slice(from, inside), 'fullCalcOnLoad', 1),
    })),
  )
}

export type NamedCell = { name: string; sheet: string; row: number; column: string }
const oneCell = /^(?:'((?:[^']|'')*)'|([^'!]+))!\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?[A-Z]{1,3}\$?\d{1,7})?$/

/** Names of single cells, or of merged ones by their first. */
export const namedCells = (parts: Package, book: Book): NamedCell[] => {
  const xml = parts.xml(book.path)!
  return elementsOf(xml, (name, depth) => depth === 2 && name === 'definedName').flatMap(({ from, inside, close }) => {
    const { name = '' } = attributesOf(xml.slice(from, inside))
    const [, quoted, bare, column, row] = oneCell.exec(asText(xml.slice(inside, close)).replaceAll('&apos;', "'")) ?? []
    if (column === undefined || name.startsWith('_xlnm')) return []
    return [{ name: asText(name), sheet: quoted?.replaceAll("''", "'") ?? bare!, row: Number(row), column }]
  })
}
