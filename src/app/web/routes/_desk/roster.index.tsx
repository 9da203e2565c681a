import { createFileRoute } from '@tanstack/react-router'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { rosterImportApi, rosterImportList } from '../../../../capabilities/roster/web/importing.ts'
import { RosterPage } from '../../../../capabilities/roster/web/RosterPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Roster = () => {
  const { can, cohort } = useSession()
  const recent = cohort && can('roster:import') && <RecentLine api={rosterImportApi} list={rosterImportList} cohortId={cohort.id} />
  return <RosterPage recentImports={recent} />
}

export const Route = createFileRoute('/_desk/roster/')({ component: Roster })
