import { createFileRoute } from '@tanstack/react-router'
import { OwnFarewellPage } from '../../../../capabilities/farewell/web/OwnFarewellPage.tsx'

export const Route = createFileRoute('/_phone/me/farewell')({ component: OwnFarewellPage })
