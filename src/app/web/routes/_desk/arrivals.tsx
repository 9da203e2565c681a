import { createFileRoute } from '@tanstack/react-router'
import { ArrivalsPage } from '../../../../capabilities/transfers/web/ArrivalsPage.tsx'

export const Route = createFileRoute('/_desk/arrivals')({ component: ArrivalsPage })
