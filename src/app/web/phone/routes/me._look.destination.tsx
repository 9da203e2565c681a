import { createFileRoute } from '@tanstack/react-router'
import { OwnDestinationPage } from '../../../../capabilities/transfers/web/OwnDestinationPage.tsx'

export const Route = createFileRoute('/me/_look/destination')({ component: OwnDestinationPage })
