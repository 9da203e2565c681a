import { createFileRoute } from '@tanstack/react-router'
import { OwnActivitiesPage } from '../../../../capabilities/activities/web/OwnActivitiesPage.tsx'
import { CalendarButton } from '../../../../capabilities/calendars/web/CalendarButton.tsx'

export const Route = createFileRoute('/_phone/me/activities')({
  component: () => <OwnActivitiesPage calendar={<CalendarButton />} />,
})
