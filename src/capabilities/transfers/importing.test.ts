import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Enrolled } from '../../../tests/university/graduates.ts'
import { inProvince, type Journey, openJourney, outsideOnPaper } from '../../../tests/university/journey.ts'
import { workbookOf } from '../../../tests/university/sheets.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
}, 60_000)
afterAll(() => journey.server.close())

const person = async (name: string): Promise<Enrolled> => (await journey.enrol('英语第一党支部', name))[0]!
const columns = {
  results: ['学号', '姓名', '身份证号', '流水号', '发起时间', '转接状态', '办理时间', '退回原因'],
  receipts: ['介绍信编号', '学号', '姓名', '回执日期', '经办人', '电话'],
} as const
type List = keyof typeof columns

const upload = async (list: List, rows: readonly string[][], login = 'office') => {
  const wizard = (await journey.transfers(login))[list]
  return wizard.upload({ cohortId: journey.cohort.cohortId, file: await workbookOf('表', columns[list], ...rows) })
}
const commit = async (list: List, rows: readonly string[][], login = 'office') => {
  const { id, version } = await upload(list, rows, login)
  return (await journey.transfers(login))[list].commit({ id, version })
}
const looked = async (list: List, rows: readonly string[][], login = 'office') => {
  const { id } = await upload(list, rows, login)
  const page = await (await journey.transfers(login))[list].preview({ id, limit: 200 })
  return page.rows.map(({ kind, problems, changes }) => ({
    kind,
    problems: problems.map(problem => `${problem.field} ${problem.kind}`),
    changes: changes.map(({ before, after }) => `${before}→${after}`),
  }))
}
const stateOf = async (who: Enrolled) => {
  const { state, attempts } = await journey.case('office', who)
  return { ...attempts.at(-1)!, state }
}
/** 学号, 姓名, 身份证号, 流水号, 发起时间, 转接状态, 办理时间, 退回原因 */
const result = (who: Enrolled, status: string, on = '', more: { serial?: string; started?: string; reason?: string } = {}) => [
  who.studentNumber,
  who.name,
  '',
  more.serial ?? '',
  more.started ?? '',
  status,
  on,
  more.reason ?? '',
]

const toStart = async (name: string) => {
  const who = await person(name)
  await journey.pass(who, inProvince)
  return who
}
const started = async (name: string) => {
  const who = await toStart(name)
  await journey.step('office', who, 'handle', 'start', { serial: 'L-1', on: '2023-06-07' })
  return who
}

describe('the external system’s list', () => {
  test('starts, accepts and rejects as the steps by hand do, and the same file again changes nothing', async () => {
    const [waiting, accepted, rejected, both] = [await toStart('甲一'), await started('乙一'), await started('丙一'), await toStart('丁一')]
    const rows = [
      result(waiting, '审批中', '', { serial: 'L-77', started: '2023-06-06' }),
      result(accepted, '已接收', '2023-06-08', { serial: 'L-1', started: '2023-06-07' }),
      result(rejected, '退回', '2023-06-08', { reason: '不属本组织接收' }),
      result(both, '转接完成', '2023-06-08', { serial: 'L-78', started: '2023.6.5' }),
    ]
    expect((await looked('results', rows)).map(({ changes }) => changes)).toEqual([
      ['待发起→在途', '→L-77'],
      ['在途→已接收'],
      ['在途→被对方退回'],
      ['待发起→已接收', '→L-78'],
    ])
    expect((await commit('results', rows)).counts).toMatchObject({ changed: 4, new: 0, wrong: 0 })
    expect(await stateOf(waiting)).toMatchObject({ state: 'in-transit', serial: 'L-77', startedOn: '2023-06-06' })
    expect(await stateOf(accepted)).toMatchObject({ state: 'received', acceptedOn: '2023-06-08', acceptanceProof: 'external-system' })
    expect(await stateOf(rejected)).toMatchObject({ state: 'rejected', rejectedReason: '不属本组织接收' })
    expect(await stateOf(both)).toMatchObject({ state: 'received', serial: 'L-78', startedOn: '2023-06-05' })
    expect((await upload('results', rows)).counts).toMatchObject({ changed: 0, same: 4, wrong: 0 })
    const { rows: log } = await (await journey.server.as('auditor')).audit.list({ verb: 'external-results.imported', limit: 50 })
    expect(log.filter(({ subjectKind }) => subjectKind === 'transfer')).toHaveLength(5)
    // The receiver who accepted was unknown to the dictionary, and is in it now.
    expect(log.filter(({ subjectKind }) => subjectKind === 'addressee')).toMatchObject([{ after: { learnt: true } }])
  })

  test('stands behind each step that it brought: in the log, and among the transfers', async () => {
    const [first, second] = [await started('申一'), await toStart('酉一')]
    await started('戌一')
    const { id } = await commit('results', [
      result(first, '已接收', '2023-06-08'),
      result(second, '转接完成', '2023-06-08', { serial: 'L-90', started: '2023-06-07' }),
    ])
    const { rows: log } = await (await journey.server.as('auditor')).audit.list({ verb: 'external-results.imported', limit: 50 })
    const steps = log.filter(({ subjectKind, after }) => subjectKind === 'transfer' && after?.importId === id)
    expect(steps.map(({ after }) => after?.step).sort()).toEqual(['accept', 'accept', 'start'])
    const asked = { cohortId: journey.cohort.cohortId, importId: id }
    const { rows, total } = await (await journey.transfers('office')).list(asked)
    expect([total, rows.map(({ name }) => name).sort()]).toEqual([2, ['申一', '酉一']])
    expect((await (await journey.transfers('sister-secondary')).list(asked)).rows).toEqual([])
    // By hand nothing is said of an import.
    await journey.step('office', await toStart('亥一'), 'handle', 'start', { serial: 'L-91', on: '2023-06-07' })
    const [byHand] = (await (await journey.server.as('auditor')).audit.list({ verb: 'transfer.handled', limit: 1 })).rows
    expect(byHand!.after).not.toHaveProperty('importId')
  })

  test('knows somebody by the ID number with the name', async () => {
    const who = await toStart('戊一')
    const row = ['', who.name, who.idNumber, '', '2023-06-07', '办理中', '', '']
    expect(await looked('results', [row])).toMatchObject([{ kind: 'changed' }])
    expect(await looked('results', [row.with(1, '')])).toMatchObject([{ problems: ['name name-missing'] }])
    expect(await looked('results', [row.with(1, '某某')])).toMatchObject([{ problems: ['name name-differs'] }])
    const twice = [row, result(who, '办理中', '', { started: '2023-06-07' })]
    expect(await looked('results', twice)).toMatchObject([{ problems: ['name twice'] }, { kind: 'changed' }])
  })

  test('is said, not written, where both know otherwise', async () => {
    const who = await started('己一')
    await journey.step('office', who, 'handle', 'accept', { proof: { kind: 'external-system' }, on: '2023-06-08' })
    expect(await looked('results', [result(who, '退回', '2023-06-08', { reason: '查无此人' })])).toMatchObject([
      { kind: 'changed', problems: ['status ends-differ'], changes: ['已接收→退回 2023-06-08；查无此人'] },
    ])
    const row = result(who, '已接收', '2023-06-07', { serial: 'L-9', started: '2023-06-01' })
    expect(await looked('results', [row])).toMatchObject([
      {
        kind: 'changed',
        problems: ['serial held-otherwise', 'startedOn held-otherwise', 'on held-otherwise'],
        changes: ['2023-06-08→2023-06-07', 'L-1→L-9', '2023-06-07→2023-06-01'],
      },
    ])
  })

  test.each([
    ['a day to come', (who: Enrolled) => result(who, '已接收', '2023-06-09', { started: '2023-06-07' }), 'on day-in-future'],
    ['a start to come', (who: Enrolled) => result(who, '办理中', '', { started: '2023-06-09' }), 'startedOn day-in-future'],
    ['no day of the end', (who: Enrolled) => result(who, '已接收', '', { started: '2023-06-07' }), 'on day-missing'],
    ['no reason of a rejection', (who: Enrolled) => result(who, '退回', '2023-06-08', { started: '2023-06-07' }), 'reason needs-reason'],
    ['no start', (who: Enrolled) => result(who, '办理中'), 'startedOn start-missing'],
    ['a status that is none', (who: Enrolled) => result(who, '不详'), 'status unknown-code'],
    ['nobody', () => ['', '', '', '', '', '办理中', '', ''], 'studentNumber nobody'],
  ])('is wrong with %s', async (what, row, problem) => {
    const who = await toStart(`庚${what.length}${what.at(-1)}`.replace(/[a-z]/g, '某'))
    expect(await looked('results', [row(who)])).toMatchObject([{ kind: 'wrong', problems: [problem] }])
  })

  test('is refused as the life of the case refuses', async () => {
    const fresh = await person('辛一')
    const checking = await person('壬一')
    await journey.submit(checking, inProvince)
    const out = await started('癸一')
    const rows = [
      result(fresh, '办理中', '', { started: '2023-06-07' }),
      result(checking, '已接收', '2023-06-08', { started: '2023-06-07' }),
      result(out, '已接收', '2023-06-08'),
    ]
    expect((await looked('results', rows)).map(({ problems }) => problems)).toEqual([['status not-begun'], ['status wrong-state'], []])
    // The branch handles cases, and neither starts nor ends one.
    expect(await looked('results', [rows[2]!], 'teacher')).toMatchObject([{ problems: ['status not-your-side'] }])
    // Another unit's people are nobody's here.
    expect(await looked('results', [rows[2]!], 'sister-secondary')).toMatchObject([{ problems: ['studentNumber nobody-here'] }])
  })
})

/** Sent by the system on 7 June and on paper on 8 June; accepted on the first track that `proof` speaks for. */
const bothWays = async (name: string, proof: 'external-system' | 'stamped-receipt') => {
  const who = await person(name)
  await journey.pass(who, outsideOnPaper, { method: 'both' })
  await journey.step('office', who, 'handle', 'start', { serial: 'L-5', on: '2023-06-07' })
  const { letters } = await journey.transfers('office')
  const item = async () => {
    const { id, version } = await journey.case('office', who)
    return { id: id!, version }
  }
  await letters.issue({ items: [await item()] })
  await letters.handOut({ items: [await item()], on: '2023-06-08', by: name, how: 'self' })
  await journey.step('office', who, 'handle', 'accept', { proof: { kind: proof }, on: '2023-06-08' })
  return who
}

describe('the second track of what is accepted already', () => {
  test('is accepted by the system’s list, with its own day; the same file again changes nothing', async () => {
    const who = await bothWays('巳一', 'stamped-receipt')
    const rows = [result(who, '已接收', '2023-06-07', { serial: 'L-5', started: '2023-06-07' })]
    expect(await looked('results', rows)).toEqual([{ kind: 'changed', problems: [], changes: ['在途→已接收'] }])
    expect((await commit('results', rows)).counts).toMatchObject({ changed: 1, wrong: 0 })
    expect(await stateOf(who)).toMatchObject({
      state: 'received',
      acceptedOn: '2023-06-08',
      acceptanceProof: 'stamped-receipt',
      system: { at: 'accepted', resultOn: '2023-06-07', proof: 'external-system' },
      letter: { at: 'accepted', resultOn: '2023-06-08' },
    })
    expect((await upload('results', rows)).counts).toMatchObject({ same: 1, changed: 0 })
  })

  test('is rejected by the system’s list, and the case stays accepted', async () => {
    const who = await bothWays('午一', 'stamped-receipt')
    const rows = [result(who, '退回', '2023-06-08', { reason: '已按纸质接收' })]
    expect(await looked('results', rows)).toEqual([{ kind: 'changed', problems: [], changes: ['在途→被退回'] }])
    await commit('results', rows)
    expect(await stateOf(who)).toMatchObject({ state: 'received', system: { at: 'rejected', resultOn: '2023-06-08' } })
    expect((await upload('results', rows)).counts).toMatchObject({ same: 1, changed: 0 })
  })

  test('is accepted by a stamped receipt after the system', async () => {
    const who = await bothWays('未一', 'external-system')
    const rows = [['', who.studentNumber, who.name, '2023-06-08', '俞老师', '']]
    expect(await looked('receipts', rows)).toEqual([{ kind: 'changed', problems: [], changes: ['在途→已接收'] }])
    await commit('receipts', rows)
    expect(await stateOf(who)).toMatchObject({
      state: 'received',
      acceptanceProof: 'external-system',
      letter: { at: 'accepted', resultOn: '2023-06-08', proof: 'stamped-receipt' },
    })
    expect((await upload('receipts', rows)).counts).toMatchObject({ same: 1, changed: 0 })
  })
})

describe('receipts', () => {
  const lettered = async (name: string) => {
    const who = await person(name)
    await journey.pass(who, outsideOnPaper)
    const { letters } = await journey.transfers('office')
    const item = async () => {
      const { id, version } = await journey.case('office', who)
      return { id: id!, version }
    }
    await letters.issue({ items: [await item()] })
    await letters.handOut({ items: [await item()], on: '2023-06-08', by: name, how: 'self' })
    return { who, number: (await stateOf(who)).letterNumber! }
  }

  test('prove acceptance by the letter’s number, and the same file again changes nothing', async () => {
    const { who, number } = await lettered('子一')
    const rows = [[number, '', who.name, '2023-06-08', '俞老师', '0571-00000000']]
    expect((await commit('receipts', rows)).counts).toMatchObject({ changed: 1, wrong: 0 })
    expect(await stateOf(who)).toMatchObject({ state: 'received', acceptanceProof: 'stamped-receipt', acceptedOn: '2023-06-08' })
    expect((await upload('receipts', rows)).counts).toMatchObject({ same: 1, changed: 0 })
  })

  test('of another letter, of nobody, or without a day are wrong', async () => {
    const { who } = await lettered('丑一')
    const row = ['某组介〔2020〕0001号', who.studentNumber, who.name, '2023-06-08', '', '']
    expect(await looked('receipts', [row])).toMatchObject([{ problems: ['letterNumber other-letter'] }])
    expect(await looked('receipts', [row.with(1, '')])).toMatchObject([{ problems: ['letterNumber nobody-here'] }])
    expect(await looked('receipts', [row.with(0, '').with(1, '')])).toMatchObject([{ problems: ['studentNumber nobody'] }])
    expect(await looked('receipts', [row.with(0, '').with(3, '')])).toMatchObject([{ problems: ['on missing'] }])
  })

  test('are the office’s to vouch for, and prove nothing of what goes by the system', async () => {
    const { who } = await lettered('寅一')
    const row = ['', who.studentNumber, '', '2023-06-08', '', '']
    expect(await looked('receipts', [row], 'secondary')).toMatchObject([{ kind: 'wrong' }])
    const bySystem = await started('卯一')
    expect(await looked('receipts', [row.with(1, bySystem.studentNumber)])).toMatchObject([{ problems: ['on proof-does-not-fit'] }])
  })
})
