import { createFileRoute } from '@tanstack/react-router'
import { CorrectionsPage } from '../../../../capabilities/roster/web/own/CorrectionsPage.tsx'

export const Route = createFileRoute('/_desk/roster/corrections')({ component: CorrectionsPage })
