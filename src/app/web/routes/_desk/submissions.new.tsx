import { createFileRoute } from '@tanstack/react-router'
import { PreparePage } from '../../../../capabilities/submissions/web/PreparePage.tsx'

export const Route = createFileRoute('/_desk/submissions/new')({ component: PreparePage })
