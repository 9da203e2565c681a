import { createFileRoute } from '@tanstack/react-router'
import { OwnFarewellPage } from '../../../../capabilities/farewell/web/OwnFarewellPage.tsx'

export const Route = createFileRoute('/me/_look/farewell')({ component: OwnFarewellPage })
