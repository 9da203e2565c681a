import { Button, Select } from 'antd'
import { FilterBar } from '../../../ui/FilterBar.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { subjectWords, verbWords } from '../rules.ts'

type Pick = { name: 'verb' | 'kind'; label: string; all: string; words: Record<string, string> }

const WordFilter = ({ name, label, all, words }: Pick) => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="audit-filter"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      value={filters[name] ?? ''}
      onChange={value => change({ [name]: value || undefined })}
      options={[{ value: '', label: all }, ...Object.entries(words).map(([value, label]) => ({ value, label }))]}
    />
  )
}

export const AuditFilters = () => {
  const [filters, change] = useUrlFilters()
  return (
    <FilterBar>
      <WordFilter name="verb" label="动作" all="全部动作" words={verbWords} />
      <WordFilter name="kind" label="对象类别" all="全部对象" words={subjectWords} />
      {filters.subject && <Button onClick={() => change({ subject: undefined })}>只看对象 {filters.subject.slice(-4)}，点此看全部</Button>}
    </FilterBar>
  )
}
