import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type Key, useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { FilterBar, FilterSearch } from '../../../ui/FilterBar.tsx'
import { Foot } from '../../../ui/Foot.tsx'
import { type Columns, KeyedTable } from '../../../ui/KeyedTable.tsx'
import { NativeSelect } from '../../../ui/NativeSelect.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { saveFile } from '../../../ui/saveFile.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { transfersApi } from './client.ts'
import { dayOfYear } from './days.ts'
import { PickUpDialog } from './PickUpDialog.tsx'
import { branchesOf, soughtIn, type WaitingLetter } from './pickup.ts'
import './desk.css'
import './handover.css'

/** As many as a screen is scrolled for; the search finds the others. */
const SHOWN = 200

const columns: Columns<WaitingLetter> = [
  { title: '编号', width: 72, render: (_, { number, serial }) => <span title={number}>{serial}</span> },
  { title: '姓名', width: 104, render: (_, { name, transferId }) => <Anchor href={`/transfers/${transferId}`}>{name}</Anchor> },
  { title: '学号', width: 136, render: (_, { studentNumber }) => studentNumber },
  { title: '党支部', width: 208, ellipsis: true, render: (_, { branchName }) => branchName },
  { title: '抬头', ellipsis: true, render: (_, { addressee }) => addressee },
  { title: '有效期至', width: 112, render: (_, { validUntil }) => dayOfYear(validUntil) },
]

const line = ({ serial, name, studentNumber, branchName, transferId }: WaitingLetter) => ({
  name: `${serial} ${name}`,
  title: `${serial}　${name}`,
  note: `${studentNumber}，${branchName}`,
  href: `/transfers/${transferId}`,
})

const SignList = ({ cohortId, path, disabled }: { cohortId: string; path: string | undefined; disabled: boolean }) => {
  const file = useMutation({
    mutationFn: () => transfersApi.letters.signList.call({ cohortId, path }),
    onSuccess: pdf => saveFile(pdf, '介绍信领取签字名单.pdf'),
  })
  return (
    <>
      <Button loading={file.isPending} disabled={disabled} onClick={() => file.mutate()}>
        打印签字名单
      </Button>
      {file.error && (
        <span className="form-error" role="alert">
          {wordsOf(problemOf(file.error))}
        </span>
      )}
    </>
  )
}

const Register = ({ cohortId }: { cohortId: string }) => {
  const { can } = useSession()
  const [filters, change] = useUrlFilters()
  const found = useQuery(transfersApi.letters.toHandOut.queryOptions({ input: { cohortId } }))
  const [keys, setKeys] = useState<readonly Key[]>([])
  const [taking, setTaking] = useState<readonly WaitingLetter[]>()
  const [done, setDone] = useState(0)
  const all = found.data ?? []
  const sought = soughtIn(all, filters)
  const chosen = all.filter(({ transferId }) => keys.includes(transferId))
  const mayHandOut = can('letters:issue')
  const choose = (next: readonly Key[]) => {
    setDone(0)
    setKeys(next)
  }
  if (found.error && !found.data)
    return <ErrorState title="待领的信没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
  return (
    <>
      <FilterBar extra={<SignList cohortId={cohortId} path={filters.path} disabled={all.length === 0} />}>
        <FilterSearch name="q" placeholder="姓名、编号、学号尾号" />
        <div className="pickup-branch">
          <NativeSelect
            label="党支部"
            value={filters.path ?? ''}
            empty={`全部支部 ${all.length}`}
            options={branchesOf(all).map(({ path, name, count }) => ({ value: path, label: `${name} ${count}` }))}
            onChange={path => change({ path: path || undefined })}
          />
        </div>
        {mayHandOut && sought.length > 0 && (
          <Button onClick={() => choose([...new Set([...keys, ...sought.map(({ transferId }) => transferId)])])}>
            选中这 {sought.length} 封
          </Button>
        )}
      </FilterBar>
      {done > 0 && (
        <p role="status" className="pickup-done">
          已登记 {done} 封，接转随即进入在途。
        </p>
      )}
      <KeyedTable
        label="已开具还没有交出的介绍信"
        rows={found.data && sought.slice(0, SHOWN)}
        rowKey={({ transferId }) => transferId}
        columns={columns}
        line={line}
        empty={
          all.length > 0 ? (
            <EmptyState title="没有这样的信" next="换一个写法再找，或清空搜索、支部再看；已经领走的在台账里。" />
          ) : (
            <EmptyState title="没有待领的信" next="开具以后还没有交出的信列在这里。" />
          )
        }
        selection={mayHandOut ? { keys, onChange: choose } : undefined}
      />
      {sought.length > SHOWN && <p className="second">只列出前 {SHOWN} 封，其余请搜索或按支部看。</p>}
      {taking && (
        <PickUpDialog
          letters={taking}
          onClose={() => setTaking(undefined)}
          onDone={count => {
            setTaking(undefined)
            setKeys([])
            setDone(count)
          }}
        />
      )}
      {chosen.length > 0 && (
        <Foot chosen={`已选 ${chosen.length} 封`} note="可以一次登记几封：同一人代领，或录入签过字的名单">
          <Button type="text" onClick={() => choose([])}>
            取消选择
          </Button>
          <Button type="primary" onClick={() => setTaking(chosen)}>
            登记领取 {chosen.length} 封
          </Button>
        </Foot>
      )}
    </>
  )
}

/** The desk on the day of pick-up: who stands there is found, signs, and the case is under way. */
export const PickUpPage = () => {
  const { cohort } = useSession()
  return (
    <Page title="领取登记" wide crumbs={[{ label: '介绍信', href: '/letters' }, { label: '领取登记' }]}>
      {cohort ? (
        <Register key={cohort.id} cohortId={cohort.id} />
      ) : (
        <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里会列出待领的信。" />
      )}
    </Page>
  )
}
