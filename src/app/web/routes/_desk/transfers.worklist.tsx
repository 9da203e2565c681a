import { createFileRoute } from '@tanstack/react-router'
import { WorklistPage } from '../../../../capabilities/transfers/web/WorklistPage.tsx'

export const Route = createFileRoute('/_desk/transfers/worklist')({ component: WorklistPage })
