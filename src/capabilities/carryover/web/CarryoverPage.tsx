import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { useSession } from '../../../ui/session.ts'
import { CarriedYears } from './CarriedYears.tsx'
import { carryoverApi, carryoverImportList } from './importing.ts'

type CarryoverPageProps = { form: ReactNode; recent: ReactNode; onOpen: (cohortId: string) => void }

/** 往届未了: what the years before this system left open, and the office's way to bring it in. */
export const CarryoverPage = ({ form, recent, onOpen }: CarryoverPageProps) => {
  const { can } = useSession()
  const router = useRouter()
  const found = useQuery(carryoverApi.years.queryOptions())
  const open = found.data?.reduce((sum, year) => sum + year.open, 0)
  const brings = can('transfers:feedback')
  const actions = (
    <>
      {form}
      <Button type="primary" onClick={() => router.history.push(carryoverImportList.path)}>
        导入往届未了
      </Button>
    </>
  )
  return (
    <Page
      title="往届未了"
      crumbs={[{ label: '接转', href: '/transfers' }, { label: '往届未了' }]}
      note={open !== undefined && open > 0 && `${open} 人未了`}
      actions={brings && actions}
    >
      {brings && recent}
      {found.error ? (
        <ErrorState title="往届未了没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      ) : (
        <CarriedYears years={found.data} onOpen={onOpen} />
      )}
    </Page>
  )
}

/** After an import: the years that it opened or added to, each one step away. */
export const AfterCarryover = ({ onOpen }: { onOpen: (cohortId: string) => void }) => (
  <CarriedYears years={useQuery(carryoverApi.years.queryOptions()).data} onOpen={onOpen} />
)
