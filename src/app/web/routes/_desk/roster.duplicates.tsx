import { createFileRoute } from '@tanstack/react-router'
import { DuplicatesPage } from '../../../../capabilities/roster/web/DuplicatesPage.tsx'

export const Route = createFileRoute('/_desk/roster/duplicates')({ component: DuplicatesPage })
