/** The workbook among the parts: which sheets it has, and what they share. */
import { attributesOf } from '../xml.ts'
import { asText, type Package, Unpatchable } from './package.ts'
import { declareType, dropRelations, type Relation, relate, relationsOf, retype, STRICT, TRANSITIONAL } from './relations.ts'
import { elementsOf, Tags } from './tags.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const otherBooks =
  /^application\/vnd\.(?:ms-excel\.(?:sheet|template|addin)\.macroEnabled|openxmlformats-officedocument\.spreadsheetml\.template)\.main\+xml$/i
const PRINTER = 'application/vnd.openxmlformats-officedocument.spreadsheetml.printerSettings'
const STYLES = 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml'
const macro = /^vbaProject/i

export type SheetPart = { name: string; path: string; hidden: boolean }
export type Book = {
  path: string
  sheets: SheetPart[]
  /** What the names of relationships begin with in this file. */
  relations: string
  strings: string | null
  styles: string | null
}

export const bookOf = (parts: Package): Book => {
  const path = relationsOf(parts, '').find(({ kind }) => kind === 'officeDocument')?.path
  const xml = path === undefined ? null : parts.xml(path)
  if (path === undefined || xml === null) throw new Unpatchable()
  const relations = relationsOf(parts, path)
  // Programs of the time before macros had a language of their own live in sheets.
  if (relations.some(({ kind }) => /macrosheet/i.test(kind))) throw new Unpatchable()
  const byId = new Map(relations.map(relation => [relation.id, relation]))
  const sheets = elementsOf(xml, (name, depth) => depth === 2 && name === 'sheet').flatMap(({ from, inside }) =>
    sheetOf(attributesOf(xml.slice(from, inside)), byId),
  )
  return {
    path,
    sheets,
    relations: parts.xml(path)!.includes(STRICT) ? STRICT : TRANSITIONAL,
    strings: relations.find(({ kind }) => kind === 'sharedStrings')?.path ?? null,
    styles: relations.find(({ kind }) => kind === 'styles')?.path ?? null,
  }
}

const sheetOf = (given: Readonly<Record<string, string>>, byId: ReadonlyMap<string, Relation>): SheetPart[] => {
  const id = Object.entries(given).find(([name]) => name.endsWith(':id'))?.[1] ?? ''
  const relation = byId.get(id)
  return relation?.kind === 'worksheet'
    ? [{ name: asText(given.name ?? ''), path: relation.path, hidden: /^(?:very)?hidden$/i.test(given.state ?? '') }]
    : []
}

/** A workbook with macros goes back without them, as what it is then: what is not there cannot be run. */
export const withoutMacros = (parts: Package, { path }: Book): void => {
  const isMacro = (relation: Relation) => macro.test(relation.kind)
  const programs = relationsOf(parts, path).filter(isMacro)
  for (const program of programs) {
    for (const { path: signature } of relationsOf(parts, program.path)) parts.drop(signature)
    parts.drop(program.path.replace(/([^/]*)$/, '_rels/$1.rels'))
    parts.drop(program.path)
  }
  if (programs.length > 0) dropRelations(parts, path, isMacro)
  retype(parts, (type, of) => {
    if (otherBooks.test(type)) return WORKBOOK
    if (!/vnd\.ms-office\.vbaProject/i.test(type)) return type
    return of === 'bin' ? PRINTER : null
  })
}

/** Where the cell formats are; a file without any gets the part for them. */
export const stylesPath = (parts: Package, { path, relations }: Book): string => {
  const known = relationsOf(parts, path).find(({ kind }) => kind === 'styles')?.path
  if (known !== undefined && parts.has(known)) return known
  const made = parts.freePath(`${path.slice(0, path.lastIndexOf('/') + 1)}styles`, '.xml')
  declareType(parts, 'Override', made, STYLES)
  relate(parts, path, `${relations}/styles`, made)
  return made
}

/** Which of the shared texts are empty: some programs write an empty text into every empty cell. */
export const blankStrings = (parts: Package, { strings }: Book): ReadonlySet<number> => {
  const blank = new Set<number>()
  const xml = strings === null ? null : parts.xml(strings)
  if (xml === null) return blank
  const tags = new Tags(xml)
  let [at, isBlank, text] = [0, true, -1]
  while (tags.next()) {
    if (tags.name === 't' && tags.closing && text >= 0) {
      if (tags.from > text && xml.slice(text, tags.from).trim() !== '') isBlank = false
    }
    text = tags.name === 't' && !tags.closing && !tags.alone ? tags.to : -1
    if (tags.name !== 'si' || tags.depth !== 1 || !(tags.closing || tags.alone)) continue
    if (isBlank) blank.add(at)
    at++
    isBlank = true
  }
  return blank
}
