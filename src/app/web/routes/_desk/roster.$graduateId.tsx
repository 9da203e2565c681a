import { createFileRoute } from '@tanstack/react-router'
import { PersonTimeline } from '../../../../capabilities/insights/web/PersonTimeline.tsx'
import { PersonPage } from '../../../../capabilities/roster/web/PersonPage.tsx'

const Person = () => <PersonPage id={Route.useParams().graduateId} timeline={({ id }) => <PersonTimeline graduateId={id} />} />

export const Route = createFileRoute('/_desk/roster/$graduateId')({ component: Person })
