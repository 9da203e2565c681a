/** A draft as a document, its photographs as one file, and the counts as a workbook. */
import { newId } from '../../kernel/ids.ts'
import type { RichBlock, RichInline } from '../../kernel/rich-text.ts'
import { documentOf, type Part, type Words, zipOf } from '../../platform/documents/index.ts'
import { listWorkbook } from '../../platform/spreadsheets/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { type Period, unitCounts } from './counting.ts'
import { bytesOf } from './photos.ts'
import * as store from './store.ts'
import { held } from './views.ts'

const wordsOf = (content: readonly RichInline[] = []): Words[] =>
  content.map(part => {
    if (part.type === 'hardBreak') return { lineBreak: true }
    const has = (mark: string) => part.marks?.some(({ type }) => type === mark) ?? false
    return { text: part.text, bold: has('bold'), italic: has('italic'), underline: has('underline') }
  })

/** Each numbered list counts for itself. */
function partsOf(blocks: readonly RichBlock[], depth: number, lists: { last: number }): Part[] {
  return blocks.flatMap((block): Part[] => {
    switch (block.type) {
      case 'heading':
        return [{ is: 'heading', level: block.attrs.level, words: wordsOf(block.content) }]
      case 'paragraph':
        return [{ is: 'paragraph', words: wordsOf(block.content), depth }]
      case 'blockquote':
        return partsOf(block.content, depth + 1, lists)
      default: {
        lists.last += 1
        const list = lists.last
        const numbered = block.type === 'orderedList'
        return block.content.flatMap(({ content: [first, ...rest] }): Part[] => [
          ...(first?.type === 'paragraph' || first?.type === 'heading'
            ? [{ is: 'item' as const, numbered, list, depth, words: wordsOf(first.content) }]
            : partsOf(first ? [first] : [], depth + 1, lists)),
          ...partsOf(rest, depth + 1, lists),
        ])
      }
    }
  })
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const fileOf = (bytes: Uint8Array, name: string, type: string) => new File([bytes as Uint8Array<ArrayBuffer>], name, { type })
const nameOf = (title: string) => title.replace(/[\\/:*?"<>|]/g, ' ').trim() || '稿件'

/** The draft and its photographs, and on record who took them out. */
const takenOut = (context: RequestContext, id: string, form: 'docx' | 'zip') =>
  context.within(async inside => {
    const row = await held(inside, id)
    const photos = await store.photosOf(inside.trx, inside.scope, id)
    inside.record({ kind: 'news', id, path: row.path, after: { title: row.title, form } })
    const readers = await Promise.all(photos.map(photo => bytesOf(inside, photo.id, false)))
    return { row, photos: photos.map((photo, at) => ({ ...photo, read: readers[at]! })) }
  })

export async function document(context: RequestContext, id: string): Promise<File> {
  const { row, photos } = await takenOut(context, id, 'docx')
  const pictures: Part[] = []
  for (const { read, width, height, caption } of photos) pictures.push({ is: 'picture', jpeg: await read(), width, height, caption })
  const parts: Part[] = [
    { is: 'title', text: row.title },
    { is: 'subtitle', text: [row.unitName, row.byline].filter(Boolean).join('　') },
    ...partsOf(row.text.content, 0, { last: 0 }),
    ...pictures,
  ]
  return fileOf(await documentOf(row.title, parts), `${nameOf(row.title)}.docx`, DOCX)
}

export async function pictures(context: RequestContext, id: string): Promise<File> {
  const { row, photos } = await takenOut(context, id, 'zip')
  const files = []
  for (const [at, { read, caption }] of photos.entries())
    files.push({ name: `${String(at + 1).padStart(2, '0')} ${nameOf(caption || '照片')}.jpg`, bytes: await read() })
  return fileOf(zipOf(files), `${nameOf(row.title)} 照片.zip`, 'application/zip')
}

export async function exportCounts(context: RequestContext, asked: Period): Promise<File> {
  const rows = await context.within(async inside => {
    const found = await unitCounts(inside, asked)
    inside.record({ kind: 'export', id: newId(), path: inside.scope.path, after: { list: 'news', ...asked, count: found.length } })
    return found
  })
  type Row = (typeof rows)[number]
  return listWorkbook({
    name: '稿件统计',
    by: context.actor.name,
    on: context.today,
    notes: [[asked.from, asked.to].filter(Boolean).join(' 至 ')].filter(Boolean),
    columns: [
      { header: '单位', cell: (row: Row) => row.unitName },
      { header: '报送', cell: (row: Row) => row.submitted },
      { header: '退回', cell: (row: Row) => row.returned },
      { header: '采用', cell: (row: Row) => row.accepted },
      { header: '刊发', cell: (row: Row) => row.published },
      { header: '链接', cell: (row: Row) => row.links },
    ],
    rows,
  })
}
