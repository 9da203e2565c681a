import { createFileRoute } from '@tanstack/react-router'
import { ProgressPage } from '../../../../capabilities/education/web/ProgressPage.tsx'

export const Route = createFileRoute('/_desk/education/progress')({ component: ProgressPage })
