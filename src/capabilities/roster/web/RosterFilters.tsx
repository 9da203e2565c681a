import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { membershipCodes, membershipNames } from '../rules/membership.ts'
import { type Membership, type Outcome, outcomeNames, outcomes } from '../rules.ts'
import { rosterApi } from './client.ts'
import { RosterSearch } from './RosterSearch.tsx'

export type Counts = {
  total: number
  branches: readonly { name: string; path: string; count: number }[]
  outcomes: Readonly<Record<Outcome, number>>
  memberships: Readonly<Record<Membership, number>>
}

const BranchFilter = ({ branches, total }: { branches: Counts['branches']; total: number }) => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="roster-branch"
      aria-label="党支部"
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={filters.branch ?? ''}
      onChange={branch => change({ branch: branch || undefined })}
      options={[
        { value: '', label: `全部支部 ${total}` },
        ...branches.map(({ name, path, count }) => ({ value: path, label: `${name} ${count}` })),
      ]}
    />
  )
}

const OutcomeFilter = ({ counts }: { counts: Counts | undefined }) => {
  const [filters, change] = useUrlFilters()
  const shown = outcomes.filter(outcome => !counts || counts.outcomes[outcome] > 0 || filters.outcome === outcome)
  return (
    <Select
      className="roster-outcome"
      aria-label="学业结果"
      popupMatchSelectWidth={false}
      value={filters.outcome ?? ''}
      onChange={outcome => change({ outcome: outcome || undefined })}
      options={[
        { value: '', label: '全部学业结果' },
        ...shown.map(outcome => ({ value: outcome, label: `${outcomeNames[outcome]} ${counts?.outcomes[outcome] ?? ''}` })),
      ]}
    />
  )
}

const STILL_MS = 60_000

/** Marks and teachers that are in use; where there are none, there is nothing to choose. */
const BesideFilters = () => {
  const { cohort } = useSession()
  const [filters, change] = useUrlFilters()
  const input = { cohortId: cohort!.id }
  const tags = useQuery(rosterApi.batch.tags.queryOptions({ input, staleTime: STILL_MS })).data ?? []
  const staff = (useQuery(rosterApi.batch.staff.queryOptions({ input, staleTime: STILL_MS })).data ?? []).filter(({ count }) => count > 0)
  return (
    <>
      {(tags.length > 0 || filters.tag) && (
        <Select
          className="roster-tag"
          aria-label="标签"
          popupMatchSelectWidth={false}
          value={filters.tag ?? ''}
          onChange={tag => change({ tag: tag || undefined })}
          options={[{ value: '', label: '全部标签' }, ...tags.map(({ tag, count }) => ({ value: tag, label: `${tag} ${count}` }))]}
        />
      )}
      {(staff.length > 0 || filters.responsible) && (
        <Select
          className="roster-tag"
          aria-label="责任老师"
          popupMatchSelectWidth={false}
          value={filters.responsible ?? ''}
          onChange={responsible => change({ responsible: responsible || undefined })}
          options={[
            { value: '', label: '全部责任老师' },
            { value: 'nobody', label: '未指定' },
            ...staff.map(({ id, name, count }) => ({ value: id, label: `${name} ${count}` })),
          ]}
        />
      )}
    </>
  )
}

type RosterFiltersProps = {
  /** Of the chosen branch. */
  counts: Counts | undefined
  /** Of all branches. */
  whole: Counts | undefined
  privately: string
  onPrivately: (words: string) => void
}

export const RosterFilters = ({ counts, whole, privately, onPrivately }: RosterFiltersProps) => {
  const [filters] = useUrlFilters()
  const { can } = useSession()
  const shown = membershipCodes.filter(code => (counts?.memberships[code] ?? 0) > 0 || filters.membership === code)
  return (
    <FilterBar>
      <RosterSearch mayReveal={can('roster:reveal')} privately={privately} onPrivately={onPrivately} />
      {(whole?.branches.length ?? 0) > 1 && <BranchFilter branches={whole!.branches} total={whole!.total} />}
      <OutcomeFilter counts={counts} />
      <BesideFilters />
      <FilterSegments
        name="membership"
        label="党员类别"
        options={[
          { value: '', label: '全部', count: counts?.total },
          ...shown.map(value => ({ value, label: membershipNames[value], count: counts?.memberships[value] })),
        ]}
      />
    </FilterBar>
  )
}
