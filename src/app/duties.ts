/** Duties of notices, asked after once a day without anybody looking. */
import { chaseDuties, cohortsUndone } from '../capabilities/notices/index.ts'
import { readSystem } from '../platform/database/index.ts'
import { transact } from './gate.ts'
import { systemAt } from './season.ts'
import type { Services } from './services.ts'

const access = { permission: 'public', audit: 'duty.chased' }

/** Of every school's years: one that fails holds up no other, and is told at the end. */
export async function chaseAllDuties(services: Services): Promise<void> {
  let failure: unknown
  for (const { school, cohortId } of await readSystem(services.database.system, cohortsUndone))
    await transact(services, systemAt(school), access, context => chaseDuties(context, cohortId)).catch(error => {
      services.log.error({ school, cohort: cohortId, error: (error as Error).message }, 'duties not chased')
      failure ??= error
    })
  if (failure) throw failure
}
