import { createFileRoute } from '@tanstack/react-router'
import { TemplateLine } from '../../../../capabilities/forms/web/TemplateLine.tsx'
import { type DestinationCode, type DestinationField, destinationCodes, destinationFields } from '../../../../capabilities/plans/rules.ts'
import { PlanPage } from '../../../../capabilities/plans/web/PlanPage.tsx'
import { destinations, questions } from '../../../../capabilities/transfers/rules.ts'

/** The words of the forms stand with the transfers; the plan is read with them. */
const names = {
  destinations: Object.fromEntries(destinationCodes.map(code => [code, destinations[code].label])) as Record<DestinationCode, string>,
  fields: Object.fromEntries(destinationFields.map(field => [field, questions[field].label])) as Record<DestinationField, string>,
}

const Plan = () => <PlanPage {...names} templateOf={form => <TemplateLine form={form} />} />

export const Route = createFileRoute('/_desk/plan')({ component: Plan })
