import { createFileRoute } from '@tanstack/react-router'
import { PersonTimeline } from '../../../../capabilities/insights/web/PersonTimeline.tsx'
import { PersonPage } from '../../../../capabilities/roster/web/PersonPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Person = () => {
  const { can } = useSession()
  const timeline = can('insights:read') ? ({ id }: { id: string }) => <PersonTimeline graduateId={id} /> : undefined
  return <PersonPage id={Route.useParams().graduateId} timeline={timeline} />
}

export const Route = createFileRoute('/_desk/roster/$graduateId')({ component: Person })
