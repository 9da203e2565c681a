import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import type { ListView } from '../contract.ts'
import { dossiersApi } from './client.ts'
import { MakeListDialog } from './MakeListDialog.tsx'
import { listLooks } from './words.ts'
import './dossiers.css'

const receiptOf = ({ receivedOn, receivedBy }: ListView) => (receivedOn ? `${receivedOn} ${receivedBy}` : null)

const columns: Columns<ListView> = [
  { title: '清单号', key: 'text', width: 110, render: (_, { id, text }) => <Anchor href={`/dossiers/lists/${id}`}>{text}</Anchor> },
  { title: '单位', key: 'unit', ellipsis: true, render: (_, { unitName }) => unitName },
  { title: '袋数', key: 'people', width: 72, align: 'right', render: (_, { people }) => people },
  { title: '页数', key: 'pages', width: 72, align: 'right', render: (_, { pages }) => pages },
  { title: '生成', key: 'made', width: 220, ellipsis: true, render: (_, { madeOn, madeName }) => `${madeOn} ${madeName}` },
  { title: '接收', key: 'received', width: 200, ellipsis: true, render: (_, row) => receiptOf(row) ?? <span className="quiet">–</span> },
  { title: '状态', key: 'state', width: 100, render: (_, { state }) => <StateTag state={listLooks[state]} /> },
]

/** What went to the archive office, and what is still on its way. */
export const ListsPage = () => {
  const { cohort, can } = useSession()
  const router = useRouter()
  const [making, setMaking] = useState(false)
  const found = useQuery(dossiersApi.lists.list.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null }))
  const mayMake = can('dossiers:hand-over')
  return (
    <Page
      wide
      title="移交清单"
      crumbs={[{ label: '装档', href: '/dossiers' }, { label: '移交清单' }]}
      actions={
        mayMake &&
        cohort && (
          <Button type="primary" onClick={() => setMaking(true)}>
            生成移交清单
          </Button>
        )
      }
    >
      {found.error && !found.data ? (
        <ErrorState title="移交清单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <KeyedTable
          label="移交清单"
          rows={found.data}
          rowKey={({ id }) => id}
          columns={columns}
          line={row => ({
            name: row.text,
            title: row.text,
            aside: <StateTag state={listLooks[row.state]} />,
            note: `${row.unitName}，${row.people} 袋，${row.madeOn}`,
            href: `/dossiers/lists/${row.id}`,
          })}
          empty={<EmptyState title="还没有移交清单" next="材料核对封袋后，由党总支、直属党支部生成清单，送校档案馆。" />}
        />
      )}
      {making && <MakeListDialog onClose={() => setMaking(false)} onMade={id => router.history.push(`/dossiers/lists/${id}`)} />}
    </Page>
  )
}
