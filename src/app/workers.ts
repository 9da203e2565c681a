import { makeArchive } from '../capabilities/archive/index.ts'
import { foldTallies } from '../capabilities/roster/index.ts'
import { relightCohort } from '../capabilities/transfers/index.ts'
import { gatherStatistics, inSystem } from '../platform/database/index.ts'
import { beganTask, rendering, transact } from './gate.ts'
import type { Services } from './services.ts'

/** Which kind of background task is done by what. */
export function registerWorkers(services: Services) {
  services.tasks.on('archive', async (task, progress) => {
    const { cohortId, reason } = task.input as { cohortId: string; reason: string | null }
    const access = { permission: 'archive:make', audit: 'archive.made', renders: true } as const
    const who = await beganTask(services, task)
    if (!who?.actor.permissions.has(access.permission)) throw new Error('Whoever began this archive may not make one any more.')
    return makeArchive(rendering(services, who, access), { cohortId, reason }, progress)
  })
  services.tasks.on('roster-changed', async task => {
    const { cohortId } = task.input as { cohortId: string }
    const who = await beganTask(services, task)
    if (!who) throw new Error('Whoever imported holds no post any more.')
    await inSystem(services.database.system, trx => foldTallies(trx, who.scope.school))
    await gatherStatistics(services.database)
    await transact(services, who, { permission: 'roster:import' }, context => relightCohort(context, cohortId))
    return {}
  })
}
