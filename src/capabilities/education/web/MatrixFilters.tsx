import { Select } from 'antd'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { Glyph } from '../../../ui/Glyph.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { type Standing, standings } from '../rules.ts'
import type { Item } from './cells.ts'
import { UnitFilter } from './UnitFilter.tsx'
import { standingWords } from './words.ts'

type Counts = Record<'all' | Standing, number>

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
    <Glyph name="q2" />
    已申报
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
