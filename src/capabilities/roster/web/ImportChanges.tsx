import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Mark } from '../../../ui/Mark.tsx'
import { problemOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import type { ChangeView } from '../contract.ts'
import { changeWords } from './changeWords.ts'
import { rosterApi } from './client.ts'
import { rosterProblemWords } from './words.ts'

const PAGE = 50

const Kind = ({ kind }: { kind: ChangeView['kind'] }) =>
  kind === 'created' ? (
    <Mark tone="green" glyph="solid">
      新增
    </Mark>
  ) : (
    <Mark tone="blue" glyph="arrow">
      变更
    </Mark>
  )

const what = ({ kind, changes }: ChangeView) => (kind === 'created' ? '登记入册' : changes.map(changeWords).join('；'))

const columns: Columns<ChangeView> = [
  { title: '', key: 'kind', render: (_, { kind }) => <Kind kind={kind} /> },
  { title: '姓名', dataIndex: 'name' },
  { title: '学号', dataIndex: 'studentNumber' },
  { title: '党支部', dataIndex: 'branchName' },
  { title: '变动', key: 'what', render: (_, change) => what(change) },
]

/** What one import changed, person by person. */
export const ImportChanges = ({ importId }: { importId: string }) => {
  const page = useKeysetPage()
  const found = useQuery(
    rosterApi.changes.queryOptions({
      input: { importId, limit: PAGE, ...(page.after && { after: page.after }) },
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <Section title="变动" note={found.data && `${found.data.total} 人`}>
      {found.error ? (
        <p className="second">{rosterProblemWords(problemOf(found.error))}</p>
      ) : (
        <KeyedTable
          label="这次导入的变动"
          rows={found.data?.rows}
          rowKey={change => change.id}
          columns={columns}
          line={change => ({
            name: change.name,
            title: change.name,
            aside: <Kind kind={change.kind} />,
            note: `${change.studentNumber}　${what(change)}`,
          })}
          empty={<p className="second">没有变动。</p>}
          busy={found.isPlaceholderData}
          paging={found.data && { page, total: found.data.total, next: found.data.next, unit: '人' }}
        />
      )}
    </Section>
  )
}
