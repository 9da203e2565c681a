/** What the cells of all sheets refer to: the texts that they share, and the styles that show a number as a date. */
import { isDateFormat } from 'hucre'
import type { Book } from './parts/book.ts'
import type { Package } from './parts/package.ts'
import { Tags } from './parts/tags.ts'
import { attributesOf, plain } from './xml.ts'
import { unpacked } from './zip.ts'

/** Not written as nearly every program writes it. */
export class NotPlain extends Error {}

/** `dates`: the styles' places, as cells name them. */
export type Shared = { strings: readonly string[]; dates: ReadonlySet<string> }

/** `_x000D_` is how a character that XML can't hold is written. */
const unescaped = (text: string) =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))) : text
export const textOf = (xml: string) => unescaped(plain(xml))

const plainString = /\s*<si><t(?: xml:space="preserve")?(?:\/>|>([^<]*)<\/t>)(?:<phoneticPr[^<>]*\/>)?<\/si>/y
const STRINGS_END = /\s*<\/sst>\s*$/y

/** How the characters are read aloud stands beside them, and is not text of the cell. */
const runsOf = (si: string): string => {
  const tags = new Tags(si)
  let [text, from, aloud] = ['', -1, false]
  while (tags.next()) {
    if (tags.name === 'rPh') aloud = !tags.closing
    if (tags.name !== 't' || aloud) continue
    if (tags.closing) text += textOf(si.slice(from, tags.from))
    from = tags.to
  }
  return text
}

const stringsOf = (xml: string): string[] => {
  const found: string[] = []
  let at = xml.indexOf('<si>')
  if (at < 0) return found
  for (;;) {
    plainString.lastIndex = at
    const match = plainString.exec(xml)
    if (match) {
      found.push(textOf(match[1] ?? ''))
      at = plainString.lastIndex
      continue
    }
    STRINGS_END.lastIndex = at
    if (STRINGS_END.test(xml)) return found
    const end = xml.indexOf('</si>', at) + 5
    if (!xml.startsWith('<si>', at) || end < 5) throw new NotPlain()
    found.push(runsOf(xml.slice(at, end)))
    at = end
  }
}

const inside = (xml: string, name: string): string => {
  const [from, to] = [xml.indexOf(`<${name}`), xml.indexOf(`</${name}>`)]
  return from < 0 || to < 0 ? '' : xml.slice(from, to)
}

/** The styles, by their place as cells name it, that show a number as a date. */
const datesOf = (xml: string): Set<string> => {
  const formats = new Map(
    (inside(xml, 'numFmts').match(/<numFmt\s[^>]*>/g) ?? []).map(tag => {
      const { numFmtId = '', formatCode = '' } = attributesOf(tag)
      return [numFmtId, formatCode]
    }),
  )
  const styles = inside(xml, 'cellXfs').match(/<xf\s[^>]*>/g) ?? []
  const isDate = ({ numFmtId = '0' }: Readonly<Record<string, string>>) => isDateFormat(formats.get(numFmtId) ?? numFmtId)
  return new Set(styles.flatMap((tag, at) => (isDate(attributesOf(tag)) ? [`${at}`] : [])))
}

const utf8 = (parts: Package, path: string | null): string => {
  const entry = path === null ? null : parts.entry(path)
  return entry ? unpacked(entry).toString('utf8') : ''
}

export const sharedOf = (parts: Package, book: Book): Shared => {
  if (/<workbookPr[^>]*\bdate1904="(?:1|true)"/.test(utf8(parts, book.path))) throw new NotPlain()
  return { strings: stringsOf(utf8(parts, book.strings)), dates: datesOf(utf8(parts, book.styles)) }
}
