import { createFileRoute } from '@tanstack/react-router'
import { ScanPage } from '../../../../capabilities/activities/web/scanning/ScanPage.tsx'

export const Route = createFileRoute('/me/_look/scan')({ component: ScanPage })
