import { checker, on, type Season, type Unit } from './season.ts'

type Dossiers = ReturnType<Season['actors']['teacher']>['dossiers']
type Cell = Parameters<Dossiers['enter']>[0]['cells'][number]
type Row = Awaited<ReturnType<Dossiers['list']>>['rows'][number]

/** As files of a branch really are: most are whole; of some a paper is a copy, unsigned, or not yet brought. */
function cellsOf(row: Row, at: number): Cell[] {
  const whole = { held: 'original' as const, signed: true, stamped: true, dated: true, remark: '' }
  return row.asked.flatMap((paper, order): Cell[] => {
    const value = { ...whole, pages: 1 + ((at + order * 3) % 14) }
    const cell = (change: Partial<Cell['value']> = {}): Cell => ({
      graduateId: row.graduateId,
      paper,
      version: 0,
      value: { ...value, ...change },
    })
    if (at % 5 === 1 && paper === 'admission') return [cell({ held: 'copy' })]
    if (at % 5 === 1 && paper === 'observation') return []
    if (at % 7 === 3 && paper === 'political-review') return [cell({ stamped: false })]
    if (paper === 'training' && at % 2 === 0) return [cell({ held: 'missing', pages: null, signed: false, stamped: false, dated: false })]
    return [cell()]
  })
}

const seen = (rows: readonly { graduateId: string; version: number }[]) => rows.map(({ graduateId, version }) => ({ graduateId, version }))

/** Two thirds of a branch are entered; what is whole is signed for, and one that is not has its reasons written. */
async function enterBranch(dossiers: Dossiers, cohortId: string) {
  const { rows } = await dossiers.list({ cohortId, limit: 200 })
  const begun = rows.filter((_, at) => at % 3 !== 2)
  if (begun.length === 0) return
  await dossiers.enter({ cells: begun.flatMap((row, at) => cellsOf(row, at)) })
  const asked = await dossiers.preview({ graduateIds: begun.map(({ graduateId }) => graduateId), step: 'pack' })
  const whole = asked.filter(({ refused }) => refused === null)
  const explained = asked.filter(({ troubles }) => troubles.length === 1).slice(0, 1)
  const reasons = (row: (typeof asked)[number]) =>
    Object.fromEntries(row.troubles.map(({ paper, problem }) => [`${paper}.${problem}`, '原审查单位已撤并，无法补盖，支部已写情况说明']))
  const people = [...whole, ...explained].map(row => ({ ...seen([row])[0]!, explained: reasons(row) }))
  if (people.length > 0) await dossiers.pack({ people })
}

/** Three in four of what is packed are checked by the 总支, and staying members are put aside. */
async function checkUnit(season: Season, unit: Unit) {
  const { dossiers } = season.actors.secondary(unit.path)
  const { rows } = await dossiers.list({ cohortId: season.cohortId, standing: 'packed', limit: 200 })
  const people = seen(rows.filter((_, at) => at % 4 !== 3))
  if (people.length > 0) await dossiers.check({ people })
  const delayed = new Set(season.people.filter(({ outcome }) => outcome === 'delayed').map(({ graduateId }) => graduateId))
  const all = (await dossiers.list({ cohortId: season.cohortId, limit: 200 })).rows
  const staying = seen(all.filter(({ graduateId }) => delayed.has(graduateId)))
  if (staying.length > 0) await dossiers.postpone({ people: staying, reason: '延期毕业，组织关系留校' })
}

async function handOver(season: Season, { path }: Unit, received: boolean) {
  on(season, '2023-06-06')
  const { accounts, dossiers } = season.actors.secondary(path)
  const { unitId } = await accounts.session()
  const found = await dossiers.lists.candidates({ cohortId: season.cohortId, unitId })
  const people = seen(found.slice(0, Math.ceil(found.length * 0.7)))
  if (people.length === 0) return
  const { list } = await dossiers.lists.make({ cohortId: season.cohortId, unitId, people })
  if (!list || !received) return
  on(season, '2023-06-07')
  await season.actors.office().dossiers.lists.receive({ id: list.id, version: list.version, onDay: '2023-06-07', by: '校档案馆 何老师' })
}

/** Three 总支 have begun; two have handed over, and one list is received. */
export async function packDossiers(season: Season): Promise<void> {
  const [first, second, third] = season.units.filter(({ direct }) => !direct).slice(0, 3)
  for (const unit of [first, second, third]) {
    if (!unit) continue
    on(season, '2023-06-05')
    for (const branch of unit.branches) await enterBranch(checker(season, unit, branch).dossiers, season.cohortId)
    if (unit !== third) await checkUnit(season, unit)
  }
  if (first) await handOver(season, first, false)
  if (second) await handOver(season, second, true)
}
