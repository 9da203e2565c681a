import { readFileSync } from 'node:fs'
import type { Plan, ShippedPlan } from '../../src/capabilities/plans/rules.ts'

const shipped = (key: ShippedPlan): Plan => JSON.parse(readFileSync(`examples/${key}/plan.json`, 'utf8'))

export const plan2023 = shipped('2023')
export const notice2023 = plan2023.destinationPolicy

/** The national rule beside the notice: a member without work may stay at the school, normally at most two years. */
export const planNational = shipped('national')
export const national = planNational.destinationPolicy
