import { createFileRoute } from '@tanstack/react-router'
import { InboxPage } from '../../../../capabilities/inbox/web/InboxPage.tsx'

export const Route = createFileRoute('/_desk/inbox')({ component: InboxPage })
