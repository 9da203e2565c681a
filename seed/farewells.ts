import { checker, on, type Season } from './season.ts'

/** Who reported first has read the notice on paper and been talked to; the others follow until they leave. */
export async function holdFarewells(season: Season, when: string, by: string): Promise<void> {
  on(season, when)
  for (const unit of season.units)
    for (const branch of unit.branches) {
      const { farewell } = checker(season, unit, branch)
      const { rows } = await farewell.list({ cohortId: season.cohortId, limit: 200 })
      const ids = rows.map(({ graduateId }) => graduateId)
      const record = (graduateIds: string[], asked: { kind: 'notice'; how: 'paper' } | { kind: 'talk'; how: 'in-person' }) =>
        graduateIds.length ? farewell.record({ graduateIds, onDay: when, by, ...asked }) : Promise.resolve()
      await record(
        ids.filter((_, at) => at % 3 === 1),
        { kind: 'notice', how: 'paper' },
      )
      await record(
        ids.filter((_, at) => at % 4 === 1),
        { kind: 'talk', how: 'in-person' },
      )
    }
}
