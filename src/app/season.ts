/** What each day asks for by itself: nobody is forgotten while nobody looks. */
import type { Actor, RequestContext } from '../capabilities/accounts/index.ts'
import type { Role } from '../capabilities/accounts/rules.ts'
import { branchesDue, handOnBranch } from '../capabilities/closing/index.ts'
import { scopeOf } from '../capabilities/orgs/index.ts'
import { rootPath } from '../capabilities/orgs/rules.ts'
import {
  announceArrivals,
  hearAnswer,
  idsOfCohort,
  keepSeasonDay,
  seasons,
  unannouncedSchools,
  unheardArrivals,
  watchOver,
} from '../capabilities/transfers/index.ts'
import { readSystem } from '../platform/database/index.ts'
import { transact } from './gate.ts'
import type { Services } from './services.ts'

/** The daily work's name. */
export const SEASON = 'watch-over-cases'

const AT_ONCE = 500

/** Nobody's account: the entries name the machine. */
const itself: Actor = {
  id: '00000000-0000-0000-0000-000000000000',
  name: '自动',
  role: 'system' as Role, // no post has it, so no rule lets it act
  unitId: '',
  unitName: '',
  memberId: null,
  permissions: new Set(),
}

/** The machine in a school: all of its units. */
export const systemAt = (school: string) => ({
  actor: itself,
  scope: scopeOf({ school, reach: 'unit', path: rootPath, member: '', account: itself.id }),
})

const access = { permission: 'public', audit: 'case.followed-up' }

type Season = { school: string; cohortId: string }

/** In parts, so that others come to their turn; whatever is done twice does nothing the second time. */
async function dayOf(services: Services, { school, cohortId }: Season): Promise<void> {
  const inside = <T>(work: (context: RequestContext) => Promise<T>) => transact(services, systemAt(school), access, work)
  for (const unitId of await inside(context => branchesDue(context, cohortId)))
    await inside(context => handOnBranch(context, cohortId, unitId))
  const ids = await inside(context => idsOfCohort(context, cohortId))
  for (let at = 0; at < ids.length; at += AT_ONCE) await inside(context => watchOver(context, ids.slice(at, at + AT_ONCE)))
  await inside(({ trx, today, now }) => keepSeasonDay(trx, school, cohortId, today, now))
}

/** Of every school's open cohorts: all, or those for which this day has not been done. One that fails holds up no other. */
async function watch(services: Services, manner: { missing: boolean }): Promise<void> {
  const today = services.clock.today()
  const found = await readSystem(services.database.system, trx => seasons(trx, today))
  let failure: unknown
  for (const season of found.filter(({ done }) => !(manner.missing && done)))
    await dayOf(services, season).catch(error => {
      services.log.error({ school: season.school, cohort: season.cohortId, error: (error as Error).message }, 'a day not done')
      failure ??= error
    })
  if (failure) throw failure
}

/** Nobody waits for it: what goes wrong stands in the log, and is done the next time. */
export const unattended = ({ log }: Pick<Services, 'log'>, what: string, work: Promise<void>): Promise<void> =>
  work.catch(error => log.error({ error: (error as Error).message }, `${what}: not done`))

let before: Promise<unknown> = Promise.resolve()

/** One after the other: the hour, a start and a moved day may come together. */
export function watchSeasons(services: Services, manner = { missing: false }): Promise<void> {
  const mine = before.then(() => watch(services, manner))
  before = mine.catch(() => undefined)
  return mine
}

/** Answers of receiving schools, each taken up by the school that sent; one that could not be is tried again. */
export async function hearArrivals(services: Services): Promise<void> {
  const { database, log } = services
  for (const arrival of await readSystem(database.system, trx => unheardArrivals(trx, AT_ONCE)))
    await transact(services, systemAt(arrival.school), { permission: 'public', audit: 'arrival.heard' }, context =>
      hearAnswer(context, arrival),
    ).catch(error => log.error({ message: (error as Error).message }, 'arrival not heard'))
}

/** Who has arrived: each school is told by itself; one that could not be is told the next time. */
export async function tellArrivals(services: Services): Promise<void> {
  for (const school of await readSystem(services.database.system, unannouncedSchools))
    await transact(services, systemAt(school), { permission: 'public', audit: 'arrival.announced' }, announceArrivals).catch(error =>
      services.log.error({ school, message: (error as Error).message }, 'arrivals not told of'),
    )
}
