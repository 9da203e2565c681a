import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { unitImportApi, unitImportList } from '../../../../capabilities/lists/web/importing.ts'

const Import = () => <ImportPage api={unitImportApi} list={unitImportList} id={Route.useParams().importId} />

export const Route = createFileRoute('/_desk/orgs/import/$importId')({ component: Import, staticData: { folded: true } })
