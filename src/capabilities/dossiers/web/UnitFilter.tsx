import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { orgsApi } from './client.ts'

const STILL_MS = 300_000

/** In the order of the tree; none for the teacher of a branch. */
export const useUnitsBelow = () => {
  const { unitPath } = useSession()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data ?? []
  return units
    .filter(({ path }) => path !== unitPath && path.startsWith(unitPath))
    .toSorted((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }))
}

/** The 总支 and 直属支部 that the reader stands in or above: each makes its own lists. */
export const useListingUnits = () => {
  const { unitPath } = useSession()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data ?? []
  return units.filter(({ level, path }) => level === 'secondary' && path.startsWith(unitPath))
}

export const UnitFilter = () => {
  const { unitPath } = useSession()
  const [filters, change] = useUrlFilters()
  const below = useUnitsBelow()
  if (below.length === 0) return null
  const depth = (path: string) => path.split('/').length - unitPath.split('/').length - 1
  return (
    <Select
      className="dossier-unit"
      aria-label="单位"
      showSearch={{ optionFilterProp: 'label' }}
      value={filters.unit ?? ''}
      onChange={unit => change({ unit: unit || undefined })}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: '全部支部' },
        ...below.map(({ id, name, path }) => ({ value: id, label: `${'　'.repeat(depth(path))}${name}` })),
      ]}
    />
  )
}
