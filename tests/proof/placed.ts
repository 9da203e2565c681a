/** Cases put straight into any state, as copies of one that was carried there by the people who may. */
import type { LetterDraft } from '../../src/capabilities/letters/index.ts'
import { handOver, issueLetters } from '../../src/capabilities/letters/index.ts'
import { ownerOf, type TransferFacts } from '../../src/capabilities/transfers/rules.ts'
import { day } from '../../src/kernel/day.ts'
import { newId } from '../../src/kernel/ids.ts'
import { inSystem, insertRows } from '../../src/platform/database/index.ts'
import { type Enrolled, enrol } from '../university/graduates.ts'
import { type Journey, outsideOnPaper } from '../university/journey.ts'

export type Placed = Enrolled & { transferId: string; attemptId: string; facts: TransferFacts }

const branchOf = ({ direct }: TransferFacts) => (direct ? '研究生院直属党支部' : '英语第一党支部')

const draftOf = (journey: Journey, who: Placed): LetterDraft => ({
  transferId: who.transferId,
  attemptId: who.attemptId,
  memberId: who.memberId,
  cohortId: journey.cohort.cohortId,
  path: journey.university.unit[branchOf(who.facts)]!.path,
  memberName: who.name,
  sex: 'female',
  bornOn: day('2000-03-02'),
  ethnicGroup: '汉族',
  membership: 'full',
  idNumber: who.idNumber,
  phone: who.phone,
  addresseeName: '中共杭州市滨江区委员会组织部',
  from: branchOf(who.facts),
  to: '研发一支部',
  duesPaidTo: '2023-06',
  validDays: 90,
})

/** Letters of those who hold one: issued, and handed over where it is out. */
async function lettersOf(journey: Journey, all: readonly Placed[]) {
  const holding = all.filter(({ facts }) => ['issued', 'out'].includes(facts.tracks.paper.at))
  return journey.as('office', async context => {
    const letters = await issueLetters(
      context,
      holding.map(who => draftOf(journey, who)),
    )
    const out = new Set(holding.filter(({ facts }) => facts.tracks.paper.at === 'out').map(({ attemptId }) => attemptId))
    const letterIds = letters.filter(({ attemptId }) => out.has(attemptId)).map(({ id }) => id)
    if (letterIds.length > 0) await handOver(context, { letterIds, on: context.today, by: '本人', how: 'self' })
    return new Map(letters.map(letter => [letter.attemptId, letter]))
  })
}

const columnsOf = ({ facts }: Placed, to: string) => ({
  state: facts.state,
  method: facts.method,
  system_at: facts.tracks.system.at,
  system_until: facts.tracks.system.validUntil,
  paper_at: facts.tracks.paper.at,
  paper_until: facts.tracks.paper.validUntil,
  back_to: facts.backTo,
  application: facts.application,
  out_on: facts.transferredOutOn,
  owner: ownerOf(facts),
  to_path: facts.state === 'internal' ? to : null,
})

/** One person for each of the facts; of an ordinary branch or of the 直属 one, as the facts say. */
export async function place(journey: Journey, all: readonly TransferFacts[]): Promise<Placed[]> {
  const { server, university, cohort } = journey
  const [model] = await journey.enrol('英语第一党支部', '样板')
  await journey.submit(model!, outsideOnPaper)
  const placed: Placed[] = []
  for (const direct of [false, true]) {
    const facts = all.filter(one => one.direct === direct)
    if (facts.length === 0) continue
    const names = facts.map(() => ({ name: '张同' }))
    const people = await enrol(server.services, university, cohort, branchOf(facts[0]!), names)
    placed.push(...people.map((who, at) => ({ ...who, transferId: newId(), attemptId: newId(), facts: facts[at]! })))
  }
  const letters = await lettersOf(journey, placed)
  await inSystem(server.services.database.system, async trx => {
    const transfer = await trx.selectFrom('transfers').selectAll().where('member_id', '=', model!.memberId).executeTakeFirstOrThrow()
    const attempt = await trx.selectFrom('attempts').selectAll().where('member_id', '=', model!.memberId).executeTakeFirstOrThrow()
    const own = (who: Placed) => ({
      graduate_id: who.graduateId,
      member_id: who.memberId,
      path: university.unit[branchOf(who.facts)]!.path,
    })
    await insertRows(
      trx,
      'transfers',
      placed.map((who, at) => ({ ...transfer, ...own(who), id: who.transferId, number: `试${at}`, version: 1 })),
    )
    await insertRows(
      trx,
      'attempts',
      placed.map(who => {
        const letter = letters.get(who.attemptId)
        const ids = { id: who.attemptId, transfer_id: who.transferId, contacts_sealed: null, key_id: null }
        const held = letter && { letter_id: letter.id, letter_number: letter.numberText, issued_on: letter.issuedOn }
        return { ...attempt, ...own(who), ...ids, ...columnsOf(who, university.unit['英语第二党支部']!.path), ...held }
      }),
    )
  })
  const byFacts = new Map(placed.map(who => [who.facts, who]))
  return all.map(facts => byFacts.get(facts)!)
}
