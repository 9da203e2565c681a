import { createFileRoute } from '@tanstack/react-router'
import { AfterCarryover } from '../../../../capabilities/carryover/web/CarryoverPage.tsx'
import { carryoverImportApi, carryoverImportList } from '../../../../capabilities/carryover/web/importing.ts'
import { ImportPage } from '../../../../capabilities/imports/web/ImportPage.tsx'
import { useCohortToday } from '../../useCohort.ts'

const Import = () => {
  const open = useCohortToday()
  const { importId } = Route.useParams()
  return <ImportPage api={carryoverImportApi} list={carryoverImportList} id={importId} changes={() => <AfterCarryover onOpen={open} />} />
}

export const Route = createFileRoute('/_desk/transfers/carryover/import/$importId')({ component: Import, staticData: { folded: true } })
