import { useEffect, useEffectEvent, useRef, useState, useSyncExternalStore } from 'react'
import type { CameraFault } from './camera.ts'
import { lookThrough } from './look-through.ts'
import { tokenIn } from './token-in.ts'

/** A code of somebody else's is said for so long. */
const FOREIGN_MS = 2_500
const TOUCH_MS = 80

const useVisible = () =>
  useSyncExternalStore(
    tell => {
      document.addEventListener('visibilitychange', tell)
      return () => document.removeEventListener('visibilitychange', tell)
    },
    () => document.visibilityState === 'visible',
  )

export type Finding = 'opening' | 'looking' | 'foreign' | { fault: CameraFault }

/** Looks for a sign-in code while it is in sight; hidden or left, the camera is off. */
export const useScanner = (onToken: (token: string) => void) => {
  const video = useRef<HTMLVideoElement>(null)
  const visible = useVisible()
  const [finding, setFinding] = useState<Finding>('opening')

  const take = useEffectEvent((text: string): boolean => {
    const token = tokenIn(text, location.origin)
    if (token === null) {
      setFinding('foreign')
      return false
    }
    navigator.vibrate?.(TOUCH_MS)
    onToken(token)
    return true
  })

  useEffect(() => {
    const shown = video.current
    if (!visible || !shown) return
    let forgetting: number | undefined
    const end = lookThrough(shown, {
      onOpen: () => setFinding('looking'),
      onFault: fault => setFinding({ fault }),
      onRead: text => {
        clearTimeout(forgetting)
        forgetting = window.setTimeout(() => setFinding('looking'), FOREIGN_MS)
        return take(text)
      },
    })
    return () => {
      clearTimeout(forgetting)
      end()
      setFinding('opening')
    }
  }, [visible])

  return { video, finding }
}
