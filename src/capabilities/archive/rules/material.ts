import { allow, type Decision, refuse } from '../../../kernel/decision.ts'
import { type Entry, type Source, sourceOf } from './completeness.ts'

export const materialRefusals = ['unknown-item', 'kept-here', 'not-yours', 'empty', 'not-that-kind', 'already-removed'] as const
export type MaterialRefusal = (typeof materialRefusals)[number]

/** A notice is kept here; its stamped copy may lie beside it. */
export const bringers: Record<Source, 'unit' | 'office' | null> = {
  returns: null,
  letters: null,
  education: null,
  notices: 'office',
  dossiers: null,
  news: 'unit',
  'unit-files': 'unit',
  'office-files': 'office',
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
const OLE = [0xd0, 0xcf, 0x11, 0xe0]

/** What the first bytes of each kind are; text has none of these and no zero byte. */
const kinds: readonly { ends: RegExp; mime: string; starts: readonly number[] | 'text' }[] = [
  { ends: /\.pdf$/i, mime: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46] },
  { ends: /\.docx$/i, mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', starts: ZIP },
  { ends: /\.xlsx$/i, mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', starts: ZIP },
  { ends: /\.pptx$/i, mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', starts: ZIP },
  { ends: /\.zip$/i, mime: 'application/zip', starts: ZIP },
  { ends: /\.doc$/i, mime: 'application/msword', starts: OLE },
  { ends: /\.xls$/i, mime: 'application/vnd.ms-excel', starts: OLE },
  { ends: /\.jpe?g$/i, mime: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
  { ends: /\.png$/i, mime: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47] },
  { ends: /\.(?:txt|md|csv)$/i, mime: 'text/plain', starts: 'text' },
]

const HEAD = 4_096

/** The kind that both the name and the content say; null where they disagree or the kind is not taken. */
export const mimeOf = (name: string, bytes: Uint8Array): string | null => {
  const kind = kinds.find(({ ends }) => ends.test(name))
  if (!kind) return null
  const fits = kind.starts === 'text' ? !bytes.subarray(0, HEAD).includes(0) : kind.starts.every((byte, at) => bytes[at] === byte)
  return fits ? kind.mime : null
}

/** May a file be brought for this item? What is kept here anyway is not brought a second time. */
export function mayBring(
  checklist: readonly Entry[],
  { item, office, name, bytes }: { item: string; office: boolean; name: string; bytes: Uint8Array },
): Decision<string, MaterialRefusal> {
  if (!checklist.some(({ key }) => key === item)) return refuse('unknown-item')
  const bringer = bringers[sourceOf(item)]
  if (bringer === null) return refuse('kept-here')
  if (bringer === 'office' && !office) return refuse('not-yours')
  if (bytes.length === 0) return refuse('empty')
  const mime = mimeOf(name, bytes)
  return mime ? allow(mime) : refuse('not-that-kind')
}

/** Whoever brought it takes it out again, or the office. */
export const mayRemove = ({
  own,
  office,
  removed,
}: {
  own: boolean
  office: boolean
  removed: boolean
}): Decision<true, MaterialRefusal> => {
  if (!own && !office) return refuse('not-yours')
  return removed ? refuse('already-removed') : allow(true)
}
