import { createFileRoute } from '@tanstack/react-router'
import { CarryoverPage } from '../../../../capabilities/carryover/web/CarryoverPage.tsx'
import { carryoverImportApi, carryoverImportList } from '../../../../capabilities/carryover/web/importing.ts'
import { FormButton } from '../../../../capabilities/imports/web/FormButton.tsx'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { useCohortToday } from '../../useCohort.ts'

const wizard = { api: carryoverImportApi, list: carryoverImportList }

const Carryover = () => <CarryoverPage form={<FormButton {...wizard} />} recent={<RecentLine {...wizard} />} onOpen={useCohortToday()} />

export const Route = createFileRoute('/_desk/transfers/carryover/')({ component: Carryover })
