import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button, Select } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { ExportButton } from '../../../ui/ExportButton.tsx'
import { FilterBar, FilterSearch } from '../../../ui/FilterBar.tsx'
import { useKeysetPage } from '../../../ui/keyset.ts'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { useUrlFilters } from '../../../ui/urlFilters.ts'
import { addresseeKinds } from '../rules.ts'
import { AddresseeDrawer } from './AddresseeDrawer.tsx'
import { AddresseesTable } from './AddresseesTable.tsx'
import { AlikeLine } from './AlikeLine.tsx'
import { CompleteButton } from './CompleteButton.tsx'
import { addresseesApi } from './client.ts'
import { useOpened } from './useOpened.ts'
import { kindWords } from './words.ts'
import './addressees.css'

const PAGE = 50
const NEW = 'new'

const KindFilter = () => {
  const [filters, change] = useUrlFilters()
  return (
    <Select
      className="addressees-kind"
      aria-label="类别"
      value={filters.kind ?? ''}
      onChange={kind => change({ kind: kind || undefined })}
      popupMatchSelectWidth={false}
      options={[{ value: '', label: '全部类别' }, ...addresseeKinds.map(value => ({ value, label: kindWords[value] }))]}
    />
  )
}

/** Whom letters may be addressed to, most used first. */
export const AddresseesPage = ({ recentImports, views }: { recentImports?: ReactNode; views?: ReactNode }) => {
  const router = useRouter()
  const { can } = useSession()
  const [filters] = useUrlFilters()
  const page = useKeysetPage()
  const { opened, open, close, href } = useOpened('/addressees', 'id')
  const kind = addresseeKinds.find(known => known === filters.kind)
  const input = { search: filters.q, kind, after: page.after, limit: PAGE }
  const found = useQuery(addresseesApi.list.queryOptions({ input, placeholderData: keepPreviousData }))
  const list = found.data
  const chosen = list?.rows.find(({ id }) => id === opened)

  return (
    <Page
      title="抬头库"
      wide
      note={<span>介绍信写给谁：有接收权限的党组织</span>}
      actions={
        <>
          <ExportButton name="抬头库" disabled={!list?.total} file={() => addresseesApi.export.call({ search: filters.q, kind })} />
          {list && can('letters:issue') && !filters.q && !kind && <CompleteButton total={list.total} />}
          <Button onClick={() => router.history.push('/addressees/import')}>导入抬头</Button>
          <Button type="primary" onClick={() => open(NEW)}>
            新增抬头
          </Button>
        </>
      }
    >
      {recentImports}
      <AlikeLine />
      {views}
      <FilterBar>
        <FilterSearch name="q" placeholder="名称、全拼或首字母" />
        <KindFilter />
      </FilterBar>
      {found.error && !list ? (
        <ErrorState title="抬头库没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <AddresseesTable
          rows={list?.rows}
          total={list?.total ?? 0}
          next={list?.next ?? null}
          page={page}
          busy={found.isPlaceholderData}
          hrefOf={href}
        />
      )}
      {(opened === NEW || chosen) && <AddresseeDrawer key={opened} addressee={chosen} onClose={close} />}
    </Page>
  )
}
