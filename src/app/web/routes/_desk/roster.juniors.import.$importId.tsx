import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { ImportChanges } from '../../../../capabilities/roster/web/ImportChanges.tsx'
import { juniorImportApi, useJuniorImportList } from '../../../../capabilities/roster/web/juniorImporting.ts'

const Import = () => (
  <ImportPage
    api={juniorImportApi}
    list={useJuniorImportList()}
    id={Route.useParams().importId}
    changes={({ id }) => <ImportChanges importId={id} />}
  />
)

export const Route = createFileRoute('/_desk/roster/juniors/import/$importId')({ component: Import, staticData: { folded: true } })
