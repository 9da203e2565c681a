import type { RequestContext } from '../capabilities/accounts/index.ts'
import type { Permission } from '../capabilities/accounts/rules.ts'
import { makeArchive } from '../capabilities/archive/index.ts'
import { expireImports } from '../capabilities/imports/index.ts'
import { dropOldTries } from '../capabilities/letters/index.ts'
import { schools } from '../capabilities/orgs/index.ts'
import { foldTallies } from '../capabilities/roster/index.ts'
import { idsOfCohort, relightCohort } from '../capabilities/transfers/index.ts'
import { gatherStatistics, inSystem, readSystem } from '../platform/database/index.ts'
import { chaseAllDuties } from './duties.ts'
import { beganTask, rendering, transact } from './gate.ts'
import { hearArrivals, SEASON, tellArrivals, watchSeasons } from './season.ts'
import type { Services } from './services.ts'

/** Which kind of background task is done by what, and what is done each day. */
export function registerWorkers(services: Services) {
  registerTasks(services)
  registerDaily(services)
}

/** At night, an hour apart, before anybody comes to the office. */
function registerDaily(services: Services) {
  const { daily, database, files, clock } = services
  daily.on(SEASON, 2, async () => {
    await hearArrivals(services)
    await tellArrivals(services)
    await watchSeasons(services)
  })
  daily.on('expire-imports', 3, async () => {
    while ((await inSystem(database.system, trx => expireImports(trx, files, clock.today()))) > 0);
  })
  daily.on('fold-tallies', 4, async () => {
    for (const { id } of await readSystem(database.system, schools)) await inSystem(database.system, trx => foldTallies(trx, id))
  })
  daily.on('chase-duties', 5, () => chaseAllDuties(services))
  daily.on('drop-receipt-tries', 4, async () => void (await inSystem(database.system, dropOldTries)))
}

const RELIT_AT_ONCE = 500

type Who = NonNullable<Awaited<ReturnType<typeof beganTask>>>

/** Between the parts others come to their turn; what a stop leaves undone is begun anew with the task. */
async function relight(services: Services, who: Who, permission: Permission, { cohortId }: { cohortId: string }) {
  const inside = <T>(work: (context: RequestContext) => Promise<T>) => transact(services, who, { permission }, work)
  const ids = await inside(context => idsOfCohort(context, cohortId))
  for (let at = 0; at < ids.length; at += RELIT_AT_ONCE)
    await inside(context => relightCohort(context, cohortId, ids.slice(at, at + RELIT_AT_ONCE)))
  return {}
}

function registerTasks(services: Services) {
  services.tasks.on('archive', async (task, progress) => {
    const { cohortId, reason } = task.input as { cohortId: string; reason: string | null }
    const access = { permission: 'archive:make', audit: 'archive.made', renders: true } as const
    const who = await beganTask(services, task)
    if (!who?.actor.permissions.has(access.permission)) throw new Error('Whoever began this archive may not make one any more.')
    return makeArchive(rendering(services, who, access), { cohortId, reason }, progress)
  })
  services.tasks.on('arrival-sent', async () => {
    await tellArrivals(services)
    return {}
  })
  services.tasks.on('arrival-decided', async () => {
    await hearArrivals(services)
    return {}
  })
  services.tasks.on('roster-changed', async task => {
    const who = await beganTask(services, task)
    if (!who) throw new Error('Whoever imported holds no post any more.')
    await inSystem(services.database.system, trx => foldTallies(trx, who.scope.school))
    await gatherStatistics(services.database)
    return relight(services, who, 'roster:import', task.input as { cohortId: string })
  })
  services.tasks.on('plan-changed', async task => {
    const who = await beganTask(services, task)
    if (!who) throw new Error('Whoever saved the plan holds no post any more.')
    return relight(services, who, 'plans:edit', task.input as { cohortId: string })
  })
}
