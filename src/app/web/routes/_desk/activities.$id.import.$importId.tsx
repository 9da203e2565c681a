import { createFileRoute } from '@tanstack/react-router'
import { listImportApi, useListImport } from '../../../../capabilities/activities/web/importing.ts'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'

const Import = () => {
  const { id, importId } = Route.useParams()
  return <ImportPage api={listImportApi} list={useListImport(id)} id={importId} />
}

export const Route = createFileRoute('/_desk/activities/$id/import/$importId')({ component: Import, staticData: { folded: true } })
