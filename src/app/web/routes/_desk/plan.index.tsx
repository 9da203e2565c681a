import { createFileRoute } from '@tanstack/react-router'
import { TemplateLine } from '../../../../capabilities/forms/web/TemplateLine.tsx'
import { PlanPage } from '../../../../capabilities/plans/web/PlanPage.tsx'
import { chooseCohort } from '../../cohort.ts'
import { planNames } from '../../plan-names.ts'

const Plan = () => <PlanPage {...planNames} templateOf={form => <TemplateLine form={form} />} onCohort={chooseCohort} />

export const Route = createFileRoute('/_desk/plan/')({ component: Plan })
