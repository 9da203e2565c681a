import { createFileRoute } from '@tanstack/react-router'
import { RecentLine } from '../../../../capabilities/imports/web/RecentLine.tsx'
import { AddresseesPage } from '../../../../capabilities/letters/web/AddresseesPage.tsx'
import { addresseeImportApi, addresseeImportList } from '../../../../capabilities/letters/web/importing.ts'
import { SavedViews } from '../../../../capabilities/views/web/SavedViews.tsx'

const Addressees = () => (
  <AddresseesPage
    recentImports={<RecentLine api={addresseeImportApi} list={addresseeImportList} />}
    views={<SavedViews screen="addressees" path="/addressees" />}
  />
)

export const Route = createFileRoute('/_desk/addressees/')({ component: Addressees })
