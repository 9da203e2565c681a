import { createFileRoute } from '@tanstack/react-router'
import { ClosingPage } from '../../../../capabilities/closing/web/ClosingPage.tsx'
import { ArrivalsLink } from '../../../../capabilities/transfers/web/ArrivalsLink.tsx'

export const Route = createFileRoute('/_desk/closing')({ component: () => <ClosingPage beside={<ArrivalsLink />} /> })
