import { createFileRoute } from '@tanstack/react-router'
import { ActivitiesPage } from '../../../../capabilities/activities/web/ActivitiesPage.tsx'
import { CalendarButton } from '../../../../capabilities/calendars/web/CalendarButton.tsx'

export const Route = createFileRoute('/_desk/activities/')({ component: () => <ActivitiesPage calendar={<CalendarButton />} /> })
