import type { ChecklistItem } from '../src/capabilities/plans/rules.ts'
import { day } from '../src/kernel/day.ts'
import type { ActingClient } from './actors.ts'
import { bookAt, isDemoGraduate } from './reports.ts'
import { below, casesAt, consolidator, type Held, on, plain, type Season } from './season.ts'

const allowedOf = <Item extends { id: string }>(items: readonly Item[], rows: readonly { id: string; allowed: boolean }[]) => {
  const allowed = new Set(rows.filter(row => row.allowed).map(row => row.id))
  return items.filter(({ id }) => allowed.has(id))
}

type Item = { id: string; version: number }

/** No method could be proposed: the receiver has no electronic channel. 组织部 makes its exception, with the reason. */
async function exceptions(season: Season, held: readonly Held[]): Promise<Item[]> {
  const { feedback } = season.actors.office().transfers
  const made: Item[] = []
  for (const { id, version } of held) {
    const exception = '部队没有电子转接通道，由本人携带介绍信报到'
    made.push({ id, version: (await feedback.decidePaper({ id, version, exception })).version })
  }
  return made
}

/** 组织部 passes what waits, but for the last `leave`, and sends a few back for a better addressee. The army waits for its exceptions, unless `decideArmy`. */
export async function feedBack(season: Season, when: string, leave: number, sendBack: number, decideArmy = true): Promise<void> {
  on(season, when)
  const office = season.actors.office()
  const waiting = await casesAt(season, 'office-check')
  const decided = waiting.slice(0, Math.max(0, waiting.length - leave))
  for (const held of plain(decided.slice(0, sendBack)))
    await office.transfers.feedback.step({
      ...held,
      step: 'office-send-back',
      given: { reason: '抬头不是有权接收组织关系的党组织，请向接收单位核实后重报', backTo: 'member' },
    })
  const going = decided.slice(sendBack)
  const army = going.filter(({ method }) => method === null)
  const items = [...plain(going.filter(({ method }) => method !== null)), ...(decideArmy ? await exceptions(season, army) : [])]
  if (!items.length) return
  const preview = await office.transfers.feedback.stepMany({ items, step: 'pass', given: {}, dryRun: true })
  const free = allowedOf(items, preview.rows)
  if (free.length) await office.transfers.feedback.stepMany({ items: free, step: 'pass', given: {}, dryRun: false })
}

/** 组织部 accepts the 附件2 that have come in, once it has fed back on their people. */
export async function acceptRegisters(season: Season): Promise<void> {
  const { submissions } = season.actors.office()
  const { rows } = await submissions.list({ cohortId: season.cohortId, task: 'register', state: 'submitted', limit: 200 })
  for (const { id, version } of rows.filter(({ path }) => season.units.some(unit => unit.path === path)))
    await submissions.accept({ id, version })
}

/** Letters of those who need paper, but for the last `leave`; handed out two days later. */
export async function issueLetters(season: Season, when: string, handedOn: string, leave: number): Promise<void> {
  on(season, when)
  const office = season.actors.office()
  const waiting = await office.transfers.letters.toIssue({ cohortId: season.cohortId })
  const items = waiting.slice(0, Math.max(0, waiting.length - leave)).map(({ transferId, version }) => ({ id: transferId, version }))
  const preview = items.length ? await office.transfers.letters.issue({ items, dryRun: true }) : { rows: [] }
  const free = allowedOf(items, preview.rows)
  if (!free.length) return
  const { rows } = await office.transfers.letters.issue({ items: free, dryRun: false })
  on(season, handedOn)
  await office.transfers.letters.handOut({ items: plain(rows), on: day(handedOn), by: '本人', how: 'self' })
}

/** Each 总支 starts its part in the external system, but for those that `leaves` names by their place in it. */
export async function startTransfers(season: Season, when: string, leaves: (at: number) => boolean): Promise<void> {
  on(season, when)
  const waiting = await casesAt(season, 'to-start')
  for (const unit of season.units) {
    const going = below(waiting, unit.path).filter((_, at) => !leaves(at))
    await handled(consolidator(season, unit), going, 'start', {})
  }
}

type Handle = Parameters<ActingClient['transfers']['handle']['stepMany']>[0]

const handled = async (client: ActingClient, held: readonly Held[], step: Handle['step'], given: Handle['given']) => {
  if (held.length) await client.transfers.handle.stepMany({ items: plain(held), step, given, dryRun: false })
}

/** What came back from outside: most of the oldest accepted, some closed, a few rejected, internal moves confirmed. */
export async function recordResults(season: Season, when: string): Promise<void> {
  on(season, when)
  const office = season.actors.office()
  const out = await casesAt(season, 'in-transit')
  const accepted = out.filter(({ method }, at) => method === 'system' && at % 10 < 7)
  const onPaper = out.filter(({ method }) => method === 'paper')
  for (const unit of season.units)
    await handled(consolidator(season, unit), below(accepted, unit.path), 'accept', { proof: { kind: 'external-system' } })
  await handled(office, onPaper.slice(0, Math.ceil(onPaper.length / 3)), 'accept', { proof: { kind: 'stamped-receipt' } })
  await handled(office, onPaper.slice(-2), 'reject', { reason: '接收方来电：该单位党组织不由其管理，请改抬头', track: 'paper' })
  const internal = await casesAt(season, 'internal')
  await handled(office, internal.slice(0, Math.floor(internal.length / 2)), 'confirm-internal', {})
  await handled(office, (await casesAt(season, 'received')).slice(0, 40), 'close', {})
}

/** 附件1: all but two units in time, one late, one sent back and not yet handed in again. */
export async function submitRosters(season: Season): Promise<void> {
  const { cohortId, units } = season
  const office = season.actors.office()
  for (const [at, unit] of units.entries()) {
    if (at === 6) continue
    on(season, at === 3 ? '2023-05-22' : '2023-05-19')
    const client = consolidator(season, unit)
    const preview = await client.submissions.preview({ cohortId, task: 'roster' })
    if (preview.refusal !== null) continue
    const { id, version } = await client.submissions.submit({ cohortId, task: 'roster', fingerprint: preview.fingerprint })
    on(season, '2023-05-23')
    if (at === 4) await office.submissions.sendBack({ id, version, reason: '3 名预备党员没有填写预备期满时间，请补齐后重报' })
    else await office.submissions.accept({ id, version })
  }
}

const itemDays: [at: number, when: string, evidence: string, share: number][] = [
  [0, '2023-05-25', '报告厅专题党课签到表', 92],
  [1, '2023-05-30', '支部专题组织生活会记录', 85],
  [2, '2023-06-02', '校史馆前重温入党誓词签到表', 76],
  [3, '2023-06-05', '迎新志愿服务签到表', 52],
  [4, '2023-06-06', '图书馆捐书登记表', 44],
]

/** A title here and there, hours for everybody: what the item asks for. */
const recordOf = ({ key, record }: ChecklistItem, n: number) => {
  if (record === 'book' && n % 3 !== 2) return { item: key, basis: 'book' as const, details: bookAt(n) }
  if (record === 'hours')
    return { item: key, basis: 'hours' as const, details: { hours: 2 + (n % 3), place: '迎新广场', what: '引导新生' } }
  return { item: key }
}

/** The five items, unit by unit: fewer have done the later ones. */
export async function confirmItems(season: Season, items: readonly ChecklistItem[]): Promise<void> {
  on(season, '2023-06-07')
  for (const unit of season.units)
    for (const [at, doneOn, evidence, share] of itemDays) {
      const people = below(
        season.people
          .filter(({ outcome, junior }) => outcome === 'on-time' && !junior)
          .map(person => ({ ...person, path: person.unit.path })),
        unit.path,
      ).filter(() => season.random.below(100) < share)
      // The demonstration's graduate still has the later ones before them.
      const done = people.filter(person => at < 2 || !isDemoGraduate(person))
      const cells = done.map(({ graduateId }, n) => ({ graduateId, ...recordOf(items[at]!, n) }))
      if (cells.length) await consolidator(season, unit).education.confirmMany({ cells, doneOn, evidence, dryRun: false })
    }
}
