import { createFileRoute } from '@tanstack/react-router'
import { EditNoticePage } from '../../../../capabilities/notices/web/NoticeFormPage.tsx'

const Edit = () => <EditNoticePage id={Route.useParams().id} />

export const Route = createFileRoute('/_desk/notices/$id/edit')({ component: Edit })
