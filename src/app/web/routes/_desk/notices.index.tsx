import { createFileRoute } from '@tanstack/react-router'
import { NoticesPage } from '../../../../capabilities/notices/web/NoticesPage.tsx'

export const Route = createFileRoute('/_desk/notices/')({ component: NoticesPage })
