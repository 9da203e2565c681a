import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { FilterBar, FilterSearch, FilterSegments } from '../../../ui/FilterBar.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { destinationCodes, geographies, geographyNames } from '../../plans/rules.ts'
import {
  applicationKinds,
  applicationNames,
  destinations,
  escalationLevels,
  escalationNames,
  lampNames,
  lamps,
  termNames,
  terms,
} from '../rules.ts'
import { orgsApi } from './client.ts'
import { shownStates } from './filters.ts'
import { lampLooks, stateLooks } from './words.ts'

type Tally = Readonly<Record<string, number>>
export type Counts = {
  all: number
  beside: number
  states: Tally
  terms: Tally
  lamps: Tally
  applications: Tally
  escalated: Tally
  pictures: number
}
type Option = { value: string; label: string; title?: string }

/** One search parameter as a list; the first line means all. */
const FilterSelect = ({ name, label, all, options }: { name: string; label: string; all: string; options: readonly Option[] }) => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="transfers-select"
      aria-label={label}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={filters[name] ?? ''}
      onChange={value => change({ [name]: value || undefined })}
      options={[{ value: '', label: all }, ...options]}
    />
  )
}

export const UnitFilter = () => {
  const { unitPath } = useSession()
  const units = useQuery(orgsApi.list.queryOptions({ staleTime: 300_000 })).data ?? []
  const below = units.filter(({ path }) => path.startsWith(unitPath) && path !== unitPath)
  if (below.length < 2) return null
  return <FilterSelect name="unit" label="单位" all="全部单位" options={below.map(({ path, name }) => ({ value: path, label: name }))} />
}

/** Only what occurs, and what is chosen. */
const occurring = <Key extends string>(keys: readonly Key[], tally: Tally | undefined, chosen: string | undefined): Key[] =>
  keys.filter(key => (tally?.[key] ?? 0) > 0 || key === chosen)

/** Applications for a new attempt that wait for the office; not drawn while there are none. */
const ApplicationFilter = ({ applications }: { applications: Tally | undefined }) => {
  const [{ application }] = useUrlFilters()
  const all = Object.values(applications ?? {}).reduce((sum, count) => sum + count, 0)
  if (all === 0 && !application) return null
  return (
    <FilterSelect
      name="application"
      label="重办申请"
      all="有无申请"
      options={[
        { value: 'any', label: `有待批申请 ${all}` },
        ...occurring(applicationKinds, applications, application).map(kind => ({
          value: kind,
          label: `申请${applicationNames[kind]} ${applications?.[kind] ?? 0}`,
        })),
      ]}
    />
  )
}

/** What stayed without an act and passed on; not drawn while there is none. */
const EscalationFilter = ({ escalated }: { escalated: Tally | undefined }) => {
  const [filters] = useUrlFilters()
  const levels = occurring(escalationLevels, escalated, filters.escalated)
  if (levels.length === 0) return null
  return (
    <FilterSelect
      name="escalated"
      label="升级"
      all="有无升级"
      options={levels.map(level => ({ value: level, label: `已升级至${escalationNames[level]} ${escalated?.[level] ?? 0}` }))}
    />
  )
}

/** Pictures of receipts that 组织部 works down; not drawn while there are none. */
const PictureFilter = ({ pictures }: { pictures: number | undefined }) => {
  const [{ picture }] = useUrlFilters()
  if (!pictures && !picture) return null
  return (
    <FilterSelect
      name="picture"
      label="回执照片"
      all="有无回执照片"
      options={[{ value: 'waiting', label: `回执照片待核 ${pictures ?? 0}` }]}
    />
  )
}

/** Reached from the result of an import: the way back to everybody. */
const ImportFilter = () => {
  const [filters, change] = useUrlFilters()
  if (!filters.import) return null
  return <Button onClick={() => change({ import: undefined })}>只看一次导入登记的，点此看全部</Button>
}

export const TransferFilters = ({ counts }: { counts: Counts | undefined }) => {
  const [filters] = useUrlFilters()
  const counted = (name: string, count: number | undefined) => `${name} ${count ?? ''}`.trim()
  return (
    <FilterBar>
      <FilterSearch name="q" placeholder="姓名、拼音、学号" />
      <ImportFilter />
      <UnitFilter />
      <FilterSelect
        name="term"
        label="闭环一项"
        all="全部去处"
        options={[
          ...occurring(terms, counts?.terms, filters.term).map(term => ({
            value: term,
            label: counted(termNames[term], counts?.terms[term]),
          })),
          ...(counts?.beside ? [{ value: 'beside', label: `组织关系不在校 ${counts.beside}` }] : []),
        ]}
      />
      <FilterSelect
        name="lamp"
        label="提示"
        all="全部提示"
        options={occurring(lamps, counts?.lamps, filters.lamp).map(lamp => ({
          value: lamp,
          label: counted(lampLooks[lamp].short, counts?.lamps[lamp]),
          title: lampNames[lamp],
        }))}
      />
      <EscalationFilter escalated={counts?.escalated} />
      <ApplicationFilter applications={counts?.applications} />
      <PictureFilter pictures={counts?.pictures} />
      <FilterSelect
        name="type"
        label="去向类别"
        all="全部去向"
        options={destinationCodes.map(code => ({ value: code, label: destinations[code].label }))}
      />
      <FilterSelect
        name="geography"
        label="转接范围"
        all="全部范围"
        options={geographies.map(geography => ({ value: geography, label: geographyNames[geography] }))}
      />
      <FilterSegments
        name="state"
        label="状态"
        options={[
          { value: '', label: '全部', count: counts?.all },
          ...occurring(shownStates, counts?.states, filters.state).map(state => ({
            value: state,
            label: stateLooks[state].word,
            count: counts?.states[state],
          })),
        ]}
      />
    </FilterBar>
  )
}
