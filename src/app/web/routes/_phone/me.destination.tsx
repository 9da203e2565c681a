import { createFileRoute } from '@tanstack/react-router'
import { OwnDestinationPage } from '../../../../capabilities/transfers/web/OwnDestinationPage.tsx'

export const Route = createFileRoute('/_phone/me/destination')({ component: OwnDestinationPage })
