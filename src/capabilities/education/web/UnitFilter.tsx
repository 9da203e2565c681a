import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { orgsApi } from './client.ts'

const STILL_MS = 300_000

/** None for the teacher of a branch. */
export const useUnitsBelow = () => {
  const { unitPath } = useSession()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: STILL_MS })).data ?? []
  return units.filter(({ path }) => path !== unitPath && path.startsWith(unitPath))
}

/** The units below the reader's own; the branch of a teacher has none, and then there is nothing to choose. */
export const UnitFilter = () => {
  const { unitPath } = useSession()
  const [filters, change] = useUrlFilters()
  const below = useUnitsBelow()
  if (below.length === 0) return null
  const depth = (path: string) => path.split('/').length - unitPath.split('/').length - 1
  return (
    <Select
      className="matrix-unit"
      aria-label="单位"
      showSearch={{ optionFilterProp: 'label' }}
      value={filters.unit ?? ''}
      onChange={unit => change({ unit: unit || undefined })}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: '全部支部' },
        // In the order of the tree, not of the levels.
        ...below
          .toSorted((a, b) => a.path.localeCompare(b.path, 'en', { numeric: true }))
          .map(({ id, name, path }) => ({ value: id, label: `${'　'.repeat(depth(path))}${name}` })),
      ]}
    />
  )
}
