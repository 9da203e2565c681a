import { createFileRoute } from '@tanstack/react-router'
import { SubmissionsPage } from '../../../../capabilities/submissions/web/SubmissionsPage.tsx'

export const Route = createFileRoute('/_desk/submissions/')({ component: SubmissionsPage })
