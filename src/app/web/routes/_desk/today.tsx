import { createFileRoute } from '@tanstack/react-router'
import { CarryoverLine } from '../../../../capabilities/carryover/web/CarryoverLine.tsx'
import { TodayPage } from '../../../../capabilities/insights/web/TodayPage.tsx'

const Today = () => <TodayPage beside={<CarryoverLine openOnly />} />

export const Route = createFileRoute('/_desk/today')({ component: Today })
