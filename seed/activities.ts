import type { ActingClient } from './actors.ts'
import { checker, on, type Season } from './season.ts'

type Plan = Parameters<ActingClient['activities']['add']>[0]
type Asked = Omit<Plan, 'cohortId' | 'audience' | 'begins'> & { begins?: string }

const add = async (season: Season, client: ActingClient, unitId: string, asked: Asked): Promise<string> => {
  const plan = { cohortId: season.cohortId, audience: [unitId], begins: '14:30', ...asked }
  return (await client.activities.add(plan)).ids[0]!
}

/** The committee has met with everybody and will again; each 总支 holds something today. */
export async function holdActivities(season: Season): Promise<void> {
  const office = season.actors.office()
  const { unitId } = await office.accounts.session()
  on(season, '2023-05-26')
  const past = {
    kind: 'symposium',
    title: '毕业生党员座谈会',
    onDay: '2023-05-26',
    ends: '16:00',
    place: '大学生活动中心报告厅',
    host: '陈永年',
  }
  const held = await add(season, office, unitId, past)
  await office.activities.open({ id: held, version: 1 })
  for (const unit of season.units)
    for (const branch of unit.branches) {
      const { activities } = checker(season, unit, branch)
      const people = await activities.people({ id: held })
      const there = people.filter((_, at) => at % 5 !== 2).map(({ graduateId }) => graduateId)
      if (there.length === 0) continue
      await activities.mark({ id: held, graduateIds: there, marking: 'present' })
      await activities.close({ id: held, unitId: people[0]!.unitId })
    }
  await office.activities.record({ id: held, version: 2 })
  on(season, '2023-06-08')
  const ahead = {
    kind: 'exchange',
    title: '优秀毕业生党员交流会',
    onDay: '2023-06-14',
    ends: '17:00',
    place: '图书馆报告厅',
    speaker: '三位毕业生党员',
  }
  await office.activities.announce({ id: await add(season, office, unitId, ahead), version: 1 })
  for (const unit of season.units.filter(({ direct }) => !direct)) {
    const client = season.actors.secondary(unit.path)
    const today = { kind: 'oath', title: '重温入党誓词', onDay: '2023-06-08', begins: '16:30', place: '校史馆前广场' }
    const id = await add(season, client, (await client.accounts.session()).unitId, today)
    await client.activities.open({ id, version: 1 })
  }
}
