/** Written documents as .docx, and several files as one. Knows no domain; the packer is loaded when it is first needed. */
import { zipSync } from 'fflate'
import { bodyOf } from './body.ts'

export type Words = { text: string; bold?: boolean; italic?: boolean; underline?: boolean } | { lineBreak: true }

/** `list` tells numbered lists apart: each begins at one. */
export type Part =
  | { is: 'title'; text: string }
  | { is: 'subtitle'; text: string }
  | { is: 'heading'; level: 2 | 3; words: readonly Words[] }
  | { is: 'paragraph'; words: readonly Words[]; depth?: number }
  | { is: 'item'; numbered: boolean; list: number; depth: number; words: readonly Words[] }
  | { is: 'picture'; jpeg: Uint8Array; width: number; height: number; caption: string }
  | { is: 'table'; rows: readonly (readonly string[])[] }

export async function documentOf(title: string, parts: readonly Part[]): Promise<Uint8Array> {
  const docx = await import('docx')
  const level = (depth: number, numbered: boolean) => ({
    level: depth,
    format: numbered ? docx.LevelFormat.DECIMAL : docx.LevelFormat.BULLET,
    text: numbered ? `%${depth + 1}.` : '·',
    style: { paragraph: { indent: { left: 480 * (depth + 1), hanging: 480 } } },
  })
  const levels = (numbered: boolean) => [0, 1, 2, 3, 4].map(depth => level(depth, numbered))
  const document = new docx.Document({
    title,
    styles: { default: { document: { run: { font: { ascii: 'Times New Roman', eastAsia: '仿宋' }, size: 32 } } } },
    numbering: {
      config: [
        { reference: 'numbers', levels: levels(true) },
        { reference: 'bullets', levels: levels(false) },
      ],
    },
    sections: [{ children: bodyOf(docx, parts) }],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

/** Pictures are packed already: they are stored as they are. */
export const zipOf = (files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array =>
  zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 0 })
