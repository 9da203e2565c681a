import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { OwnActivitiesCard } from '../../../../capabilities/activities/web/OwnActivitiesCard.tsx'
import type { educationContract } from '../../../../capabilities/education/contract.ts'
import { OwnItems } from '../../../../capabilities/education/web/OwnItems.tsx'
import { OwnFarewellCard } from '../../../../capabilities/farewell/web/OwnFarewellCard.tsx'
import { OwnInboxCard } from '../../../../capabilities/inbox/web/OwnInboxCard.tsx'
import type { plansContract } from '../../../../capabilities/plans/contract.ts'
import { leavingDayOf } from '../../../../capabilities/plans/rules.ts'
import { OwnDataCard } from '../../../../capabilities/roster/web/own/OwnDataCard.tsx'
import { MePage } from '../../../../capabilities/transfers/web/MePage.tsx'
import { capabilityApi } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PhonePage } from '../../../../ui/PhonePage.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useSession } from '../../../../ui/session.ts'

const education = capabilityApi<typeof educationContract>('education')
const plans = capabilityApi<typeof plansContract>('plans')

/** Transfers and education are of one tier: they meet here. */
const Graduate = () => {
  const { cohort, unitId } = useSession()
  const own = useQuery(education.mine.queryOptions()).data
  const plan = useQuery(plans.plan.queryOptions({ input: { cohortId: cohort?.id ?? '' }, enabled: cohort !== null, staleTime: 600_000 }))
    .data?.plan
  return (
    <MePage
      messages={
        <>
          <OwnInboxCard />
          <OwnDataCard />
          <OwnFarewellCard />
        </>
      }
      items={
        <>
          {own ? <OwnItems own={own} /> : <Skeleton lines={3} />}
          <OwnActivitiesCard />
        </>
      }
      itemsLeft={own && own.required - own.done}
      leavingOn={plan && leavingDayOf(plan, unitId)}
    />
  )
}

const Me = () => {
  const { can, name } = useSession()
  if (can('transfers:own')) return <Graduate />
  return (
    <PhonePage title={`${name}同志`}>
      <OwnInboxCard />
      <EmptyState title="现在没有要办的事" next="毕业那一年，毕业去向、五个一和介绍信会出现在这里。" />
    </PhonePage>
  )
}

export const Route = createFileRoute('/_phone/me/')({ component: Me })
