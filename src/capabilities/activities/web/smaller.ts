/** A photograph of a phone has 4 to 12 MB; sent at the size at which it is kept it has one. */
const SIDE = 2048
const WORTH_BYTES = 1_200_000
const QUALITY = 0.86

const drawn = (picture: ImageBitmap): Promise<Blob | null> => {
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
}

/** The same photograph, smaller; the file itself where this browser cannot read it: the server has the last word. */
export async function smaller(file: File): Promise<File> {
  const readable = /\.heic$|\.heif$/i.test(file.name) || file.type.startsWith('image/')
  if (!readable || (file.size < WORTH_BYTES && file.type === 'image/jpeg')) return file
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
    const blob = await drawn(picture)
    picture.close()
    return blob && blob.size < file.size ? new File([blob], file.name, { type: 'image/jpeg' }) : file
  } catch {
    return file
  }
}
