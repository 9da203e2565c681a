import { createFileRoute } from '@tanstack/react-router'
import { EntryPage } from '../../../../capabilities/dossiers/web/EntryPage.tsx'

export const Route = createFileRoute('/_desk/dossiers/entry')({ component: EntryPage, staticData: { folded: true } })
