import { createFileRoute } from '@tanstack/react-router'
import { ListsPage } from '../../../../capabilities/dossiers/web/ListsPage.tsx'

export const Route = createFileRoute('/_desk/dossiers/lists/')({ component: ListsPage })
