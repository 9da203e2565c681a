/** What a document from outside may hold; anything else is refused, never mended. */
import { z } from 'zod'
import { MOST_CHARACTERS, MOST_DEPTH, MOST_NODES, markKinds, type RichBlock, type RichText, sizeOf } from './rich-text.ts'

/** No control character but the tab, no half of a character: a database and a workbook take none. */
const Words = z
  .string()
  .min(1)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  .refine(text => !/[\u0000-\u0008\u000a-\u001f\u007f]|\p{Surrogate}/u.test(text), 'No control characters')
const Mark = z.strictObject({ type: z.enum(markKinds) })
const marks = z.array(Mark).max(markKinds.length).optional()
const Inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: Words, marks }),
  z.strictObject({ type: z.literal('hardBreak') }),
])
const content = z.array(Inline).max(MOST_NODES).optional()
const level = z.union([z.literal(2), z.literal(3)])
const Paragraph = z.strictObject({ type: z.literal('paragraph'), content })
const Heading = z.strictObject({ type: z.literal('heading'), attrs: z.strictObject({ level }), content })

/** One level deeper on each step, so that the depth has an end by its very shape. */
function blockOf(depth: number): z.ZodType<RichBlock, RichBlock> {
  if (depth === 0) return z.discriminatedUnion('type', [Paragraph, Heading])
  const inner = z
    .array(blockOf(depth - 1))
    .min(1)
    .max(MOST_NODES)
  const Item = z.strictObject({ type: z.literal('listItem'), content: inner })
  const List = z.strictObject({ type: z.enum(['bulletList', 'orderedList']), content: z.array(Item).min(1).max(MOST_NODES) })
  const Quote = z.strictObject({ type: z.literal('blockquote'), content: inner })
  return z.discriminatedUnion('type', [Paragraph, Heading, List, Quote])
}

export const RichTextSchema: z.ZodType<RichText, RichText> = z
  .strictObject({ type: z.literal('doc'), content: z.array(blockOf(MOST_DEPTH)).max(MOST_NODES) })
  .refine(text => {
    const { characters, nodes } = sizeOf(text)
    return characters <= MOST_CHARACTERS && nodes <= MOST_NODES
  }, 'Too long')
  .meta({ id: 'RichText' })
