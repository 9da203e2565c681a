import receivers from '../examples/2023/addressees.json' with { type: 'json' }
import type { Services } from '../src/app/services.ts'
import { day } from '../src/kernel/day.ts'
import type { ActingClient, Actors } from './actors.ts'
import { formFrom, typeFrom } from './destinations.ts'
import type { Person } from './members.ts'
import type { Random } from './random.ts'

export type Unit = { path: string; direct: boolean; branches: string[] }
export type Held = { id: string; version: number; path: string; name: string; method: string | null }
type State = NonNullable<Parameters<ActingClient['transfers']['list']>[0]['state']>

/** The season as it stood on 8 June: waves of destinations, each come as far as it would have. */
export interface Season {
  services: Services
  actors: Actors
  random: Random
  cohortId: string
  units: Unit[]
  people: Person[]
}

export const on = (season: Season, when: string) => season.services.clock.setToday(day(when))

export const checker = ({ actors }: Season, unit: Unit, branch: string): ActingClient =>
  unit.direct ? actors.direct(branch) : actors.teacher(branch)
export const consolidator = ({ actors }: Season, unit: Unit): ActingClient =>
  unit.direct ? actors.direct(unit.path) : actors.secondary(unit.path)

export const plain = (held: readonly { id: string; version: number }[]) => held.map(({ id, version }) => ({ id, version }))
export const below = <Row extends { path: string }>(held: readonly Row[], path: string) => held.filter(row => row.path.startsWith(path))

/** Every case of a state in the school, page by page. */
export async function casesAt(season: Season, state: State): Promise<Held[]> {
  const found: Held[] = []
  for (let after: string | undefined; ; ) {
    const page = await season.actors.office().transfers.list({ cohortId: season.cohortId, state, limit: 200, ...(after && { after }) })
    found.push(...page.rows.flatMap(({ id, version, path, name, method }) => (id ? [{ id, version, path, name, method }] : [])))
    if (!page.next) return found
    after = page.next
  }
}

type Days = { fill: string; branch: string; secondary: string; submit?: string }

/** One wave: who reports, and the day of each step; of a wave that is still on its way only `part` has come on. */
export async function wave(season: Season, people: readonly Person[], days: Days, part = 1): Promise<void> {
  await report(season, people, days.fill)
  await check(season, days.branch, 'branch-check', part)
  await check(season, days.secondary, 'secondary-check', part)
  if (days.submit) await submitRegisters(season, days.submit)
}

async function report(season: Season, people: readonly Person[], when: string) {
  const { random } = season
  on(season, when)
  for (const unit of season.units)
    for (const branch of unit.branches) {
      const client = checker(season, unit, branch)
      const begun = []
      for (const person of people.filter(candidate => candidate.unit.path === branch))
        begun.push(
          await client.transfers.fill.save({
            graduateId: person.graduateId,
            version: 0,
            ...formFrom(random, typeFrom(random), receivers, person),
          }),
        )
      const items = begun.flatMap(({ id, version }) => (id ? [{ id, version }] : []))
      if (items.length) await client.transfers.fill.stepMany({ items, step: 'fill', given: {}, dryRun: false })
    }
}

/** A branch checks its own; a 总支 what its branches have checked. A 直属 branch has done both at once. */
async function check(season: Season, when: string, state: 'branch-check' | 'secondary-check', part: number) {
  on(season, when)
  const held = await casesAt(season, state)
  for (const unit of season.units)
    for (const path of state === 'branch-check' ? unit.branches : [unit.path]) {
      const own = below(held, path)
      const items = plain(own.slice(0, Math.floor(own.length * part)))
      if (!items.length) continue
      const client = state === 'branch-check' ? checker(season, unit, path) : consolidator(season, unit)
      await client.transfers.check.stepMany({
        items,
        step: state === 'branch-check' ? 'branch-verify' : 'secondary-verify',
        given: {},
        dryRun: false,
      })
    }
}

async function submitRegisters(season: Season, when: string) {
  on(season, when)
  const { cohortId } = season
  for (const unit of season.units) {
    const client = consolidator(season, unit)
    const preview = await client.submissions.preview({ cohortId, task: 'register' })
    if (preview.refusal === null && preview.rows.length)
      await client.submissions.submit({ cohortId, task: 'register', fingerprint: preview.fingerprint })
  }
}
