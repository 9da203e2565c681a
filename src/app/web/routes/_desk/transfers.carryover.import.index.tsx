import { createFileRoute } from '@tanstack/react-router'
import { carryoverImportApi, carryoverImportList } from '../../../../capabilities/carryover/web/importing.ts'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { ImportStart } from '../../../../capabilities/imports/web/ImportStart.tsx'

const Start = () => (
  <ImportStart
    api={carryoverImportApi}
    list={carryoverImportList}
    template={<FormButton api={carryoverImportApi} list={carryoverImportList} />}
  />
)

export const Route = createFileRoute('/_desk/transfers/carryover/import/')({ component: Start, staticData: { folded: true } })
