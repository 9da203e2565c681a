import { createFileRoute } from '@tanstack/react-router'
import { TransfersPage } from '../../../../capabilities/transfers/web/TransfersPage.tsx'

export const Route = createFileRoute('/_desk/transfers/')({ component: TransfersPage })
