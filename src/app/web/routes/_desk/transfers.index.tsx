import { createFileRoute } from '@tanstack/react-router'
import { TransfersPage } from '../../../../capabilities/transfers/web/TransfersPage.tsx'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'

const Transfers = () => <TransfersPage views={<SavedViews screen="transfers" path="/transfers" />} />

export const Route = createFileRoute('/_desk/transfers/')({ component: Transfers })
