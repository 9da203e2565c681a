import { createFileRoute } from '@tanstack/react-router'
import { attendanceImportApi, attendanceImportList } from '../../../../capabilities/education/web/importing.ts'
import { MatrixPage } from '../../../../capabilities/education/web/MatrixPage.tsx'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { useSession } from '../../../../ui/session.ts'

const Start = () => {
  const { cohort } = useSession()
  if (!cohort) return <MatrixPage />
  return (
    <ImportStart
      api={attendanceImportApi}
      list={attendanceImportList}
      cohortId={cohort.id}
      template={<FormButton api={attendanceImportApi} list={attendanceImportList} />}
    />
  )
}

export const Route = createFileRoute('/_desk/education/import/')({ component: Start, staticData: { folded: true } })
