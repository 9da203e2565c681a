import { createFileRoute } from '@tanstack/react-router'
import { NoticePage } from '../../../../capabilities/notices/web/NoticePage.tsx'

const Notice = () => <NoticePage id={Route.useParams().id} />

export const Route = createFileRoute('/_desk/notices/$id/')({ component: Notice })
