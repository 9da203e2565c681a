import { createFileRoute } from '@tanstack/react-router'
import { OwnReportPage } from '../../../../capabilities/education/web/OwnReportPage.tsx'

export const Route = createFileRoute('/me/_look/items')({ component: OwnReportPage })
