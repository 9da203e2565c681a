import { createFileRoute } from '@tanstack/react-router'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { comparisonApi, useComparisonList } from '../../../../capabilities/roster/web/importing.ts'
import { RosterPage } from '../../../../capabilities/roster/web/RosterPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Start = () => {
  const { cohort } = useSession()
  const list = useComparisonList()
  if (!cohort) return <RosterPage />
  return <ImportStart api={comparisonApi} list={list} cohortId={cohort.id} />
}

export const Route = createFileRoute('/_desk/roster/compare/')({ component: Start, staticData: { folded: true } })
