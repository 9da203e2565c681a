import { createFileRoute } from '@tanstack/react-router'
import { attendanceImportApi, attendanceImportList } from '../../../../capabilities/education/web/importing.ts'
import { MatrixPage } from '../../../../capabilities/education/web/MatrixPage.tsx'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { useSession } from '../../../../ui/session.ts'

const Education = () => {
  const { can, cohort } = useSession()
  const recent = cohort && can('education:confirm')
  return <MatrixPage recentImports={recent && <RecentLine api={attendanceImportApi} list={attendanceImportList} cohortId={cohort.id} />} />
}

export const Route = createFileRoute('/_desk/education/')({ component: Education })
