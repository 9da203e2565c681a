import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { ImportChanges } from '../../../../capabilities/roster/web/ImportChanges.tsx'
import { rosterImportApi, useRosterImportList } from '../../../../capabilities/roster/web/importing.ts'

const Import = () => (
  <ImportPage
    api={rosterImportApi}
    list={useRosterImportList()}
    id={Route.useParams().importId}
    changes={({ id }) => <ImportChanges importId={id} />}
  />
)

export const Route = createFileRoute('/_desk/roster/import/$importId')({ component: Import, staticData: { folded: true } })
