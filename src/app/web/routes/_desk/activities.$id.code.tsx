import { createFileRoute } from '@tanstack/react-router'
import { CodePage } from '../../../../capabilities/activities/web/CodePage.tsx'

const Code = () => <CodePage id={Route.useParams().id} />

export const Route = createFileRoute('/_desk/activities/$id/code')({ component: Code, staticData: { folded: true } })
