import { createFileRoute } from '@tanstack/react-router'
import { VersionsPage } from '../../../../capabilities/plans/web/editing/VersionsPage.tsx'

export const Route = createFileRoute('/_desk/plan/versions')({ component: VersionsPage })
