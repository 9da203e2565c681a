import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openServer } from '../../../tests/university/open.ts'
import { parsePlan, shippedPlan } from '../../capabilities/plans/index.ts'
import { inSystem } from '../../platform/database/index.ts'
import { firstPlan } from './found.ts'
import { founders, summerAfter, usualLogins } from './founders.ts'
import { type Founding, readFounding } from './founding.ts'

let server: Awaited<ReturnType<typeof openServer>>
beforeAll(async () => {
  server = await openServer()
})
afterAll(() => server.close())

const people = Object.fromEntries(
  founders.map((role, at) => [role, { name: `管理员${at + 1}`, login: usualLogins[role] }]),
) as Founding['people']
const founding: Founding = {
  school: {
    code: 'lnsf',
    name: '岭南示范大学',
    committee: '中共岭南示范大学委员会',
    division: '440106',
    address: '示范路 1 号',
    phone: '020-00000000',
    fax: '',
    postCode: '510000',
  },
  letters: { prefix: '岭示', next: 37 },
  plan: { key: '2023', year: 2024 },
  people,
}
const post = async (body: unknown) => {
  const answer = await server.app.inject({ method: 'POST', url: '/api/setup', payload: body as object })
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> }
}
const open = async () => (await server.app.inject('/api/setup')).json<{ open: boolean }>().open

describe('what is told', () => {
  const paths = (change: (founding: Founding) => unknown) => {
    const read = readFounding(change(structuredClone(founding)))
    return read.allowed ? [] : read.problems.map(({ path }) => path)
  }
  test.each<[what: string, change: (founding: Founding) => unknown, paths: string[]]>([
    ['all of it', one => one, []],
    ['without fax and post code', one => ({ ...one, school: { ...one.school, fax: '', postCode: '' } }), []],
    ['a code with a capital', one => ({ ...one, school: { ...one.school, code: 'LNSF' } }), ['school.code']],
    ['a county of five digits', one => ({ ...one, school: { ...one.school, division: '44010' } }), ['school.division']],
    ['a post code of five digits', one => ({ ...one, school: { ...one.school, postCode: '51000' } }), ['school.postCode']],
    ['number 0', one => ({ ...one, letters: { ...one.letters, next: 0 } }), ['letters.next']],
    [
      'no name, no 代字',
      one => ({ ...one, school: { ...one.school, name: ' ' }, letters: { ...one.letters, prefix: '' } }),
      ['school.name', 'letters.prefix'],
    ],
    [
      'one login for two posts',
      one => ({ ...one, people: { ...one.people, auditor: { name: '甲', login: usualLogins['system-admin'] } } }),
      ['people.auditor.login'],
    ],
    ['nothing', () => null, ['']],
  ])('%s', (_what, change, expected) => expect(paths(change)).toEqual(expected))

  test.each(['2023', 'national'] as const)('the first plan on %s stands by itself, whatever the year', async key => {
    const plan = firstPlan(await shippedPlan(key), { ...founding, plan: { key, year: 2027 } })
    expect(parsePlan(plan)).toMatchObject({ allowed: true })
    expect([plan.title, plan.document.issuer, plan.document.number, plan.leavingDay]).toEqual([
      '2027届',
      '中共岭南示范大学委员会组织部',
      null,
      null,
    ])
  })
})

test.each([
  ['2023-06-08', 2023],
  ['2023-08-31', 2023],
  ['2023-09-01', 2024],
])('set up on %s, the first cohort is that of %i', (today, year) => expect(summerAfter(today)).toBe(year))

describe('the door', () => {
  test('is open while there is no school', async () => expect(await open()).toBe(true))

  test('opens to its word alone', async () => {
    expect(await post({ token: 'aaaaa-aaaaa', founding })).toMatchObject({ status: 403, body: { refused: 'wrong-token' } })
    expect(await post({ founding })).toMatchObject({ status: 403 })
    expect(await open()).toBe(true)
  })

  test('with something wrong founds nothing, and says what', async () => {
    const { token } = server.services.setup
    const answer = await post({ token, founding: { ...founding, letters: { prefix: '', next: 1 } } })
    expect(answer).toMatchObject({ status: 422, body: { problems: [{ path: 'letters.prefix', message: '请填代字' }] } })
    expect(await open()).toBe(true)
  })

  test('pushed by two at once founds one school', async () => {
    const { token } = server.services.setup
    const answers = await Promise.all([post({ token, founding }), post({ token: token.toUpperCase().replaceAll('-', ' '), founding })])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const accounts = answers.find(({ status }) => status === 200)!.body.founded as { role: string; login: string; password: string }[]
    expect(accounts.map(({ role }) => role)).toEqual(founders)
    const { schools, numbers } = await inSystem(server.services.database.system, async trx => ({
      schools: await trx.selectFrom('schools').select(['code', 'contact']).execute(),
      numbers: await trx.selectFrom('letter_numbers').select(['year', 'first', 'next']).execute(),
    }))
    expect(schools).toEqual([{ code: 'lnsf', contact: { address: '示范路 1 号', phone: '020-00000000', postCode: '510000' } }])
    expect(numbers).toEqual([{ year: 2023, first: 37, next: 37 }])
    const office = accounts.find(({ role }) => role === 'committee-office')!
    const signed = await server.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in/username',
      payload: { username: office.login, password: office.password },
    })
    expect(signed.statusCode).toBe(200)
    const cookies = Object.fromEntries(signed.cookies.map(({ name, value }) => [name, value]))
    const cohorts = (await server.app.inject({ url: '/api/v1/cohorts', cookies })).json()
    expect(cohorts).toMatchObject([{ year: 2024, name: '2024届' }])
  })

  test('is closed for good behind them', async () => {
    expect(await open()).toBe(false)
    expect(await post({ token: server.services.setup.token, founding })).toMatchObject({ status: 409, body: { refused: 'closed' } })
  })
})
