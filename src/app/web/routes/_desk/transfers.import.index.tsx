import { createFileRoute } from '@tanstack/react-router'
import { ImportChoicePage } from '../../../../capabilities/transfers/web/ImportChoicePage.tsx'

export const Route = createFileRoute('/_desk/transfers/import/')({ component: ImportChoicePage })
