import { createFileRoute } from '@tanstack/react-router'
import { CARRYOVERS, carryoverImportList } from '../../../../capabilities/carryover/web/importing.ts'
import { ImportChoicePage } from '../../../../capabilities/transfers/web/ImportChoicePage.tsx'
import { useSession } from '../../../../ui/session.ts'

const carryover = { ...carryoverImportList, path: CARRYOVERS }

const Choice = () => {
  const { can } = useSession()
  return <ImportChoicePage more={can('transfers:feedback') ? [carryover] : []} />
}

export const Route = createFileRoute('/_desk/transfers/import/')({ component: Choice })
