/**
 * The cell formats of a workbook, added to and never renumbered. A marked cell gets a copy of its own format with our fill;
 * the fill holds the former color as its unseen second color, so that the cell has it back once it is mended, in whatever
 * program the workbook was saved meanwhile.
 */
import { Unpatchable } from '../parts/package.ts'
import { appended, changed, type Element, elementsOf, prefixOf, Tags, withAttribute, withoutAttribute } from '../parts/tags.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
/** A shade beside Excel's own "bad": no cell of the sender's has it by chance. */
const RED = 'FFFFC7CD'
const WORDS = 'FF9C0006'
/** Excel opens no workbook with more cell formats. */
const MOST_FORMATS = 64_000

export const noStyles = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>`

/** One list of the part: what it has, and what is added to it. */
class List {
  readonly items: string[]
  readonly #element: Element
  readonly #held: number

  constructor(xml: string, list: string) {
    const found = elementsOf(xml, (name, depth) => depth === 1 && name === list)[0]
    if (!found) throw new Unpatchable()
    this.#element = found
    const inside = `<list>${xml.slice(found.inside, found.close)}</list>`
    this.items = elementsOf(inside, (_, depth) => depth === 1).map(({ from, to }) => inside.slice(from, to))
    this.#held = this.items.length
  }

  /** The number of such an item: one that is there, or a new one. */
  numberOf(item: string, isSame: (other: string) => boolean = other => other === item): number {
    const at = this.items.findIndex(isSame)
    return at >= 0 ? at : this.items.push(item) - 1
  }

  changesIn(xml: string) {
    const more = this.items.slice(this.#held)
    if (more.length === 0) return []
    const { from, inside } = this.#element
    const tag = withAttribute(xml.slice(from, inside), 'count', this.items.length)
    const end = appended(xml, this.#element, more.join(''))
    return this.#element.alone
      ? [{ ...end, text: withAttribute(end.text, 'count', this.items.length) }]
      : [{ from, to: inside, text: tag }, end]
  }
}

const firstTag = (xml: string): string => {
  const tags = new Tags(xml)
  return tags.next() ? tags.text : ''
}
const tagNamed = (xml: string, name: string): Tags | null => {
  const tags = new Tags(xml)
  while (tags.next()) if (tags.name === name && !tags.closing) return tags
  return null
}

type Color = string
const NONE: Color = 'indexed="64"'
const colorOf = (fill: string, which: 'fgColor' | 'bgColor'): Color | null => {
  const given = Object.entries(tagNamed(fill, which)?.attributes ?? {}).filter(([name]) => /^(?:rgb|theme|tint|indexed)$/.test(name))
  return given.length === 0 ? null : given.map(([name, value]) => `${name}="${value.replace(/[^\w.+-]/g, '')}"`).join(' ')
}
const isSolid = (fill: string) => tagNamed(fill, 'patternFill')?.attributes.patternType === 'solid'
const isRed = (fill: string) => isSolid(fill) && colorOf(fill, 'fgColor')?.toUpperCase() === `RGB="${RED}"`

/** LibreOffice writes a second color of its own making, plain; ours has a tint too faint to see. */
const TINT = ' tint="0.0001"'
const hidden = (color: Color): Color => (color.startsWith('rgb=') && !color.includes('tint=') ? color + TINT : color)
const faint = / tint="[+-]?(?:0(?:\.000\d*)?|\d(?:\.\d+)?[eE]-\d+)"$/
const shown = (color: Color): Color | null => {
  if (color === NONE || /^rgb="[^"]*"$/.test(color)) return null
  return color.replace(faint, '')
}

const withoutApply = (format: string) => {
  const tag = firstTag(format)
  return withoutAttribute(tag, 'applyFill') + format.slice(tag.length)
}

export class Styles {
  readonly #xml: string
  readonly #prefix: string
  readonly #fonts: List
  readonly #fills: List
  readonly #formats: List
  readonly #reds = new Map<number, number>()
  readonly #formers = new Map<number, number>()

  constructor(xml: string) {
    this.#xml = xml
    this.#prefix = prefixOf(xml)
    this.#fonts = new List(xml, 'fonts')
    this.#fills = new List(xml, 'fills')
    this.#formats = new List(xml, 'cellXfs')
  }

  /** The format of a cell before it was marked. */
  former(format: number): number {
    const known = this.#formers.get(format)
    if (known !== undefined) return known
    const found = this.#formerOf(format)
    this.#formers.set(format, found)
    return found
  }

  /** The same format, red. */
  red(format: number): number {
    const own = this.former(format)
    const known = this.#reds.get(own)
    if (known !== undefined) return known
    const fill = this.#fillOf(own)
    const color = fill !== undefined && isSolid(fill) ? colorOf(fill, 'fgColor') : null
    const found = this.#withFill(own, this.#fills.numberOf(this.#solid(`rgb="${RED}"`, color === null ? NONE : hidden(color))))
    this.#reds.set(own, found)
    return found
  }

  /** How the column of problems is written. */
  words(isHead: boolean): number {
    const p = this.#prefix
    const font = this.#fonts.items[0] ?? ''
    const kept = (name: string) => tagNamed(font, name)?.text.replace(/\/?>$/, '/>') ?? ''
    const look = `${isHead ? `<${p}b/>` : ''}${kept('sz')}<${p}color rgb="${WORDS}"/>${['name', 'family', 'charset'].map(kept).join('')}`
    const fontId = this.#fonts.numberOf(`<${p}font>${look}</${p}font>`)
    return this.#formats.numberOf(
      `<${p}xf numFmtId="0" fontId="${fontId}" fillId="0" borderId="0" xfId="0" applyFont="1" applyAlignment="1"><${p}alignment vertical="center" wrapText="1"/></${p}xf>`,
    )
  }

  get xml(): string {
    return changed(
      this.#xml,
      [this.#fonts, this.#fills, this.#formats].flatMap(list => list.changesIn(this.#xml)),
    ).join('')
  }

  #fillOf(format: number): string | undefined {
    const id = tagNamed(this.#formats.items[format] ?? '', 'xf')?.attributes.fillId
    return this.#fills.items[Number(id ?? 0)]
  }

  #formerOf(format: number): number {
    const fill = this.#fillOf(format)
    if (fill === undefined || !isRed(fill)) return format
    const color = shown(colorOf(fill, 'bgColor') ?? NONE)
    if (color === null) return this.#withFill(format, 0)
    return this.#withFill(
      format,
      this.#fills.numberOf(this.#solid(color, NONE), other => isSolid(other) && colorOf(other, 'fgColor') === color),
    )
  }

  #solid(front: Color, behind: Color): string {
    const p = this.#prefix
    return `<${p}fill><${p}patternFill patternType="solid"><${p}fgColor ${front}/><${p}bgColor ${behind}/></${p}patternFill></${p}fill>`
  }

  /** Beyond what Excel can take, a cell stays as it is; its note and its line in the column say enough. */
  #withFill(format: number, fill: number): number {
    const item = this.#formats.items[format]
    if (item === undefined || this.#formats.items.length >= MOST_FORMATS) return format
    const tag = firstTag(item)
    const filled = withAttribute(tag, 'fillId', fill) + item.slice(tag.length)
    const bare = withoutApply(filled)
    const same = this.#formats.items.findIndex(other => other.length < bare.length + 20 && withoutApply(other) === bare)
    if (same >= 0) return same
    const given = firstTag(filled)
    return this.#formats.numberOf(withAttribute(given, 'applyFill', 1) + filled.slice(given.length))
  }
}
