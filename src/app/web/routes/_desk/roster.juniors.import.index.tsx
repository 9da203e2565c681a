import { createFileRoute } from '@tanstack/react-router'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { juniorImportApi, juniorImportList } from '../../../../capabilities/roster/web/juniorImporting.ts'

const Start = () => (
  <ImportStart api={juniorImportApi} list={juniorImportList} template={<FormButton api={juniorImportApi} list={juniorImportList} />} />
)

export const Route = createFileRoute('/_desk/roster/juniors/import/')({ component: Start, staticData: { folded: true } })
