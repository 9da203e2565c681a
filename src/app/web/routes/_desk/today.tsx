import { createFileRoute } from '@tanstack/react-router'
import { TodayPage } from '../../../../capabilities/insights/web/TodayPage.tsx'

export const Route = createFileRoute('/_desk/today')({ component: TodayPage })
