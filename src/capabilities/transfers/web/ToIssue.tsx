import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { useSession } from '../../../ui/session.ts'
import { transfersApi } from './client.ts'
import { IssueDialog } from './IssueDialog.tsx'
import './desk.css'

type Waiting = Awaited<ReturnType<typeof transfersApi.letters.toIssue.call>>[number]

const clipped = (text: string | null) => (
  <span className="clip transfer-clip" title={text ?? undefined}>
    {text ?? '–'}
  </span>
)

const columns: Columns<Waiting> = [
  { title: '姓名', key: 'name', render: (_, { name, transferId }) => <Anchor href={`/transfers/${transferId}`}>{name}</Anchor> },
  { title: '党支部', key: 'branch', render: (_, { branchName }) => clipped(branchName) },
  { title: '抬头', key: 'addressee', render: (_, { addressee }) => clipped(addressee) },
  { title: '去往单位', key: 'unit', render: (_, { unitName }) => clipped(unitName) },
]

const line = ({ name, addressee, branchName, transferId }: Waiting) => ({
  name,
  title: name,
  note: addressee ?? branchName,
  href: `/transfers/${transferId}`,
})

type ToIssueProps = { onPrint: (letterIds: string[]) => void }

const List = ({ cohortId, onPrint }: ToIssueProps & { cohortId: string }) => {
  const found = useQuery(transfersApi.letters.toIssue.queryOptions({ input: { cohortId } }))
  const [chosen, setChosen] = useState<readonly React.Key[]>([])
  const [issuing, setIssuing] = useState<{ id: string; version: number }[]>()
  const rows = found.data ?? []
  const picked = rows.filter(({ transferId }) => chosen.includes(transferId))
  const open = () => setIssuing(picked.map(({ transferId, version }) => ({ id: transferId, version })))
  const close = () => {
    setIssuing(undefined)
    setChosen([])
  }
  if (found.error && !found.data)
    return <ErrorState title="待开信的名单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
  if (rows.length === 0 && !issuing) return null
  return (
    <div className="to-issue">
      <Section
        title="待开信"
        note={`${rows.length} 人`}
        extra={
          <span className="row">
            {picked.length < rows.length && <Button onClick={() => setChosen(rows.map(({ transferId }) => transferId))}>全选</Button>}
            <Button type={picked.length > 0 ? 'primary' : 'default'} disabled={picked.length === 0} onClick={open}>
              {picked.length > 0 ? `开具 ${picked.length} 封` : '开具'}
            </Button>
          </span>
        }
      >
        <KeyedTable
          label="等开介绍信的人"
          rows={rows}
          rowKey={({ transferId }) => transferId}
          columns={columns}
          line={line}
          empty={null}
          selection={{ keys: chosen.filter(key => rows.some(({ transferId }) => transferId === key)), onChange: setChosen }}
        />
        {issuing && (
          <IssueDialog
            cohortId={cohortId}
            items={issuing}
            onClose={close}
            onPrint={ids => {
              close()
              onPrint(ids)
            }}
          />
        )}
      </Section>
    </div>
  )
}

/** Those whose letter was decided and is not yet issued; seen by the ones who issue. */
export const ToIssue = ({ onPrint }: ToIssueProps) => {
  const { cohort, can } = useSession()
  return cohort && can('letters:issue') ? <List cohortId={cohort.id} onPrint={onPrint} /> : null
}
