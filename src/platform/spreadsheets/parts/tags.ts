/** Where the tags of a part stand, so that one can be changed and all others stay as they are written. */
import { SpreadsheetError } from '../refusals.ts'
import { after, attributesIn, attributesOf, tagEnd } from '../xml.ts'

const EXCLAMATION = 33
const SLASH = 47
const QUESTION = 63
const nameEnd = /[\s/>]/g

/** Goes from tag to tag. A document type is refused: it is how entities come in, and no office writes one. */
export class Tags {
  readonly xml: string
  /** Of the present tag: from its `<` to behind its `>`. */
  from = 0
  to = 0
  /** Without its prefix. */
  name = ''
  closing = false
  /** `<c/>`: opens and closes. */
  alone = false
  /** How many elements it stands in; an element's two tags have the same. */
  depth = 0
  #level = 0

  constructor(xml: string) {
    this.xml = xml
  }

  next(): boolean {
    const { xml } = this
    for (;;) {
      const at = xml.indexOf('<', this.to)
      if (at < 0) return this.#end()
      const sign = xml.charCodeAt(at + 1)
      if (sign === QUESTION) this.to = after(xml, '?>', at)
      else if (sign === EXCLAMATION) this.to = this.#passOver(at)
      else return this.#stop(at, sign === SLASH)
    }
  }

  get text(): string {
    return this.xml.slice(this.from, this.to)
  }

  get attributes(): Readonly<Record<string, string>> {
    return attributesOf(this.text)
  }

  #stop(at: number, closing: boolean): true {
    this.from = at
    this.to = tagEnd(this.xml, at)
    this.closing = closing
    this.alone = !closing && this.xml.charCodeAt(this.to - 2) === SLASH
    nameEnd.lastIndex = at + 2
    const start = closing ? at + 2 : at + 1
    const whole = this.xml.slice(start, nameEnd.exec(this.xml)!.index)
    this.name = whole.slice(whole.indexOf(':') + 1)
    if (closing) this.#level--
    this.depth = this.#level
    if (this.#level < 0) throw new SpreadsheetError('unreadable')
    if (!closing && !this.alone) this.#level++
    return true
  }

  #passOver(at: number): number {
    if (this.xml.startsWith('<!--', at)) return after(this.xml, '-->', at)
    if (this.xml.startsWith('<![CDATA[', at)) return after(this.xml, ']]>', at)
    throw new SpreadsheetError('unreadable')
  }

  #end(): false {
    if (this.#level !== 0) throw new SpreadsheetError('unreadable')
    return false
  }
}

/** An element that holds others: `inside` is where they begin, `close` where its closing tag does. */
export type Element = { name: string; depth: number; from: number; inside: number; close: number; to: number; alone: boolean }

/** All elements whose depth and name are asked for, in the order in which they end. */
export const elementsOf = (xml: string, isAsked: (name: string, depth: number) => boolean): Element[] => {
  const found: Element[] = []
  const open: Element[] = []
  const tags = new Tags(xml)
  while (tags.next()) {
    const { name, depth, from, to, alone, closing } = tags
    if (!isAsked(name, depth)) continue
    if (alone) found.push({ name, depth, from, inside: to, close: to, to, alone })
    else if (!closing) open.push({ name, depth, from, inside: to, close: to, to, alone })
    else {
      const element = open.pop()
      if (element?.name !== name || element.depth !== depth) throw new SpreadsheetError('unreadable')
      found.push({ ...element, close: from, to })
    }
  }
  return found
}

/** `x:` of `<x:worksheet`, or nothing. */
export const prefixOf = (xml: string): string => /<([A-Za-z_][\w.-]*:)?[A-Za-z_][\w.-]*[\s/>]/.exec(xml)?.[1] ?? ''

/** The tag with the attribute set, everything else in it as it is written. */
export const withAttribute = (tag: string, name: string, value: string | number): string => {
  for (const { name: found, from, to } of attributesIn(tag))
    if (found === name) return `${tag.slice(0, from)} ${name}="${value}"${tag.slice(to)}`
  nameEnd.lastIndex = 1
  const at = nameEnd.exec(tag)!.index
  return `${tag.slice(0, at)} ${name}="${value}"${tag.slice(at)}`
}

export const withoutAttribute = (tag: string, name: string): string => {
  for (const { name: found, from, to } of attributesIn(tag)) if (found === name) return tag.slice(0, from) + tag.slice(to)
  return tag
}

/** What stands between `from` and `to` becomes `text`. */
export type Change = { from: number; to: number; text: string }

/** The part with its changes, in pieces. */
export const changed = (xml: string, changes: readonly Change[]): string[] => {
  const pieces: string[] = []
  let done = 0
  for (const { from, to, text } of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
    if (from < done) throw new SpreadsheetError('unreadable')
    pieces.push(xml.slice(done, from), text)
    done = to
  }
  pieces.push(xml.slice(done))
  return pieces
}

/** Something more at an element's end; `<x/>` is opened for it. */
export const appended = (xml: string, { from, close, to, alone }: Element, text: string): Change => {
  if (!alone) return { from: close, to: close, text }
  const tag = xml.slice(from, to)
  const name = /^<([^\s/>]+)/.exec(tag)![1]!
  return { from, to, text: `${tag.replace(/\s*\/>$/, '>')}${text}</${name}>` }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML has no way to write these
const unwritable = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const special = /[&<>"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
export const escaped = (text: string): string =>
  special.test(text)
    ? text.replace(unwritable, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text
