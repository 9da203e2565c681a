import { useMutation, useQuery } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { StateTag } from '../../../ui/Mark.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import { dossiersApi } from './client.ts'
import { ReceiveDialog } from './ReceiveDialog.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import { listLooks } from './words.ts'
import './dossiers.css'

type Detail = Awaited<ReturnType<typeof dossiersApi.lists.get.call>>
type Row = Detail['rows'][number]

const columns: Columns<Row> = [
  { title: '袋号', key: 'bag', width: 96, render: (_, { bag, leftSince }) => (leftSince ? <s>{bag}</s> : bag) },
  { title: '学号', key: 'number', width: 120, render: (_, { studentNumber }) => studentNumber },
  { title: '姓名', key: 'name', width: 110, render: (_, { graduateId, name }) => <Anchor href={`/dossiers/${graduateId}`}>{name}</Anchor> },
  { title: '党支部', key: 'branch', width: 180, ellipsis: true, render: (_, { branch }) => branch },
  { title: '类别', key: 'membership', width: 90, render: (_, { membership }) => membership },
  { title: '份数', key: 'papers', width: 64, align: 'right', render: (_, { papers }) => papers },
  { title: '页数', key: 'pages', width: 64, align: 'right', render: (_, { pages }) => pages },
  {
    title: '备注',
    key: 'remark',
    ellipsis: true,
    render: (_, { remark, leftSince }) => (leftSince ? <span className="t-ochre">已不随这份清单　{remark}</span> : remark),
  },
]

const PaperButton = ({ id, text }: { id: string; text: string }) => {
  const { message } = App.useApp()
  const paper = useMutation({
    mutationFn: () => dossiersApi.lists.paper.call({ id }),
    onSuccess: file => saveFile(file, `移交清单 ${text}.pdf`),
    onError: error => void message.error(wordsOf(problemOf(error))),
  })
  return (
    <Button loading={paper.isPending} onClick={() => paper.mutate()}>
      打印清单
    </Button>
  )
}

const ScanButton = ({ id }: { id: string }) => {
  const { message } = App.useApp()
  const scan = useMutation({
    mutationFn: () => dossiersApi.lists.scan.call({ id }),
    onSuccess: file => saveFile(file, '签字清单'),
    onError: error => void message.error(wordsOf(problemOf(error))),
  })
  return (
    <button type="button" className="link" title="打开记入日志" disabled={scan.isPending} onClick={() => scan.mutate()}>
      签字清单扫描件
    </button>
  )
}

const factsOf = (list: Detail) => [
  { label: '移交单位', value: list.unitName },
  { label: '袋数、页数', value: `${list.people} 袋，${list.pages} 页` },
  { label: '生成', value: `${list.madeOn} ${list.madeName}` },
  ...(list.receivedOn ? [{ label: '接收', value: `${list.receivedOn} ${list.receivedBy}（${list.receiptName} 登记）` }] : []),
  ...(list.scanned ? [{ label: '凭据', value: <ScanButton id={list.id} /> }] : []),
  ...(list.withdrawnReason ? [{ label: '撤销', value: `${list.withdrawnName}：${list.withdrawnReason}` }] : []),
  { label: 'SHA-256', value: <span className="dossier-hash">{list.sha256}</span> },
]

/** A list as it was made: its rows and hash stand, whatever becomes of the dossiers. */
export const ListPage = ({ id }: { id: string }) => {
  const { can } = useSession()
  const [asking, setAsking] = useState<'receive' | 'withdraw'>()
  const found = useQuery(dossiersApi.lists.get.queryOptions({ input: { id } }))
  const list = found.data
  const mayAct = can('dossiers:hand-over')
  return (
    <Page
      wide
      title={list ? `移交清单 ${list.text}` : '移交清单'}
      crumbs={[{ label: '装档', href: '/dossiers' }, { label: '移交清单', href: '/dossiers/lists' }, { label: list?.text ?? '' }]}
      note={list && <StateTag pill state={listLooks[list.state]} />}
      actions={
        list &&
        mayAct && (
          <>
            {list.state === 'made' && <Button onClick={() => setAsking('withdraw')}>撤销清单</Button>}
            <ExportButton name={`移交清单 ${list.text}`} file={() => dossiersApi.lists.workbook.call({ id })} />
            <PaperButton id={id} text={list.text} />
            {list.state === 'made' && (
              <Button type="primary" onClick={() => setAsking('receive')}>
                登记接收
              </Button>
            )}
          </>
        )
      }
    >
      {found.error && !list && (
        <ErrorState title="这份清单没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!list && !found.error && <Skeleton lines={8} />}
      {list && (
        <>
          <Facts facts={factsOf(list)} />
          <KeyedTable
            label="清单各行"
            rows={list.rows}
            rowKey={({ graduateId }) => graduateId}
            columns={columns}
            line={row => ({
              name: row.name,
              title: row.name,
              aside: row.bag,
              note: `${row.branch}，${row.papers} 份 ${row.pages} 页${row.leftSince ? '，已不随这份清单' : ''}`,
              href: `/dossiers/${row.graduateId}`,
            })}
            empty={null}
          />
        </>
      )}
      {list && asking === 'receive' && <ReceiveDialog list={list} onClose={() => setAsking(undefined)} />}
      {list && asking === 'withdraw' && <WithdrawDialog list={list} onClose={() => setAsking(undefined)} />}
    </Page>
  )
}
