/** What an attachment is by its bytes: PDF, or one of the three kinds of Office that carry no programme. */
import { allow, type Decision, refuse } from '../../../kernel/decision.ts'

const PDF = [0x25, 0x50, 0x44, 0x46]
const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Of the compound file: .doc, .xls, .ppt, and any of the new kinds behind a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0]

const OOXML = 'application/vnd.openxmlformats-officedocument'
const mainParts: Readonly<Record<string, string>> = {
  'word/document.xml': `${OOXML}.wordprocessingml.document`,
  'xl/workbook.xml': `${OOXML}.spreadsheetml.sheet`,
  'ppt/presentation.xml': `${OOXML}.presentationml.presentation`,
}
export const attachmentEndings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  [mainParts['word/document.xml']!]: 'docx',
  [mainParts['xl/workbook.xml']!]: 'xlsx',
  [mainParts['ppt/presentation.xml']!]: 'pptx',
}
/** As in `<input accept>`. */
export const ATTACHMENT_ACCEPT = '.pdf,.docx,.xlsx,.pptx'

const END_OF_DIRECTORY = 0x06054b50
const ENTRY = 0x02014b50
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const ENTRY_BYTES = 46
const MOST_ENTRIES = 5_000

const starts = (bytes: Uint8Array, start: readonly number[]) => start.every((byte, at) => bytes[at] === byte)

function endAt(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_BYTES - LONGEST_COMMENT)
  for (let at = view.byteLength - END_BYTES; at >= first; at -= 1) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  return -1
}

/** The names in a zip's directory (PKWARE APPNOTE, 4.3.12); none where it has no whole one. Nothing is unpacked. */
function namesIn(bytes: Uint8Array): ReadonlySet<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endAt(view)
  const names = new Set<string>()
  if (end < 0) return names
  let at = view.getUint32(end + 16, true)
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES)
  for (let seen = 0; seen < count; seen += 1) {
    if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== ENTRY) return new Set()
    const length = view.getUint16(at + 28, true)
    names.add(new TextDecoder().decode(bytes.subarray(at + ENTRY_BYTES, at + ENTRY_BYTES + length)))
    at += ENTRY_BYTES + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return names
}

export function attachmentMime(bytes: Uint8Array): Decision<string, 'old-office' | 'macros' | 'not-that-kind'> {
  if (starts(bytes, PDF)) return allow('application/pdf')
  if (starts(bytes, COMPOUND)) return refuse('old-office')
  const names = starts(bytes, ZIP) ? namesIn(bytes) : new Set<string>()
  if (!names.has('[Content_Types].xml')) return refuse('not-that-kind')
  if ([...names].some(name => name.endsWith('vbaProject.bin'))) return refuse('macros')
  const main = Object.keys(mainParts).find(part => names.has(part))
  return main ? allow(mainParts[main]!) : refuse('not-that-kind')
}
