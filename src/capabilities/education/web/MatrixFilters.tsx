import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { type Standing, standings } from '../rules.ts'
import type { Item } from './cells.ts'
import { orgsApi } from './client.ts'
import { standingWords } from './words.ts'

type Counts = Record<'all' | Standing, number>

/** The units below the reader's own; the branch of a teacher has none, and then there is nothing to choose. */
const UnitFilter = () => {
  const { unitPath } = useSession()
  const [filters, change] = useUrlFilters()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: 300_000 })).data ?? []
  const below = units.filter(({ path }) => path !== unitPath && path.startsWith(unitPath))
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

const LackFilter = ({ items, all }: { items: readonly Item[]; all: number }) => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="matrix-lack"
      aria-label="还缺哪一项"
      value={filters.lacks ?? ''}
      onChange={lacks => change({ lacks: lacks || undefined })}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: '全部项目' },
        ...items.map(({ key, short, complete }) => ({ value: key, label: `还缺${short} ${all - complete} 人` })),
      ]}
    />
  )
}

const Legend = ({ choosing }: { choosing: boolean }) => (
  <span className="matrix-legend" aria-hidden="true">
    <Glyph name="solid" />
    已确认
    <Glyph name="ring" />
    {choosing ? '未做，可选上待确认' : '未做'}
  </span>
)

export const MatrixFilters = ({ items, counts, choosing }: { items: readonly Item[]; counts: Counts | undefined; choosing: boolean }) => (
  <FilterBar extra={<Legend choosing={choosing} />}>
    <FilterSearch name="q" placeholder="姓名、拼音或学号" />
    <UnitFilter />
    <LackFilter items={items} all={counts?.all ?? 0} />
    <FilterSegments
      name="standing"
      label="进度"
      options={[
        { value: '', label: '全部', count: counts?.all },
        ...standings.map(value => ({ value, label: standingWords[value], count: counts?.[value] })),
      ]}
    />
  </FilterBar>
)
