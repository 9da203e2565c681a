import { createFileRoute } from '@tanstack/react-router'
import { AccountsPage } from '../../../../capabilities/accounts/web/AccountsPage.tsx'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { staffImportApi, staffImportList } from '../../../../capabilities/lists/web/importing.ts'
import { useSession } from '../../../../ui/session.ts'

const Accounts = () => {
  const { can } = useSession()
  return <AccountsPage recentImports={can('accounts:edit') && <RecentLine api={staffImportApi} list={staffImportList} />} />
}

export const Route = createFileRoute('/_desk/accounts/')({ component: Accounts })
