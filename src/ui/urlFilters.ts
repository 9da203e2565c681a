import { useNavigate, useSearch } from '@tanstack/react-router'

/** The app's router keeps every search parameter as plain text (`?state=sent&unit=12`). */
export type UrlSearch = Readonly<Record<string, string | undefined>>

/** The place in a list; a new filter starts from the beginning. */
export const PLACE = ['after', 'from'] as const

/** The search after a change: empty values leave the URL, and so does the place unless it is what changes. */
export const searchWith = (search: UrlSearch, change: UrlSearch): Record<string, string> => {
  const movesOnly = Object.keys(change).every(name => (PLACE as readonly string[]).includes(name))
  const kept = Object.entries({ ...search, ...change }).filter(
    ([name, value]) => value && (movesOnly || name in change || !(PLACE as readonly string[]).includes(name)),
  )
  return Object.fromEntries(kept) as Record<string, string>
}

export type ChangeFilters = (change: UrlSearch, how?: { replace?: boolean }) => void

/** `const [filters, change] = useUrlFilters()`; `change({ state: undefined })` removes one. `replace` while typing. */
export const useUrlFilters = (): [UrlSearch, ChangeFilters] => {
  const search = useSearch({ strict: false }) as UrlSearch
  const navigate = useNavigate()
  const change: ChangeFilters = (next, { replace = false } = {}) => {
    void navigate({ to: '.', search: (() => searchWith(search, next)) as never, replace })
  }
  return [search, change]
}
