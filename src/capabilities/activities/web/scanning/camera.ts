/** Why there is no picture. */
export type CameraFault = 'unsupported' | 'refused' | 'missing' | 'busy' | 'unread'

/** The names by which browsers say it. A part of the page that did not arrive is a TypeError. */
const faults: Readonly<Record<string, CameraFault>> = {
  NotSupportedError: 'unsupported',
  NotAllowedError: 'refused',
  SecurityError: 'refused',
  NotFoundError: 'missing',
  OverconstrainedError: 'missing',
  NotReadableError: 'busy',
  AbortError: 'busy',
  TypeError: 'unread',
}

export const faultOf = (error: unknown): CameraFault => faults[error instanceof Error ? error.name : ''] ?? 'busy'

/** Enough for a code that fills a fifth of the picture, seen from the back of a room. */
const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 } }

/** The camera at the back. A page without https has no `mediaDevices` at all. */
export const openCamera = async (): Promise<MediaStream> => {
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (!devices) throw new DOMException('no camera on this page', 'NotSupportedError')
  return devices.getUserMedia({ audio: false, video: { facingMode: { ideal: 'environment' }, ...PICTURE } })
}

export const closeCamera = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop()
}
