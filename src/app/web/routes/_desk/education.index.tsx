import { createFileRoute } from '@tanstack/react-router'
import { attendanceImportApi, attendanceImportList } from '../../../../capabilities/education/web/importing.ts'
import { MatrixPage } from '../../../../capabilities/education/web/MatrixPage.tsx'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'
import { useSession } from '../../../../ui/session.ts'

const Education = () => {
  const { can, cohort } = useSession()
  const confirms = cohort && can('education:confirm')
  const recent = confirms && <RecentLine api={attendanceImportApi} list={attendanceImportList} cohortId={cohort.id} />
  return <MatrixPage recentImports={recent} views={<SavedViews screen="education" path="/education" />} />
}

export const Route = createFileRoute('/_desk/education/')({ component: Education })
