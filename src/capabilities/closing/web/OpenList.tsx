import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSegments } from '../../../ui/FilterBar.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { escalationNames, lampNames, shownStateNames, sideNames, termNames } from '../../transfers/rules.ts'
import type { ClosingUnit, OpenPerson } from '../contract.ts'
import { nextSteps, type OpenTerm, openTerms } from '../rules.ts'
import { closingApi } from './client.ts'
import { openTones } from './words.ts'

const PAGE = 50

const hrefOf = ({ graduateId }: OpenPerson) => `/transfers/${graduateId}`
const stateOf = ({ state }: OpenPerson) => state ?? 'to-fill'
/** Who does it, by name where a name is known. */
const whoOf = ({ owner, responsible, keptBy }: OpenPerson): string => {
  if (keptBy && owner === 'member') return `本人（${keptBy}${responsible ?? ''}跟进）`
  if (keptBy && owner === 'secondary') return `${keptBy}${responsible ? ` ${responsible}` : ''}`
  if (owner === 'member' || owner === null) return `本人${responsible ? `（责任老师 ${responsible}）` : ''}`
  return owner === 'branch' && responsible ? `${sideNames.branch} ${responsible}` : sideNames[owner]
}

const Due = ({ dueOn, overdue }: Pick<OpenPerson, 'dueOn' | 'overdue'>) => {
  if (!dueOn) return <span className="quiet">–</span>
  return overdue ? <span className="t-red">{dueOn} 逾期</span> : <span>{dueOn}</span>
}

const remindersOf = ({ lamps, escalated }: OpenPerson): string =>
  [...(escalated ? [`已升级至${escalationNames[escalated]}`] : []), ...lamps.map(lamp => lampNames[lamp])].join('、')

const columns: Columns<OpenPerson> = [
  { title: '姓名', width: 132, ellipsis: true, render: (_, row) => <Anchor href={hrefOf(row)}>{row.name}</Anchor> },
  { title: '党支部', width: 180, ellipsis: true, render: (_, { branchName }) => branchName },
  {
    title: '现在',
    width: 156,
    render: (_, row) => (
      <Mark tone={openTones[row.term]} glyph="q2" title={termNames[row.term]}>
        {shownStateNames[stateOf(row)]}
      </Mark>
    ),
  },
  { title: '该谁办', width: 170, ellipsis: true, render: (_, row) => whoOf(row) },
  { title: '下一步', ellipsis: true, render: (_, row) => nextSteps[stateOf(row)] },
  { title: '期限', width: 132, render: (_, row) => <Due {...row} /> },
  { title: '提醒', width: 150, ellipsis: true, render: (_, row) => remindersOf(row) || '–' },
]

type OpenListProps = { cohortId: string; units: readonly ClosingUnit[] }

export const OpenList = ({ cohortId, units }: OpenListProps) => {
  const [filters, change] = useUrlFilters()
  const page = useKeysetPage()
  const term = openTerms.find(known => known === filters.term)
  const unitPath = filters.unit && /^\/(?:\d+\/)+$/.test(filters.unit) ? filters.unit : undefined
  const input = { cohortId, term, path: unitPath }
  const found = useQuery(
    closingApi.open.queryOptions({ input: { ...input, after: page.after, limit: PAGE }, placeholderData: keepPreviousData }),
  )
  const places = units.flatMap(unit => [unit, ...(unit.branches.length > 1 ? unit.branches : [])])
  const within = places.find(({ path }) => path === unitPath)
  const countOf = (key: OpenTerm) =>
    within ? (within.figures[key] ?? 0) : units.reduce((sum, { figures }) => sum + (figures[key] ?? 0), 0)
  const all = openTerms.reduce((sum, key) => sum + countOf(key), 0)
  return (
    <Section title="名单" note="最早到期的在前">
      <FilterBar extra={<ExportButton name="谁还没有着落" disabled={!found.data?.total} file={() => closingApi.export.call(input)} />}>
        {places.length > 1 && (
          <Select
            className="closing-place"
            aria-label="单位"
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            value={unitPath ?? ''}
            onChange={path => change({ unit: path || undefined })}
            options={[{ value: '', label: '全部单位' }, ...places.map(({ path, unitName }) => ({ value: path, label: unitName }))]}
          />
        )}
        <FilterSegments
          name="term"
          label="归入"
          options={[
            { value: '', label: '全部', count: all },
            ...openTerms
              .filter(key => countOf(key) > 0 || key === term)
              .map(key => ({ value: key, label: termNames[key], count: countOf(key) })),
          ]}
        />
      </FilterBar>
      {found.error ? (
        <ErrorState title="名单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="还没有着落的毕业生党员"
          rows={found.data?.rows}
          rowKey={({ graduateId }) => graduateId}
          columns={columns}
          line={row => ({
            name: row.name,
            title: row.name,
            note: (
              <>
                {nextSteps[stateOf(row)]}，{whoOf(row)}，<Due {...row} />
              </>
            ),
            href: hrefOf(row),
          })}
          empty={
            term || unitPath ? (
              <EmptyState
                title="这里没有人未了"
                action={<Button onClick={() => change({ term: undefined, unit: undefined })}>看全部</Button>}
              />
            ) : (
              <EmptyState title="人人都有着落" next="各单位可以签署最终账了。" />
            )
          }
          paging={{ page, total: found.data?.total ?? 0, next: found.data?.next ?? null, unit: '人' }}
          busy={found.isPlaceholderData}
        />
      )}
    </Section>
  )
}
