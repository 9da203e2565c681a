import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '../../../../capabilities/accounts/web/AccountsPage.tsx'

export const Route = createFileRoute('/_desk/accounts')({ component: AccountsPage })
