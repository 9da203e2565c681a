import { createFileRoute } from '@tanstack/react-router'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'
import { addresseeImportApi, addresseeImportList } from '../../../../capabilities/letters/web/importing.ts'

const Start = () => (
  <ImportStart
    api={addresseeImportApi}
    list={addresseeImportList}
    template={<FormButton api={addresseeImportApi} list={addresseeImportList} />}
  />
)

export const Route = createFileRoute('/_desk/addressees/import/')({ component: Start, staticData: { folded: true } })
