import { createFileRoute } from '@tanstack/react-router'
import { ClosingPage } from '../../../../capabilities/closing/web/ClosingPage.tsx'

export const Route = createFileRoute('/_desk/closing')({ component: ClosingPage })
