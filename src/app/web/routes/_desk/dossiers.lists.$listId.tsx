import { createFileRoute } from '@tanstack/react-router'
import { ListPage } from '../../../../capabilities/dossiers/web/ListPage.tsx'

const List = () => <ListPage id={Route.useParams().listId} />

export const Route = createFileRoute('/_desk/dossiers/lists/$listId')({ component: List })
