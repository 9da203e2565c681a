import { createFileRoute } from '@tanstack/react-router'
import { OwnInboxPage } from '../../../../capabilities/inbox/web/OwnInboxPage.tsx'

export const Route = createFileRoute('/_phone/me/inbox')({ component: OwnInboxPage })
