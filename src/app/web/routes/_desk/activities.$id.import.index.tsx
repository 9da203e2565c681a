import { createFileRoute } from '@tanstack/react-router'
import { listImportApi, useListImport } from '../../../../capabilities/activities/web/importing.ts'
import { useActivity } from '../../../../capabilities/activities/web/useActivity.ts'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'

const Start = () => {
  const { id } = Route.useParams()
  const list = useListImport(id)
  const { data: view } = useActivity(id)
  return <ImportStart api={listImportApi} list={list} cohortId={view?.cohortId} template={<FormButton api={listImportApi} list={list} />} />
}

export const Route = createFileRoute('/_desk/activities/$id/import/')({ component: Start, staticData: { folded: true } })
