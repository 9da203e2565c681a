import { signedIn, transact } from '../src/app/gate.ts'
import type { Services } from '../src/app/services.ts'
import { issueLetters, type LetterDraft, letterSheetsData, seedAddressees, typesetLetters } from '../src/capabilities/letters/index.ts'
import { letterSheets } from '../src/capabilities/letters/sheet.ts'
import { newId } from '../src/kernel/ids.ts'
import { inSystem } from '../src/platform/database/index.ts'
import { type Bench, foundBench, personAt } from './data.ts'
import { bareInsert, openEmbedded } from './embedded.ts'
import { type Measure, seconds } from './measure.ts'

const LETTERS = 1_000
const cities = ['广州', '深圳', '佛山', '东莞', '惠州', '珠海', '杭州', '南京', '武汉', '长沙']

const draftAt = ({ cohortId, branches }: Bench, at: number): LetterDraft => {
  const { name, sex, bornOn, idNumber, phone } = personAt(at)
  const branch = branches[at % branches.length]!
  const city = cities[at % cities.length]!
  return {
    transferId: newId(),
    attemptId: newId(),
    memberId: newId(),
    cohortId,
    path: branch.path,
    memberName: name,
    sex,
    bornOn,
    ethnicGroup: '汉族',
    membership: 'full',
    idNumber,
    phone,
    addresseeName: `中共${city}市委组织部`,
    from: `中共测速大学${branch.college}总支部委员会${branch.name}`,
    to: `中共${city}远航科技股份有限公司第${(at % 9) + 1}支部委员会`,
    duesPaidTo: '2023-06',
    validDays: 90,
  }
}

/** Batches as the office issues them: numbered and frozen in one transaction, then read back; no batch has a person of another. */
async function openOffice(services: Services, bench: Bench) {
  const who = await signedIn({ services, authUserId: bench.authUsers.office })
  if (!who) throw new Error('The office is not signed in')
  let next = 0
  return {
    drafts: () => Array.from({ length: LETTERS }, () => draftAt(bench, next++)),
    issue: (drafts: readonly LetterDraft[]) =>
      transact(services, who, { permission: 'letters:issue', audit: 'letter.issued' }, async context => {
        const issued = await issueLetters(context, drafts)
        for (const [at, { id, numberText }] of issued.entries())
          context.record({ kind: 'letter', id, path: drafts[at]!.path, after: { number: numberText } })
        return issued.map(({ id }) => id)
      }),
    contents: (ids: readonly string[]) =>
      transact(services, who, { permission: 'letters:issue' }, context => letterSheetsData(context, ids)),
  }
}

/** P4: decide, number, freeze, audit, one PDF. */
export const p4: Measure = {
  id: 'P4',
  what: `issue ${LETTERS} letters and set them in one PDF, PGlite in memory`,
  unit: 's',
  runs: 5,
  async open() {
    const { services, close } = await openEmbedded()
    const bench = await foundBench(services, 0)
    await inSystem(services.database.system, trx => seedAddressees(trx, bench.school))
    const office = await openOffice(services, bench)
    const first = await office.contents(await office.issue(office.drafts()))
    const { source, data } = letterSheets(first, { paper: 'blank' })
    const texts = first.map(content => [JSON.stringify(content)])
    /** A job keeps the layouts of the one before it: two empty jobs, and nobody finds their pages laid out already. */
    const forget = async () => {
      for (let job = 0; job < 2; job++) await services.typesetting.typeset('', {})
    }
    return {
      async ours() {
        const drafts = office.drafts()
        await forget()
        return seconds(async () => typesetLetters(services, await office.contents(await office.issue(drafts))))
      },
      async limit() {
        await forget()
        return (await seconds(() => services.typesetting.typeset(source, data))) + (await bareInsert(texts))
      },
      close,
    }
  },
}
