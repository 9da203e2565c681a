import { createFileRoute } from '@tanstack/react-router'
import { ActivityPage } from '../../../../capabilities/activities/web/ActivityPage.tsx'

const Activity = () => <ActivityPage id={Route.useParams().id} />

export const Route = createFileRoute('/_desk/activities/$id/')({ component: Activity })
