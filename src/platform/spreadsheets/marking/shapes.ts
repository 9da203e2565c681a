/** The yellow boxes in which notes are shown: an old drawing language, written and cut as text because not all of it is XML. */

import { areaOf } from '../parts/places.ts'
import { changed } from '../parts/tags.ts'
import { SpreadsheetError } from '../refusals.ts'

const start = /<([\w.-]+):shape\s/g
/** Not by one pattern for all of a shape: where many begin and none ends, that would take for ever. */
function* shapesIn(xml: string): Generator<{ from: number; to: number; text: string }> {
  start.lastIndex = 0
  for (let match = start.exec(xml); match; match = start.exec(xml)) {
    const end = `</${match[1]}:shape>`
    const at = xml.indexOf(end, match.index)
    if (at < 0) return
    const to = at + end.length
    yield { from: match.index, to, text: xml.slice(match.index, to) }
    start.lastIndex = to
  }
}

const names = [
  'v="urn:schemas-microsoft-com:vml"',
  'o="urn:schemas-microsoft-com:office:office"',
  'x="urn:schemas-microsoft-com:office:excel"',
]
const declared = names.map(name => ` xmlns:${name}`).join('')
const type = (more: string) =>
  `<v:shapetype${more} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`
/** Numbers of shapes are given out in blocks, the first of which begins with the second. */
const BLOCK = 1_024

const layout = (shapes: number) =>
  `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${Array.from({ length: Math.ceil((shapes + 1) / BLOCK) }, (_, at) => at + 1).join(',')}"/></o:shapelayout>`

const numberIn = (text: string, tag: string): number =>
  Number(new RegExp(`<(?:[\\w.-]+:)?${tag}>\\s*(\\d{1,7})\\s*<`).exec(text)?.[1] ?? -1)

/** Two columns wide, and as high as the words need. */
const box = (ref: string, said: string, number: number, more: string): string => {
  const { startRow: row, startColumn: column } = areaOf(ref)!
  const height = Math.min(12, 3 + Math.ceil(said.length / 14) + said.split('\n').length)
  const top = Math.max(0, row - 1)
  return (
    `<v:shape${more} id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:shadow color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${top}, 10, ${column + 4}, 15, ${top + height}, 4</x:Anchor>` +
    `<x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  )
}

/** The drawing with a box for each of these notes, and none for the cells whose earlier note has gone. */
export const withBoxes = (xml: string | null, gone: readonly string[], notes: ReadonlyMap<string, string>): string => {
  const head = xml ?? `<xml${declared}>${layout(notes.size)}${type('')}</xml>`
  const cells = new Set(gone.map(ref => areaOf(ref)).map(area => `${area?.startRow},${area?.startColumn}`))
  const isGone = (text: string) => text.includes('ObjectType="Note"') && cells.has(`${numberIn(text, 'Row')},${numberIn(text, 'Column')}`)
  const boxesGone = [...shapesIn(head)].filter(({ text }) => isGone(text)).map(({ from, to }) => ({ from, to, text: '' }))
  const kept = changed(head, boxesGone).join('')
  const end = kept.lastIndexOf('</xml>')
  if (end < 0) throw new SpreadsheetError('unreadable')
  const taken = [...kept.matchAll(/_x0000_s(\d{1,9})/g)].reduce((most, [, number]) => Math.max(most, Number(number)), BLOCK)
  // Some programs name the languages otherwise, and on each shape.
  const root = kept.slice(0, kept.indexOf('>') + 1)
  const more = names.every(name => root.includes(`xmlns:${name}`)) ? '' : declared
  const boxes = [...notes].map(([ref, said], at) => box(ref, said, taken + at + 1, more))
  const shapeType = kept.includes('id="_x0000_t202"') ? '' : type(more)
  return `${kept.slice(0, end)}${shapeType}${boxes.join('')}${kept.slice(end)}`
}
