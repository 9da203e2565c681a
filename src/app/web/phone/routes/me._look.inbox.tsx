import { createFileRoute } from '@tanstack/react-router'
import { OwnInboxPage } from '../../../../capabilities/inbox/web/OwnInboxPage.tsx'

export const Route = createFileRoute('/me/_look/inbox')({ component: OwnInboxPage })
