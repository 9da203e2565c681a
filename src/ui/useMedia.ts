import { useSyncExternalStore } from 'react'

const useMedia = (words: string): boolean =>
  useSyncExternalStore(
    tell => {
      const query = window.matchMedia(words)
      query.addEventListener('change', tell)
      return () => query.removeEventListener('change', tell)
    },
    () => window.matchMedia(words).matches,
  )

/** A phone, or a window as narrow as one: tables become lists. CSS uses the same 700 px. */
export const useNarrow = (): boolean => useMedia('(max-width: 700px)')

/** No room for navigation and page side by side: the navigation folds to icons. */
export const useTight = (): boolean => useMedia('(max-width: 1080px)')
