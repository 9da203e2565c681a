import { createFileRoute } from '@tanstack/react-router'
import { DossiersPage } from '../../../../capabilities/dossiers/web/DossiersPage.tsx'

export const Route = createFileRoute('/_desk/dossiers/')({ component: DossiersPage })
