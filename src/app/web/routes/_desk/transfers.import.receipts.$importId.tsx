import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { ImportedCases } from '../../../../capabilities/transfers/web/ImportedCases.tsx'
import { receiptImportApi, receiptImportList } from '../../../../capabilities/transfers/web/importing.ts'

const Import = () => (
  <ImportPage
    api={receiptImportApi}
    list={receiptImportList}
    id={Route.useParams().importId}
    changes={({ id }) => <ImportedCases importId={id} />}
  />
)

export const Route = createFileRoute('/_desk/transfers/import/receipts/$importId')({ component: Import, staticData: { folded: true } })
