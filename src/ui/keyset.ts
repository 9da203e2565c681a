import { useRef } from 'react'
import { type UrlSearch, useUrlFilters } from './urlFilters.ts'

/** A place in a list read by key: where the page begins and which row is its first. */
export type Place = { after?: string | undefined; from: number }

/** What a list needs to show its page and to move on. */
export type KeysetPage = Place & {
  toNext: (next: string, rowsHere: number) => void
  toPrevious: () => void
}

export const placeOf = (search: UrlSearch): Place => {
  const from = Number(search.from)
  return search.after ? { after: search.after, from: Number.isInteger(from) && from > 0 ? from : 1 } : { from: 1 }
}

/** The place lives in the URL; the way back is remembered, and a shared link goes back to the beginning. */
export const useKeysetPage = (): KeysetPage => {
  const [search, change] = useUrlFilters()
  const behind = useRef<Place[]>([])
  const here = placeOf(search)
  if (!here.after) behind.current = []

  const move = (to: Place) => change({ after: to.after, from: to.after ? String(to.from) : undefined })

  return {
    ...here,
    toNext: (next, rowsHere) => {
      behind.current.push(here)
      move({ after: next, from: here.from + rowsHere })
    },
    toPrevious: () => move(behind.current.pop() ?? { from: 1 }),
  }
}
