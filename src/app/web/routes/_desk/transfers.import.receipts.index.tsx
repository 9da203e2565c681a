import { createFileRoute } from '@tanstack/react-router'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { receiptImportApi, receiptImportList } from '../../../../capabilities/transfers/web/importing.ts'
import { TransfersPage } from '../../../../capabilities/transfers/web/TransfersPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Start = () => {
  const { cohort } = useSession()
  if (!cohort) return <TransfersPage />
  return (
    <ImportStart
      api={receiptImportApi}
      list={receiptImportList}
      cohortId={cohort.id}
      template={<FormButton api={receiptImportApi} list={receiptImportList} />}
    />
  )
}

export const Route = createFileRoute('/_desk/transfers/import/receipts/')({ component: Start, staticData: { folded: true } })
