export type PictureMime = 'image/jpeg' | 'image/png' | 'image/webp'

/** What a picture states about itself before its pixels. */
export type Head = { mime: PictureMime; width: number; height: number }

export const textAt = (bytes: Uint8Array, at: number, length: number): string => String.fromCharCode(...bytes.subarray(at, at + length))
export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
