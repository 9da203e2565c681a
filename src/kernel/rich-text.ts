/** Written words with a little form, as data: a closed document in the shape of ProseMirror. Never HTML. */

export const markKinds = ['bold', 'italic', 'underline'] as const
export type MarkKind = (typeof markKinds)[number]

export type RichWords = { type: 'text'; text: string; marks?: { type: MarkKind }[] | undefined }
export type RichInline = RichWords | { type: 'hardBreak' }
type Lines = { content?: RichInline[] | undefined }
export type RichParagraph = Lines & { type: 'paragraph' }
export type RichHeading = Lines & { type: 'heading'; attrs: { level: 2 | 3 } }
export type RichItem = { type: 'listItem'; content: RichBlock[] }
export type RichList = { type: 'bulletList' | 'orderedList'; content: RichItem[] }
export type RichQuote = { type: 'blockquote'; content: RichBlock[] }
export type RichBlock = RichParagraph | RichHeading | RichList | RichQuote
export type RichText = { type: 'doc'; content: RichBlock[] }

/** Lists in lists, quotes in lists: nobody writes deeper, and whoever reads a document from outside knows where it ends. */
export const MOST_DEPTH = 4
/** About twenty pages. Of single characters, a line each, that is twenty thousand parts. */
export const MOST_CHARACTERS = 20_000
export const MOST_NODES = 24_000

export const emptyText: RichText = { type: 'doc', content: [] }

const wordsOf = ({ content = [] }: Lines): string => content.map(part => (part.type === 'text' ? part.text : '\n')).join('')

const indented = (text: string, first: string): string =>
  text
    .split('\n')
    .map((line, at) => (at === 0 ? first : '　'.repeat(first.length > 0 ? 1 : 0)) + line)
    .join('\n')

function linesOf(block: RichBlock): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return wordsOf(block)
    case 'blockquote':
      return indented(block.content.map(linesOf).join('\n'), '　')
    case 'bulletList':
      return block.content.map(item => indented(item.content.map(linesOf).join('\n'), '· ')).join('\n')
    case 'orderedList':
      return block.content.map((item, at) => indented(item.content.map(linesOf).join('\n'), `${at + 1}. `)).join('\n')
  }
}

/** The words alone, a line for each paragraph. */
export const plainOf = ({ content }: RichText): string => content.map(linesOf).join('\n').trim()

const countIn = (block: RichBlock): { characters: number; nodes: number } => {
  if (block.type === 'paragraph' || block.type === 'heading')
    return { characters: [...wordsOf(block)].length, nodes: 1 + (block.content?.length ?? 0) }
  const inner = block.content.flatMap((part): RichBlock[] => (part.type === 'listItem' ? part.content : [part]))
  return sum(inner.map(countIn), 1 + block.content.length)
}
const sum = (counts: readonly { characters: number; nodes: number }[], nodes: number) => ({
  characters: counts.reduce((all, count) => all + count.characters, 0),
  nodes: counts.reduce((all, count) => all + count.nodes, nodes),
})

/** How much was written, in characters and in parts. */
export const sizeOf = ({ content }: RichText) => sum(content.map(countIn), 0)

/** Nothing can be read in it. */
export const isEmpty = (text: RichText): boolean => plainOf(text) === ''

/** A line becomes a paragraph; whatever the line looks like stays text. */
export const docOf = (plain: string): RichText => {
  if (plain.trim() === '') return emptyText
  const lines = plain.replaceAll('\r\n', '\n').split('\n')
  return { type: 'doc', content: lines.map(line => ({ type: 'paragraph', ...(line && { content: [{ type: 'text', text: line }] }) })) }
}
