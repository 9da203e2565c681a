import { createFileRoute } from '@tanstack/react-router'
import { CasePage } from '../../../../capabilities/transfers/web/CasePage.tsx'

const Case = () => <CasePage id={Route.useParams().id} />

export const Route = createFileRoute('/_desk/transfers/$id')({ component: Case })
