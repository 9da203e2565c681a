import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { receiptImportApi, receiptImportList } from '../../../../capabilities/transfers/web/importing.ts'

const Import = () => <ImportPage api={receiptImportApi} list={receiptImportList} id={Route.useParams().importId} />

export const Route = createFileRoute('/_desk/transfers/import/receipts/$importId')({ component: Import, staticData: { folded: true } })
