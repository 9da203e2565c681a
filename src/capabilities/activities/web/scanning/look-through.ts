import { type CameraFault, closeCamera, faultOf, openCamera } from './camera.ts'
import { openReader } from './reader.ts'

type Told = {
  /** There is a picture. */
  onOpen: () => void
  /** A code was read; true when it was the right one, and looking ends. */
  onRead: (text: string) => boolean
  onFault: (fault: CameraFault) => void
}

/** Six looks a second find a code as fast as a hand holds still; the phone rests between them, however long a look takes. */
const LOOK_EVERY_MS = 160
const LEAST_REST_MS = 60

const rest = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))

/** Opens the camera into `video` and reads until told to end; the answer ends it, and gives the camera back at once. */
export const lookThrough = (video: HTMLVideoElement, { onOpen, onRead, onFault }: Told): (() => void) => {
  let stream: MediaStream | undefined
  let ended = false

  const end = () => {
    ended = true
    if (stream) closeCamera(stream)
    video.srcObject = null
  }
  const fail = (error: unknown) => {
    if (ended) return
    end()
    onFault(faultOf(error))
  }

  const look = async () => {
    const opened = await openCamera()
    if (ended) return closeCamera(opened)
    stream = opened
    for (const track of opened.getVideoTracks()) track.addEventListener('ended', fail)
    video.srcObject = opened
    await video.play()
    if (ended) return
    onOpen()
    const read = await openReader()
    while (!ended) {
      const began = performance.now()
      const text = await read(video)
      if (ended) return
      if (text !== null && onRead(text)) return end()
      await rest(Math.max(LEAST_REST_MS, LOOK_EVERY_MS - (performance.now() - began)))
    }
  }

  look().catch(fail)
  return end
}
