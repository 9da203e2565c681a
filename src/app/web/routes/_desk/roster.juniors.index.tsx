import { createFileRoute } from '@tanstack/react-router'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { JuniorsPage } from '../../../../capabilities/roster/web/JuniorsPage.tsx'
import { juniorImportApi, juniorImportList } from '../../../../capabilities/roster/web/juniorImporting.ts'
import { useSession } from '../../../../ui/session.ts'

const Juniors = () => {
  const { can } = useSession()
  return <JuniorsPage recentImports={can('roster:import') && <RecentLine api={juniorImportApi} list={juniorImportList} />} />
}

export const Route = createFileRoute('/_desk/roster/juniors/')({ component: Juniors })
