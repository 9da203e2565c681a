import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Section } from '../../../ui/Section.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import { closingApi } from './client.ts'
import { DissolvingSection } from './DissolvingSection.tsx'
import { OpenList } from './OpenList.tsx'
import { UnitsTable } from './UnitsTable.tsx'
import './closing.css'

/** Who has nowhere to stand yet, whose turn it is, and what each unit signs when nobody is left. */
export const ClosingPage = ({ beside }: { beside?: ReactNode }) => {
  const { cohort } = useSession()
  const cohortId = cohort?.id ?? ''
  const found = useQuery(closingApi.units.queryOptions({ input: { cohortId }, enabled: cohort !== null }))
  const units = found.data
  const open = units?.reduce((sum, unit) => sum + unit.open, 0)
  const whole = units?.reduce((sum, unit) => sum + unit.total, 0)
  const body = () => {
    if (found.error) return <ErrorState title="没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
    if (!units) return <Skeleton lines={8} />
    if (units.length === 0) return <EmptyState title="这一届还没有毕业生党员" next="名册导入后，这里逐人列出还差哪一步。" />
    return (
      <>
        <Section title="各单位">
          <UnitsTable units={units} cohortId={cohortId} />
        </Section>
        <DissolvingSection cohortId={cohortId} />
        <OpenList cohortId={cohortId} units={units} />
      </>
    )
  }
  return (
    <Page
      wide
      title="谁还没有着落"
      actions={beside}
      note={whole === undefined ? undefined : open === 0 ? `${whole} 人，人人都有着落` : `${whole} 人中还有 ${open} 人`}
    >
      {body()}
    </Page>
  )
}
