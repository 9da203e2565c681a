import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { addresseeImportApi, addresseeImportList } from '../../../../capabilities/letters/web/importing.ts'

const Import = () => <ImportPage api={addresseeImportApi} list={addresseeImportList} id={Route.useParams().importId} />

export const Route = createFileRoute('/_desk/addressees/import/$importId')({ component: Import, staticData: { folded: true } })
