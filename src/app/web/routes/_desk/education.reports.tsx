import { createFileRoute } from '@tanstack/react-router'
import { ReportsPage } from '../../../../capabilities/education/web/ReportsPage.tsx'

export const Route = createFileRoute('/_desk/education/reports')({ component: ReportsPage })
