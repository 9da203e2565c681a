import { readFile } from 'node:fs/promises'
import { parsePlan } from './rules/parse.ts'
import type { Plan, ShippedPlan } from './rules.ts'

/** A plan that comes with the product, whole: where its file has been spoiled, nothing is opened on it. */
export async function shippedPlan(key: ShippedPlan): Promise<Plan> {
  const file = new URL(`../../../examples/${key}/plan.json`, import.meta.url)
  const parsed = parsePlan(JSON.parse(await readFile(file, 'utf8')))
  if (!parsed.allowed) throw new Error(`examples/${key}/plan.json: ${JSON.stringify(parsed.problems)}`)
  return parsed.value
}
