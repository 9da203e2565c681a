import { createFileRoute } from '@tanstack/react-router'
import { ProgressPage } from '../../../../capabilities/dossiers/web/ProgressPage.tsx'

export const Route = createFileRoute('/_desk/dossiers/progress')({ component: ProgressPage })
