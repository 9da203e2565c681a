import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { ImportedCases } from '../../../../capabilities/transfers/web/ImportedCases.tsx'
import { resultImportApi, resultImportList } from '../../../../capabilities/transfers/web/importing.ts'

const Import = () => (
  <ImportPage
    api={resultImportApi}
    list={resultImportList}
    id={Route.useParams().importId}
    changes={({ id }) => <ImportedCases importId={id} />}
  />
)

export const Route = createFileRoute('/_desk/transfers/import/results/$importId')({ component: Import, staticData: { folded: true } })
