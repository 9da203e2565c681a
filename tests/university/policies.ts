import { readFileSync } from 'node:fs'
import type { DestinationPolicy, Plan } from '../../src/capabilities/plans/rules.ts'

export const plan2023: Plan = JSON.parse(readFileSync('examples/2023/plan.json', 'utf8'))
export const notice2023 = plan2023.destinationPolicy

/** The national rule beside the notice: a member without work may stay at the school, normally at most two years. */
export const national: DestinationPolicy = {
  ...notice2023,
  D10: {
    ...notice2023.D10,
    goesTo: [...notice2023.D10.goesTo, 'stay'],
    stayMonths: 24,
    required: [...notice2023.D10.required, 'stayApplication'],
  },
}
