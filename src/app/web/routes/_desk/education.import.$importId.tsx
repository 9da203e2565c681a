import { createFileRoute } from '@tanstack/react-router'
import { attendanceImportApi, useAttendanceImportList } from '../../../../capabilities/education/web/importing.ts'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { useSession } from '../../../../ui/session.ts'

const Import = () => {
  const { cohort } = useSession()
  return <ImportPage api={attendanceImportApi} list={useAttendanceImportList(cohort?.id)} id={Route.useParams().importId} />
}

export const Route = createFileRoute('/_desk/education/import/$importId')({ component: Import, staticData: { folded: true } })
