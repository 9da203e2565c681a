import { createFileRoute } from '@tanstack/react-router'
import { VersionsPage } from '../../../../capabilities/plans/web/editing/VersionsPage.tsx'
import { planNames } from '../../plan-names.ts'

export const Route = createFileRoute('/_desk/plan/versions')({ component: () => <VersionsPage fields={planNames.fields} /> })
