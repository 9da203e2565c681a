import { createFileRoute } from '@tanstack/react-router'
import { SetupPage } from '../setup/SetupPage.tsx'

export const Route = createFileRoute('/setup')({ component: SetupPage })
