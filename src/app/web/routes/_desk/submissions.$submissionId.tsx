import { createFileRoute } from '@tanstack/react-router'
import { ReturnPage } from '../../../../capabilities/submissions/web/ReturnPage.tsx'

const Return = () => <ReturnPage id={Route.useParams().submissionId} />

export const Route = createFileRoute('/_desk/submissions/$submissionId')({ component: Return })
