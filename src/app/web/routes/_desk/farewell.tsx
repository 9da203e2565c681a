import { createFileRoute } from '@tanstack/react-router'
import { FarewellPage } from '../../../../capabilities/farewell/web/FarewellPage.tsx'

export const Route = createFileRoute('/_desk/farewell')({ component: FarewellPage })
