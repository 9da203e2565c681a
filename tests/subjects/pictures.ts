import { Transformer } from '@napi-rs/image'

/** A small photograph of nothing. */
export async function aPicture(name = '照片.jpg'): Promise<File> {
  const bytes = await Transformer.fromRgbaPixels(new Uint8Array(64 * 48 * 4).fill(180), 64, 48).jpeg(80)
  return new File([bytes as Uint8Array<ArrayBuffer>], name, { type: 'image/jpeg' })
}
