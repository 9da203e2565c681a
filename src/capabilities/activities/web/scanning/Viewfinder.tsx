import type { RefObject } from 'react'
import type { Finding } from './useScanner.ts'

const findingWords = {
  opening: '正在打开摄像头。浏览器问起时，请点“允许”。',
  looking: '对准大屏幕上的二维码',
  foreign: '这不是启程的签到码',
}

type ViewfinderProps = { video: RefObject<HTMLVideoElement | null>; finding: keyof typeof findingWords }

/** What the camera sees, and where to hold the code. */
export const Viewfinder = ({ video, finding }: ViewfinderProps) => (
  <div className="scan-view" data-finding={finding satisfies Finding}>
    <div className="scan-picture">
      <video ref={video} muted playsInline aria-label="摄像头看到的" />
      <i className="scan-aim" aria-hidden="true" />
    </div>
    <p role="status">{findingWords[finding]}</p>
  </div>
)
