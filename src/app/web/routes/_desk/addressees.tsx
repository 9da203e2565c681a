import { createFileRoute } from '@tanstack/react-router'
import { AddresseesPage } from '../../../../capabilities/letters/web/AddresseesPage.tsx'

export const Route = createFileRoute('/_desk/addressees')({ component: AddresseesPage })
