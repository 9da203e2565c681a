import { Select } from 'antd'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { type Counts, type Problem, problemNames, standings } from '../rules.ts'
import { UnitFilter } from './UnitFilter.tsx'
import { standingLooks } from './words.ts'

const ProblemFilter = ({ found }: { found: readonly { problem: Problem; people: number }[] }) => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="dossier-problem"
      aria-label="问题"
      value={filters.problem ?? ''}
      onChange={problem => change({ problem: problem || undefined })}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: '全部问题' },
        ...found.map(({ problem, people }) => ({ value: problem, label: `${problemNames[problem]} ${people} 人` })),
      ]}
    />
  )
}

type DossierFiltersProps = { counts: Counts | undefined; problems: readonly { problem: Problem; people: number }[] }

export const DossierFilters = ({ counts, problems }: DossierFiltersProps) => (
  <FilterBar>
    <FilterSearch name="q" placeholder="姓名、拼音、学号、袋号" />
    <UnitFilter />
    <ProblemFilter found={problems} />
    <FilterSegments
      name="standing"
      label="到哪一步"
      options={[
        { value: '', label: '全部', count: counts?.people },
        ...standings.map(standing => ({ value: standing, label: standingLooks[standing].word, count: counts?.[standing] })),
      ]}
    />
    {Boolean(counts?.postponed) && (
      <FilterSegments
        name="postponed"
        label="暂不移交"
        options={[
          { value: '', label: '不限' },
          { value: '1', label: '暂不移交', count: counts?.postponed },
        ]}
      />
    )}
  </FilterBar>
)
