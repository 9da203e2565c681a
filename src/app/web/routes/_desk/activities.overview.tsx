import { createFileRoute } from '@tanstack/react-router'
import { OverviewPage } from '../../../../capabilities/activities/web/OverviewPage.tsx'

export const Route = createFileRoute('/_desk/activities/overview')({ component: OverviewPage })
