import { describe, expect, test } from 'vitest'
import { docOf, emptyText, isEmpty, MOST_CHARACTERS, MOST_DEPTH, MOST_NODES, plainOf, type RichBlock, type RichText } from './rich-text.ts'
import { RichTextSchema } from './rich-text-schema.ts'

const words = (text: string, ...marks: ('bold' | 'italic' | 'underline')[]) =>
  ({ type: 'text', text, ...(marks.length && { marks: marks.map(type => ({ type })) }) }) as const
const line = (text: string): RichBlock => ({ type: 'paragraph', content: [words(text)] })
const doc = (...content: unknown[]) => ({ type: 'doc', content })
const taken = (value: unknown) => RichTextSchema.safeParse(value).success

const whole: RichText = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [words('经过')] },
    { type: 'paragraph', content: [words('书记'), words('讲话', 'bold', 'underline'), { type: 'hardBreak' }, words('全体听讲', 'italic')] },
    {
      type: 'orderedList',
      content: [
        { type: 'listItem', content: [line('学习文件'), { type: 'bulletList', content: [{ type: 'listItem', content: [line('党章')] }] }] },
        { type: 'listItem', content: [line('讨论')] },
      ],
    },
    { type: 'blockquote', content: [line('毕业不是终点')] },
    { type: 'paragraph' },
  ],
}

describe('a document', () => {
  test('of every kind of part is taken as it is', () => expect(RichTextSchema.parse(whole)).toEqual(whole))
  test('in plain text keeps its lines, numbers and points', () => {
    expect(plainOf(whole)).toBe('经过\n书记讲话\n全体听讲\n1. 学习文件\n　· 党章\n2. 讨论\n　毕业不是终点')
  })
  test('of plain text has a paragraph a line, and comes back as it was', () => {
    const text = '第一行\n\n第三行 <b>不是</b> & "标记"'
    expect(docOf(text).content).toHaveLength(3)
    expect(taken(docOf(text))).toBe(true)
    expect(plainOf(docOf(text))).toBe(text)
  })
  test.each([
    ['nothing', emptyText, true],
    ['blank lines', docOf(' \n\n '), true],
    ['an empty list', { type: 'doc', content: [{ type: 'paragraph', content: [words('　')] }] } as RichText, true],
    ['a word', docOf('字'), false],
  ])('%s', (_what, text, empty) => expect(isEmpty(text)).toBe(empty))
})

const nested = (depth: number): RichBlock =>
  depth === 0 ? line('底') : { type: 'bulletList', content: [{ type: 'listItem', content: [nested(depth - 1)] }] }

describe('what is refused', () => {
  const cases: [string, unknown][] = [
    ['HTML', '<p>经过</p>'],
    ['nothing', null],
    ['another root', { type: 'paragraph' }],
    ['a script', doc({ type: 'script', content: [words('alert(1)')] })],
    ['a picture', doc({ type: 'image', attrs: { src: 'https://example.org/1.png' } })],
    ['a first-level heading', doc({ type: 'heading', attrs: { level: 1 }, content: [words('题')] })],
    ['a heading with a style', doc({ type: 'heading', attrs: { level: 2, style: 'color:red' } })],
    ['a paragraph with attributes', doc({ type: 'paragraph', attrs: { class: 'x' } })],
    [
      'a link',
      doc({ type: 'paragraph', content: [{ ...words('点'), marks: [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }] }] }),
    ],
    ['a mark with attributes', doc({ type: 'paragraph', content: [{ ...words('点'), marks: [{ type: 'bold', attrs: {} }] }] })],
    ['a text beside the paragraphs', doc(words('裸'))],
    ['an empty text', doc({ type: 'paragraph', content: [words('')] })],
    ['a NUL', doc(line('甲\u0000乙'))],
    ['half a character', doc(line('甲\ud842'))],
    ['an item beside a list', doc({ type: 'listItem', content: [line('项')] })],
    ['a list of nothing', doc({ type: 'bulletList', content: [] })],
    ['something of one’s own', doc({ ...line('字'), onclick: 'x' })],
  ]
  test.each(cases)('%s', (_what, value) => expect(taken(value)).toBe(false))

  test('what looks like HTML inside a text stays text', () => {
    const text = '<script>alert(1)</script><img src=x onerror=alert(1)>'
    expect(RichTextSchema.parse(doc(line(text)))).toEqual(doc(line(text)))
  })

  test.each([
    [MOST_DEPTH, true],
    [MOST_DEPTH + 1, false],
    [5_000, false],
  ])('lists in lists: %i deep', (depth, fine) => expect(taken(doc(nested(depth)))).toBe(fine))

  test.each([
    [MOST_CHARACTERS, true],
    [MOST_CHARACTERS + 1, false],
  ])('%i characters in all, of which one beyond the basic plane counts as one', (count, fine) => {
    const half = Math.floor(count / 2)
    expect(taken(doc(line('𠮷'.repeat(half)), line('字'.repeat(count - half))))).toBe(fine)
  })

  test('thousands of empty parts', () => expect(taken(doc(...Array(MOST_NODES + 1).fill({ type: 'paragraph' })))).toBe(false))
})
