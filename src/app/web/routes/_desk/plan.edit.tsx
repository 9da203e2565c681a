import { createFileRoute } from '@tanstack/react-router'
import { type PlanPart, planParts } from '../../../../capabilities/plans/rules.ts'
import { PlanEditPage } from '../../../../capabilities/plans/web/editing/PlanEditPage.tsx'
import { planNames } from '../../plan-names.ts'

const Edit = () => <PlanEditPage {...planNames} part={Route.useSearch().part} />

export const Route = createFileRoute('/_desk/plan/edit')({
  validateSearch: (search: Record<string, unknown>): { part: PlanPart } => ({
    part: planParts.find(part => part === search.part) ?? 'milestones',
  }),
  component: Edit,
})
