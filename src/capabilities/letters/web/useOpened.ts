import { useUrlFilters } from '../../../ui/urlFilters.ts'

/** The row whose drawer is open stands in the URL beside the filters; opening and closing keep the place in the list. */
export const useOpened = (path: string, name: string) => {
  const [filters, change] = useUrlFilters()
  const { after, from } = filters
  return {
    opened: filters[name],
    open: (id: string) => change({ [name]: id, after, from }),
    close: () => change({ [name]: undefined, after, from }, { replace: true }),
    href: (id: string) =>
      `${path}?${new URLSearchParams(Object.entries({ ...filters, [name]: id }).flatMap(([key, value]) => (value ? [[key, value]] : [])))}`,
  }
}
