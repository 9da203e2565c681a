import type * as Docx from 'docx'
import type { Part, Words } from './index.ts'

/** Between the margins of an A4 page, in pixels of 96 to the inch. */
const WIDEST = 560
const TALLEST = 760
/** Two characters, as a Chinese paragraph begins. */
const INDENT = 640

const runs = (docx: typeof Docx, words: readonly Words[]) =>
  words.map(part =>
    'lineBreak' in part
      ? new docx.TextRun({ break: 1 })
      : new docx.TextRun({
          text: part.text,
          bold: part.bold ?? false,
          italics: part.italic ?? false,
          ...(part.underline && { underline: {} }),
        }),
  )

const centred = (docx: typeof Docx, text: string, size: number, bold = false) =>
  new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, spacing: { after: 160 }, children: [new docx.TextRun({ text, size, bold })] })

function picture(docx: typeof Docx, { jpeg, width, height, caption }: Extract<Part, { is: 'picture' }>) {
  const scale = Math.min(1, WIDEST / width, TALLEST / height)
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) }
  const image = new docx.ImageRun({
    type: 'jpg',
    data: jpeg,
    transformation,
    altText: { name: caption, description: caption, title: caption },
  })
  const shown = new docx.Paragraph({ alignment: docx.AlignmentType.CENTER, keepNext: caption !== '', children: [image] })
  return caption === '' ? [shown] : [shown, centred(docx, caption, 24)]
}

const table = (docx: typeof Docx, rows: readonly (readonly string[])[]) =>
  new docx.Table({
    width: { size: 100, type: docx.WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new docx.TableRow({
          tableHeader: at === 0,
          children: cells.map(
            text =>
              new docx.TableCell({ children: [new docx.Paragraph({ children: [new docx.TextRun({ text, size: 24, bold: at === 0 })] })] }),
          ),
        }),
    ),
  })

const blocks = (docx: typeof Docx, part: Part): (Docx.Paragraph | Docx.Table)[] => {
  switch (part.is) {
    case 'title':
      return [
        new docx.Paragraph({
          heading: docx.HeadingLevel.TITLE,
          alignment: docx.AlignmentType.CENTER,
          children: [new docx.TextRun({ text: part.text, bold: true, size: 44 })],
        }),
      ]
    case 'subtitle':
      return [centred(docx, part.text, 28)]
    case 'heading': {
      const heading = part.level === 2 ? docx.HeadingLevel.HEADING_2 : docx.HeadingLevel.HEADING_3
      return [new docx.Paragraph({ heading, children: runs(docx, part.words) })]
    }
    case 'paragraph':
      return [new docx.Paragraph({ indent: { firstLine: INDENT, left: 480 * (part.depth ?? 0) }, children: runs(docx, part.words) })]
    case 'item': {
      const reference = part.numbered ? 'numbers' : 'bullets'
      return [new docx.Paragraph({ numbering: { reference, level: part.depth, instance: part.list }, children: runs(docx, part.words) })]
    }
    case 'picture':
      return picture(docx, part)
    case 'table':
      return [table(docx, part.rows)]
  }
}

export const bodyOf = (docx: typeof Docx, parts: readonly Part[]) => parts.flatMap(part => blocks(docx, part))
