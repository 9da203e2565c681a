import { useRef } from 'react'
import { newId } from '../kernel/ids.ts'

/** One key for one form: repeat it with each try, `renew()` after the write was answered. */
export const useIdempotencyKey = (): { key: () => string; renew: () => void } => {
  const held = useRef<string>(undefined)
  return {
    key: () => {
      held.current ??= newId()
      return held.current
    },
    renew: () => {
      held.current = undefined
    },
  }
}
