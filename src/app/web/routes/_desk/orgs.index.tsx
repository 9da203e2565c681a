import { createFileRoute } from '@tanstack/react-router'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { unitImportApi, unitImportList } from '../../../../capabilities/lists/web/importing.ts'
import { OrgsPage } from '../../../../capabilities/orgs/web/OrgsPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Orgs = () => {
  const { can } = useSession()
  return <OrgsPage recentImports={can('orgs:edit') && <RecentLine api={unitImportApi} list={unitImportList} />} />
}

export const Route = createFileRoute('/_desk/orgs/')({ component: Orgs })
