import { type DestinationCode, type DestinationField, destinationCodes, destinationFields } from '../../capabilities/plans/rules.ts'
import { destinations, questions } from '../../capabilities/transfers/rules.ts'

/** The words of the forms stand with the transfers; the plan is read and edited with them. */
export const planNames = {
  destinations: Object.fromEntries(destinationCodes.map(code => [code, destinations[code].label])) as Record<DestinationCode, string>,
  fields: Object.fromEntries(destinationFields.map(field => [field, questions[field].label])) as Record<DestinationField, string>,
}
