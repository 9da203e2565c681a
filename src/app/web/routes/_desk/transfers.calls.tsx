import { createFileRoute } from '@tanstack/react-router'
import { CallsPage } from '../../../../capabilities/transfers/web/CallsPage.tsx'

export const Route = createFileRoute('/_desk/transfers/calls')({ component: CallsPage })
