import { createFileRoute } from '@tanstack/react-router'
import { CarryoverLine } from '../../../../capabilities/carryover/web/CarryoverLine.tsx'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { rosterImportApi, rosterImportList } from '../../../../capabilities/roster/web/importing.ts'
import { CorrectionsLine } from '../../../../capabilities/roster/web/own/CorrectionsLine.tsx'
import { RosterKinds } from '../../../../capabilities/roster/web/RosterKinds.tsx'
import { RosterPage } from '../../../../capabilities/roster/web/RosterPage.tsx'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'
import { useSession } from '../../../../ui/session.ts'

const Roster = () => {
  const { can, cohort } = useSession()
  const recent = cohort && can('roster:import') && <RecentLine api={rosterImportApi} list={rosterImportList} cohortId={cohort.id} />
  const corrections = cohort && can('roster:edit') && <CorrectionsLine cohortId={cohort.id} />
  const above = (
    <>
      <RosterKinds shown="graduates" />
      {corrections}
      <CarryoverLine />
      {recent}
    </>
  )
  return <RosterPage recentImports={above} views={<SavedViews screen="roster" path="/roster" />} />
}

export const Route = createFileRoute('/_desk/roster/')({ component: Roster })
