import { createFileRoute } from '@tanstack/react-router'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { rosterImportApi, rosterImportList } from '../../../../capabilities/roster/web/importing.ts'
import { RosterPage } from '../../../../capabilities/roster/web/RosterPage.tsx'
import { TemplateButton } from '../../../../capabilities/roster/web/TemplateButton.tsx'
import { useSession } from '../../../../ui/session.ts'

const Start = () => {
  const { cohort } = useSession()
  if (!cohort) return <RosterPage />
  return (
    <ImportStart api={rosterImportApi} list={rosterImportList} cohortId={cohort.id} template={<TemplateButton cohortId={cohort.id} />} />
  )
}

export const Route = createFileRoute('/_desk/roster/import/')({ component: Start, staticData: { folded: true } })
