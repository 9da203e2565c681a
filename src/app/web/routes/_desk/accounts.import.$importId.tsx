import { createFileRoute } from '@tanstack/react-router'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { FirstPasswords } from '../../../../capabilities/lists/web/FirstPasswords.tsx'
import { staffImportApi, staffImportList } from '../../../../capabilities/lists/web/importing.ts'

const Import = () => (
  <ImportPage
    api={staffImportApi}
    list={staffImportList}
    id={Route.useParams().importId}
    changes={({ id, counts }) => counts.new > 0 && <FirstPasswords importId={id} />}
  />
)

export const Route = createFileRoute('/_desk/accounts/import/$importId')({ component: Import, staticData: { folded: true } })
