import { createFileRoute } from '@tanstack/react-router'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { AddresseesPage } from '../../../../capabilities/letters/web/AddresseesPage.tsx'
import { addresseeImportApi, addresseeImportList } from '../../../../capabilities/letters/web/importing.ts'

const Addressees = () => <AddresseesPage recentImports={<RecentLine api={addresseeImportApi} list={addresseeImportList} />} />

export const Route = createFileRoute('/_desk/addressees/')({ component: Addressees })
