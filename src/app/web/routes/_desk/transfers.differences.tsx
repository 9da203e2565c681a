import { createFileRoute } from '@tanstack/react-router'
import { DifferencesPage } from '../../../../capabilities/transfers/web/DifferencesPage.tsx'

export const Route = createFileRoute('/_desk/transfers/differences')({ component: DifferencesPage })
