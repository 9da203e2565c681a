import { createFileRoute } from '@tanstack/react-router'
import { ActivitiesPage } from '../../../../capabilities/activities/web/ActivitiesPage.tsx'

export const Route = createFileRoute('/_desk/activities/')({ component: ActivitiesPage })
