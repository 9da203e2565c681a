import { createFileRoute } from '@tanstack/react-router'
import { ScanPage } from '../../../../capabilities/dossiers/web/ScanPage.tsx'

export const Route = createFileRoute('/_desk/dossiers/scan')({ component: ScanPage })
