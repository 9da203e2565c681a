/** As much of XML as an office's file needs: tags, attributes and text in their order; no entities but the five and numbers. */
import { SpreadsheetError } from './refusals.ts'

export type Attributes = Readonly<Record<string, string>>
export type Listener = {
  open: (tag: string, attributes: Attributes) => void
  close: (tag: string) => void
  text: (text: string) => void
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const codePoint = (digits: string, base: number): string => {
  const code = Number.parseInt(digits, base)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD'
}

export const plain = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) =>
        hex ? codePoint(hex, 16) : decimal ? codePoint(decimal, 10) : (named[name] ?? whole),
      )
    : text

const attribute = /\s*([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y
const name = /<?[^\s/>]*/y

/** Of a tag, or of what follows its name: each with where it stands. Stops at what is no attribute. */
export function* attributesIn(tag: string): Generator<{ name: string; value: string; from: number; to: number }> {
  name.lastIndex = 0
  let from = tag.startsWith('<') ? name.exec(tag)![0].length : 0
  for (;;) {
    attribute.lastIndex = from
    const match = attribute.exec(tag)
    if (!match) return
    const to = from + match[0].length
    yield { name: match[1]!, value: match[2] ?? match[3] ?? '', from, to }
    from = to
  }
}

export const attributesOf = (tag: string): Attributes => {
  const found: Record<string, string> = {}
  for (const { name, value } of attributesIn(tag)) found[name] = plain(value)
  return found
}

/** Just after `end`; a file that stops before it was cut off. */
export const after = (xml: string, end: string, from: number): number => {
  const at = xml.indexOf(end, from)
  if (at < 0) throw new SpreadsheetError('unreadable')
  return at + end.length
}

/** Of the tag that begins at `from`: a `>` between quotation marks ends nothing. */
export const tagEnd = (xml: string, from: number): number => {
  const end = after(xml, '>', from)
  const quote = xml.slice(from, end).search(/["']/)
  if (quote < 0) return end
  for (let at = from + quote; at < xml.length; at++) {
    const sign = xml[at]!
    if (sign === '>') return at + 1
    if (sign === '"' || sign === "'") at = after(xml, sign, at + 1) - 1
  }
  throw new SpreadsheetError('unreadable')
}

/** Reads to the end, and refuses what is cut off or closes what it did not open. */
export const readXml = (xml: string, { open, close, text }: Listener): void => {
  const path: string[] = []
  const ended = (tag: string) => {
    if (path.pop() !== tag) throw new SpreadsheetError('unreadable')
    close(tag)
  }
  let at = xml.indexOf('<')
  while (at >= 0) {
    let end: number
    if (xml.startsWith('<!--', at)) end = after(xml, '-->', at)
    else if (xml.startsWith('<![CDATA[', at)) {
      end = after(xml, ']]>', at)
      text(xml.slice(at + 9, end - 3))
    } else if (xml[at + 1] === '?' || xml[at + 1] === '!') end = after(xml, '>', at)
    else if (xml[at + 1] === '/') {
      end = after(xml, '>', at)
      ended(xml.slice(at + 2, end - 1).trim())
    } else {
      end = tagEnd(xml, at)
      const alone = xml[end - 2] === '/'
      const inside = xml.slice(at + 1, end - (alone ? 2 : 1))
      const space = inside.search(/\s/)
      const tag = space < 0 ? inside : inside.slice(0, space)
      path.push(tag)
      open(tag, space < 0 ? {} : attributesOf(inside.slice(space)))
      if (alone) ended(tag)
    }
    at = xml.indexOf('<', end)
    if (at > end) text(plain(xml.slice(end, at)))
  }
  if (path.length > 0) throw new SpreadsheetError('unreadable')
}
