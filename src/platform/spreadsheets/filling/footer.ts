/** A line at the foot of each printed page: who took the form out, and what it holds. Added to what the template has there. */
import { asBytes, asText } from '../parts/package.ts'
import { type Change, type Element, elementsOf, escaped } from '../parts/tags.ts'
import { plain } from '../xml.ts'

/** Excel takes no more in a footer. */
const MAX_FOOTER = 255
/** What may stand before a footer, in the standard's order. */
const before = new Set(
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations hyperlinks printOptions pageMargins pageSetup'.split(
    ' ',
  ),
)

const with_ = (held: string, line: string): string =>
  held === '' ? `&L${line}` : `${held.slice(0, MAX_FOOTER - line.length - 1)}\n${line}`

export const footerChanges = (xml: string, prefix: string, footer: string): Change[] => {
  const line = footer.replaceAll('&', '&&').slice(0, 200)
  const parts = elementsOf(xml, (_, depth) => depth === 1)
  const head = parts.find(({ name }) => name === 'headerFooter')
  if (!head || head.alone) {
    const made = `<${prefix}headerFooter><${prefix}oddFooter>${asBytes(escaped(with_('', line)))}</${prefix}oddFooter></${prefix}headerFooter>`
    if (head) return [{ from: head.from, to: head.to, text: made }]
    const at = Math.max(...parts.filter(({ name }) => before.has(name)).map(({ to }) => to))
    return [{ from: at, to: at, text: made }]
  }
  const footers = elementsOf(xml, (name, depth) => depth === 2 && /^(?:odd|even|first)Footer$/.test(name)).filter(within(head))
  const changes = footers.map(({ name, from, inside, close, to, alone }) => {
    const held = alone ? '' : plain(asText(xml.slice(inside, close)))
    return { from, to, text: `<${prefix}${name}>${asBytes(escaped(with_(held, line)))}</${prefix}${name}>` }
  })
  if (footers.some(({ name }) => name === 'oddFooter')) return changes
  const header = elementsOf(xml, (name, depth) => depth === 2 && name === 'oddHeader').find(within(head))
  const at = header?.to ?? head.inside
  return [...changes, { from: at, to: at, text: `<${prefix}oddFooter>${asBytes(escaped(with_('', line)))}</${prefix}oddFooter>` }]
}

const within = (outer: Element) => (element: Element) => element.from >= outer.inside && element.to <= outer.close
