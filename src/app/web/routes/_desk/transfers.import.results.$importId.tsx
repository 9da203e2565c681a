import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { resultImportApi, resultImportList } from '../../../../capabilities/transfers/web/importing.ts'

const Import = () => <ImportPage api={resultImportApi} list={resultImportList} id={Route.useParams().importId} />

export const Route = createFileRoute('/_desk/transfers/import/results/$importId')({ component: Import, staticData: { folded: true } })
