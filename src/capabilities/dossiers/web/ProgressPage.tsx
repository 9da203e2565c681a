import { useQuery } from '@tanstack/react-query'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { Mark } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { problemNames, type Standing, standings } from '../rules.ts'
import { dossiersApi } from './client.ts'
import { standingLooks } from './words.ts'
import './dossiers.css'

type UnitLine = Awaited<ReturnType<typeof dossiersApi.progress.call>>[number]

const hrefOf = (unitId: string, more: Record<string, string> = {}) => `/dossiers?${new URLSearchParams({ unit: unitId, ...more })}`

const Count = ({ line, standing }: { line: UnitLine; standing: Standing }) => {
  const { word } = standingLooks[standing]
  if (line[standing] === 0) return <span className="quiet">–</span>
  return (
    <Anchor href={hrefOf(line.unitId, { standing })} aria-label={`${line.unitName}，${word} ${line[standing]} 人`}>
      {line[standing]}
    </Anchor>
  )
}

const Due = ({ line: { dueOn, late } }: { line: UnitLine }) => {
  if (dueOn === null) return <span className="quiet">未定</span>
  if (!late) return dueOn
  return (
    <Mark tone="red" glyph="cross">
      {dueOn} 已过
    </Mark>
  )
}

const problemWords = ({ problems }: UnitLine) => problems.map(({ problem, people }) => `${problemNames[problem]} ${people}`).join('，')

const columnsFrom = (depth: (path: string) => number): Columns<UnitLine> => [
  {
    title: '单位',
    key: 'unit',
    width: 200,
    ellipsis: true,
    render: (_, { unitId, unitName, path }) => (
      <Anchor href={hrefOf(unitId)} style={{ paddingInlineStart: depth(path) * 16 }}>
        {unitName}
      </Anchor>
    ),
  },
  { title: '人数', key: 'people', width: 56, align: 'right', render: (_, { people }) => people },
  ...standings.map(standing => ({
    title: standingLooks[standing].word,
    key: standing,
    width: 66,
    align: 'right' as const,
    render: (_: unknown, line: UnitLine) => <Count line={line} standing={standing} />,
  })),
  {
    title: '暂不移交',
    key: 'postponed',
    width: 80,
    align: 'right',
    render: (_, { unitId, postponed }) =>
      postponed === 0 ? <span className="quiet">–</span> : <Anchor href={hrefOf(unitId, { postponed: '1' })}>{postponed}</Anchor>,
  },
  {
    title: '问题',
    key: 'problems',
    render: (_, { unitId, problems }) =>
      problems.length === 0 ? (
        <span className="quiet">–</span>
      ) : (
        <span className="dossier-problems">
          {problems.map(({ problem, people }) => (
            <Anchor key={problem} href={hrefOf(unitId, { problem })}>
              {problemNames[problem]} {people}
            </Anchor>
          ))}
        </span>
      ),
  },
  { title: '期限', key: 'due', width: 136, render: (_, line) => <Due line={line} /> },
]

/** Each unit with all below it: where the files stand, what is wrong with them, and the day. */
export const ProgressPage = () => {
  const { cohort, unitPath } = useSession()
  const found = useQuery(dossiersApi.progress.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null }))
  const rows = found.data?.toSorted((one, other) => one.path.localeCompare(other.path, 'en', { numeric: true }))
  const depth = (path: string) => path.split('/').length - unitPath.split('/').length
  return (
    <Page wide title="装档进度" crumbs={[{ label: '装档', href: '/dossiers' }, { label: '进度' }]}>
      {found.error && !rows ? (
        <ErrorState title="进度没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="各单位装档进度"
          rows={rows}
          density="matrix"
          rowKey={({ unitId }) => unitId}
          columns={columnsFrom(depth)}
          line={line => ({
            name: line.unitName,
            title: line.unitName,
            aside: <span className="second">{line.people} 人</span>,
            note: [
              ...standings.filter(standing => line[standing] > 0).map(standing => `${standingLooks[standing].word} ${line[standing]}`),
              problemWords(line),
            ]
              .filter(Boolean)
              .join('，'),
            href: hrefOf(line.unitId),
          })}
          empty={<EmptyState title="这里没有人" next="名册导入后，有毕业生党员的单位列在这里。" />}
        />
      )}
    </Page>
  )
}
