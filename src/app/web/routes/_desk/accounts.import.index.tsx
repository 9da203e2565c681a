import { createFileRoute } from '@tanstack/react-router'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { staffImportApi, staffImportList } from '../../../../capabilities/lists/web/importing.ts'

const Start = () => (
  <ImportStart api={staffImportApi} list={staffImportList} template={<FormButton api={staffImportApi} list={staffImportList} />} />
)

export const Route = createFileRoute('/_desk/accounts/import/')({ component: Start, staticData: { folded: true } })
