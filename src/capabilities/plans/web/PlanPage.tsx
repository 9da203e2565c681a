import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { Anchor } from '../../../ui/Anchor.tsx'
import { capabilityApi } from '../../../ui/api.ts'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Page } from '../../../ui/Page.tsx'
import { problemOf, wordsOf } from '../../../ui/problem.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { useSession } from '../../../ui/session.ts'
import type { plansContract } from '../contract.ts'
import type { Plan } from '../rules.ts'
import type { DestinationNames } from './DestinationTable.tsx'
import { NextYear } from './editing/NextYear.tsx'
import type { TemplateOf } from './FormTitles.tsx'
import { PlanText } from './PlanText.tsx'

const api = capabilityApi<typeof plansContract>('plans')

/** The plan (工作方案) of the cohort, to be read like the document it comes from. */
type PlanPageProps = DestinationNames & {
  templateOf?: TemplateOf
  /** Another year was opened: it is the one in hand from now on. */
  onCohort: (cohortId: string) => void
}

export const PlanPage = ({ templateOf, onCohort, ...names }: PlanPageProps) => {
  const { cohort, can } = useSession()
  const [opening, setOpening] = useState(false)
  const found = useQuery(api.plan.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null, staleTime: 60_000 }))
  const router = useRouter()
  const plan = found.data?.plan
  return (
    <Page
      title={plan ? `${plan.title}工作方案` : '工作方案'}
      actions={
        plan && (
          <>
            <Anchor className="link" href="/plan/versions">
              各个版本
            </Anchor>
            {can('plans:edit') && (
              <>
                <Button onClick={() => setOpening(true)}>沿用到下一年</Button>
                <Button type="primary" onClick={() => router.history.push('/plan/edit')}>
                  修改方案
                </Button>
              </>
            )}
          </>
        )
      }
      note={found.data && <span>现行第 {found.data.version} 版。期限、提醒和开信规则都按本方案计算</span>}
    >
      {cohort === null && <EmptyState title="还没有毕业届" next="党委组织部建好本届方案后，这里可以查看。" />}
      {found.error && !plan && (
        <ErrorState title="方案没有读出来" next={wordsOf(problemOf(found.error))} onRetry={() => void found.refetch()} />
      )}
      {!plan && !found.error && cohort && <Skeleton lines={10} />}
      {opening && plan && cohort && (
        <NextYear cohortId={cohort.id} plan={plan as Plan} onClose={() => setOpening(false)} onOpened={onCohort} />
      )}
      {plan && <PlanText plan={plan as never} names={names} templateOf={templateOf} />}
    </Page>
  )
}
