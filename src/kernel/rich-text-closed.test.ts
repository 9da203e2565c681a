import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { docOf, plainOf } from './rich-text.ts'
import { closedOf, type LooseNode } from './rich-text-closed.ts'
import { RichTextSchema } from './rich-text-schema.ts'

const text = (words: string, ...marks: string[]): LooseNode => ({ type: 'text', text: words, marks: marks.map(type => ({ type })) })
const paragraph = (...content: LooseNode[]): LooseNode => ({ type: 'paragraph', content })
const doc = (...content: LooseNode[]): LooseNode => ({ type: 'doc', content })

describe('what an editor holds', () => {
  test('of the closed set stays as it is', () => expect(closedOf(docOf('一\n二'))).toEqual(docOf('一\n二')))
  test('loses attributes, marks and empty ends that are not of it', () => {
    const list = { type: 'orderedList', attrs: { start: 1, type: null }, content: [{ type: 'listItem', content: [paragraph(text('项'))] }] }
    const held = doc({ ...paragraph(text('甲', 'bold', 'link', 'bold')), attrs: { textAlign: 'center' } }, list, paragraph(), paragraph())
    expect(closedOf(held)).toEqual({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: '甲', marks: [{ type: 'bold' }] }] },
        { type: 'orderedList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [{ type: 'text', text: '项' }] }] }] },
      ],
    })
  })
  test('in a table or a picture keeps its words, and no picture', () => {
    const cell = (words: string): LooseNode => ({ type: 'tableCell', content: [paragraph(text(words))] })
    const table: LooseNode = { type: 'table', content: [{ type: 'tableRow', content: [cell('应到'), cell('12')] }] }
    expect(plainOf(closedOf(doc(table, { type: 'image', attrs: { src: 'x' } }, text('裸'))))).toBe('应到\n12\n裸')
  })
  test('too deep comes up, and nothing of it is lost', () => {
    const nested = (depth: number): LooseNode =>
      depth === 0 ? paragraph(text('底')) : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] }
    const closed = closedOf(doc(nested(9)))
    expect(plainOf(closed)).toContain('底')
    expect(RichTextSchema.safeParse(closed).success).toBe(true)
  })
})

const kinds = fc.constantFrom(
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'blockquote',
  'table',
  'text',
  'hardBreak',
  'script',
)
const { node } = fc.letrec<{ node: LooseNode }>(tie => ({
  node: fc.record(
    {
      type: kinds,
      text: fc.string({ unit: 'binary', maxLength: 8 }),
      attrs: fc.constantFrom({ level: 1 }, { level: 3 }, { style: 'x' }, null),
      marks: fc.array(fc.record({ type: fc.constantFrom('bold', 'link', 'italic', 'code') }), { maxLength: 3 }),
      content: fc.array(tie('node'), { maxLength: 3, depthIdentifier: 'rich' }),
    },
    { requiredKeys: ['type'] },
  ),
}))

test('whatever it holds, what comes out is taken by the server', () => {
  fc.assert(
    fc.property(fc.array(node, { maxLength: 4 }), content => {
      expect(RichTextSchema.safeParse(closedOf({ type: 'doc', content })).success).toBe(true)
    }),
  )
})
