/** What a code in the picture says; null while there is none. */
export type Reader = (video: HTMLVideoElement) => Promise<string | null>

type Detector = { detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> }
type Detectors = { new (options: { formats: string[] }): Detector; getSupportedFormats(): Promise<string[]> }

/** The browser's own, where it has one. Some name it and read nothing. */
const nativeDetector = async (): Promise<Detector | null> => {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: Detectors }
  const formats = (await BarcodeDetector?.getSupportedFormats().catch(() => [])) ?? []
  return BarcodeDetector && formats.includes('qr_code') ? new BarcodeDetector({ formats: ['qr_code'] }) : null
}

/** Four dots to a module of a code a fifth as wide as the picture: more only costs the phone its battery. */
const LONGEST_SIDE = 960
/** For a second look at a picture that is hard to read. */
const RETRY_MS = 40

const plainReader = async (): Promise<Reader> => {
  const { decodeQR } = await import('qr/decode.js')
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  return async video => {
    const scale = Math.min(1, LONGEST_SIDE / Math.max(video.videoWidth, video.videoHeight))
    const [width, height] = [Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale)]
    if (!pen || width === 0 || height === 0) return null
    if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
    pen.drawImage(video, 0, 0, width, height)
    try {
      return decodeQR(pen.getImageData(0, 0, width, height), { timeLimit: RETRY_MS })
    } catch {
      return null
    }
  }
}

/** A detector that fails in the middle, as on phones without the service behind it, is replaced. */
export const openReader = async (): Promise<Reader> => {
  const detector = await nativeDetector()
  if (!detector) return plainReader()
  let plain: Reader | undefined
  return async video => {
    if (plain) return plain(video)
    try {
      return (await detector.detect(video))[0]?.rawValue ?? null
    } catch {
      plain = await plainReader()
      return null
    }
  }
}
