import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { OwnActivitiesCard } from '../../../../capabilities/activities/web/OwnActivitiesCard.tsx'
import type { educationContract } from '../../../../capabilities/education/contract.ts'
import { OwnItems } from '../../../../capabilities/education/web/OwnItems.tsx'
import { OwnFarewellCard } from '../../../../capabilities/farewell/web/OwnFarewellCard.tsx'
import { OwnInboxCard } from '../../../../capabilities/inbox/web/OwnInboxCard.tsx'
import { OwnDataCard } from '../../../../capabilities/roster/web/own/OwnDataCard.tsx'
import { MePage } from '../../../../capabilities/transfers/web/MePage.tsx'
import { capabilityApi } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PhonePage } from '../../../../ui/PhonePage.tsx'
import { Skeleton } from '../../../../ui/Skeleton.tsx'
import { useSession } from '../../../../ui/session.ts'

const education = capabilityApi<typeof educationContract>('education')

/** Transfers and education are of one tier: they meet here. */
const Graduate = () => {
  const own = useQuery(education.mine.queryOptions()).data
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
      leavingOn={own?.leavingOn}
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

export const Route = createFileRoute('/me/')({ component: Me })
