import { createFileRoute } from '@tanstack/react-router'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { JuniorsPage } from '../../../../capabilities/roster/web/JuniorsPage.tsx'
import { juniorImportApi, juniorImportList } from '../../../../capabilities/roster/web/juniorImporting.ts'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'
import { useSession } from '../../../../ui/session.ts'

const Juniors = () => {
  const { can } = useSession()
  const recent = can('roster:import') && <RecentLine api={juniorImportApi} list={juniorImportList} />
  return <JuniorsPage recentImports={recent} views={<SavedViews screen="juniors" path="/roster/juniors" />} />
}

export const Route = createFileRoute('/_desk/roster/juniors/')({ component: Juniors })
