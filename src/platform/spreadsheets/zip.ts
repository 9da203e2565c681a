import { SpreadsheetError } from './refusals.ts'
import { limits } from './workbook.ts'

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const DEFLATED = 8
/** The end record is 22 bytes and may be followed by a comment of at most 65,535. */
const endRecordAt = (view: DataView): number => {
  const first = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= first; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new SpreadsheetError('unreadable')
}

/**
 * Refuses a zip by what its directory declares; nothing is inflated. The reader then holds each entry to its declared
 * size, so an entry that declares none must hold none.
 */
export const checkDeclaredSizes = (bytes: Uint8Array): void => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endRecordAt(view)
  const entries = view.getUint16(end + 10, true)
  if (entries > limits.zipEntries) throw new SpreadsheetError('unpacked-too-large')

  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let entry = 0; entry < entries; entry++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new SpreadsheetError('unreadable')
    const packed = view.getUint32(at + 20, true)
    const unpacked = view.getUint32(at + 24, true)
    const nameLength = view.getUint16(at + 28, true)
    const isFolder = nameLength > 0 && bytes[at + 46 + nameLength - 1] === 0x2f
    const hidesItsSize = view.getUint16(at + 10, true) === DEFLATED && unpacked === 0 && packed !== 2
    if (hidesItsSize && !isFolder) throw new SpreadsheetError('unreadable')
    total += unpacked
    if (total > limits.unpackedBytes) throw new SpreadsheetError('unpacked-too-large')
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
}
