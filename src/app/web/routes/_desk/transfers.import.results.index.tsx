import { createFileRoute } from '@tanstack/react-router'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { resultImportApi, resultImportList } from '../../../../capabilities/transfers/web/importing.ts'
import { TransfersPage } from '../../../../capabilities/transfers/web/TransfersPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Start = () => {
  const { cohort } = useSession()
  if (!cohort) return <TransfersPage />
  return (
    <ImportStart
      api={resultImportApi}
      list={resultImportList}
      cohortId={cohort.id}
      template={<FormButton api={resultImportApi} list={resultImportList} />}
    />
  )
}

export const Route = createFileRoute('/_desk/transfers/import/results/')({ component: Start, staticData: { folded: true } })
