import { createFileRoute } from '@tanstack/react-router'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { unitImportApi, unitImportList } from '../../../../capabilities/lists/web/importing.ts'

const Start = () => (
  <ImportStart api={unitImportApi} list={unitImportList} template={<FormButton api={unitImportApi} list={unitImportList} />} />
)

export const Route = createFileRoute('/_desk/orgs/import/')({ component: Start, staticData: { folded: true } })
