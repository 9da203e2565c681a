import { createFileRoute } from '@tanstack/react-router'
import { OwnActivitiesPage } from '../../../../capabilities/activities/web/OwnActivitiesPage.tsx'
import { CalendarButton } from '../../../../capabilities/calendars/web/CalendarButton.tsx'

export const Route = createFileRoute('/me/_look/activities')({
  component: () => <OwnActivitiesPage calendar={<CalendarButton />} />,
})
