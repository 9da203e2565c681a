/** What an editor holds, or what was pasted into it, brought into the closed set: what is not of it falls away, its words stay. */
import { type MarkKind, MOST_DEPTH, markKinds, type RichBlock, type RichInline, type RichItem, type RichText } from './rich-text.ts'

/** A node as editors write it: any name, any attributes. */
export type LooseNode = {
  type?: string | undefined
  text?: string | undefined
  attrs?: Record<string, unknown> | null | undefined
  marks?: readonly { type?: string | undefined }[] | undefined
  content?: readonly LooseNode[] | undefined
}

/** Control characters, and halves of characters that a cut left behind. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what falls away
const CONTROL = /[\u0000-\u0008\u000a-\u001f\u007f]|\p{Surrogate}/gu

const isMark = (name: string | undefined): name is MarkKind => (markKinds as readonly (string | undefined)[]).includes(name)

function inlineOf(node: LooseNode): RichInline[] {
  if (node.type === 'hardBreak') return [{ type: 'hardBreak' }]
  if (node.type !== 'text') return (node.content ?? []).flatMap(inlineOf)
  const text = (node.text ?? '').replace(CONTROL, '')
  const marks = [...new Set((node.marks ?? []).map(({ type }) => type).filter(isMark))].map(type => ({ type }))
  return text === '' ? [] : [{ type: 'text', text, ...(marks.length > 0 && { marks }) }]
}

const lines = (node: LooseNode) => {
  const content = (node.content ?? []).flatMap(inlineOf)
  return content.length > 0 ? { content } : {}
}

function blocksOf(node: LooseNode, depth: number): RichBlock[] {
  const inner = (left: number) => (node.content ?? []).flatMap(child => blocksOf(child, left))
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', ...lines(node) }]
    case 'heading':
      return [{ type: 'heading', attrs: { level: node.attrs?.level === 3 ? 3 : 2 }, ...lines(node) }]
    case 'text':
      return [{ type: 'paragraph', ...lines({ content: [node] }) }]
    case 'bulletList':
    case 'orderedList': {
      // Deeper than that, its lines stand beside those above.
      if (depth === 0) return inner(0)
      const content = (node.content ?? []).flatMap((item): RichItem[] => {
        const held = (item.content ?? []).flatMap(child => blocksOf(child, depth - 1))
        return held.length > 0 ? [{ type: 'listItem', content: held }] : []
      })
      return content.length > 0 ? [{ type: node.type, content }] : []
    }
    case 'blockquote': {
      const content = inner(depth === 0 ? 0 : depth - 1)
      if (depth === 0 || content.length === 0) return content
      return [{ type: 'blockquote', content }]
    }
    default:
      return inner(depth)
  }
}

/** An editor keeps an empty line at its end: nobody wrote it. */
const withoutLast = (content: RichBlock[]): RichBlock[] => {
  const last = content.at(-1)
  return last?.type === 'paragraph' && !last.content ? withoutLast(content.slice(0, -1)) : content
}

export const closedOf = (doc: LooseNode): RichText => ({
  type: 'doc',
  content: withoutLast((doc.content ?? []).flatMap(node => blocksOf(node, MOST_DEPTH))),
})
