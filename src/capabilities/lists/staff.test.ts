import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { enrol, openCohort } from '../../../tests/university/graduates.ts'
import { openServer, type Running } from '../../../tests/university/open.ts'
import { foundUniversity } from '../../../tests/university/people.ts'
import { textsOf, workbookOf } from '../../../tests/university/sheets.ts'

let server: Running
let studentNumber: string
beforeAll(async () => {
  server = await openServer()
  const university = await foundUniversity(server.services)
  const [graduate] = await enrol(server.services, university, await openCohort(server.services, university), '英语第一党支部', [
    { name: '安宁' },
  ])
  studentNumber = graduate!.studentNumber
})
afterAll(() => server.close())

const admin = async () => (await server.as('sys-admin')).lists.staff
const columns = ['姓名', '工号', '所在单位', '职务', '起止日期']
const upload = async (...rows: string[][]) => (await admin()).upload({ file: await workbookOf('账号', columns, ...rows) })
const commit = async (...rows: string[][]) => {
  const { id, version } = await upload(...rows)
  return (await admin()).commit({ id, version })
}
const problemsOf = async (id: string) =>
  (await (await admin()).preview({ id, limit: 200 })).rows.flatMap(({ problems }) => problems.map(({ field, kind }) => `${field} ${kind}`))
const postsOf = async (login: string) =>
  (await (await server.as('sys-admin')).accounts.list())
    .filter(row => row.login === login)
    .map(({ name, roleName, unitName }) => `${name} ${roleName} ${unitName}`)
const signIn = async (username: string, password: string) => {
  const { statusCode, cookies } = await server.app.inject({
    method: 'POST',
    url: '/api/auth/sign-in/username',
    payload: { username, password },
  })
  return { statusCode, cookie: cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ') }
}
/** Login → first password, as the workbook says. */
const given = async (id: string) => {
  const [, , , ...rows] = await textsOf(await (await admin()).firstPasswords({ id }))
  return new Map(rows.map(([, login, , password]) => [login!, password!]))
}

const zhou = ['周老师', '2003001', '英语第一党支部', '负责老师', '2023-03-01至2024-02-29']
const zhouToo = ['周老师', '2003001', '英语第二党支部', '支部负责老师', '']

describe('staff', () => {
  test('come in with several posts of one person, and the same file again changes nothing', async () => {
    expect((await commit(zhou, zhouToo)).counts).toMatchObject({ new: 2, wrong: 0 })
    expect(await postsOf('2003001')).toEqual(['周老师 支部负责老师 英语第一党支部', '周老师 支部负责老师 英语第二党支部'])
    expect((await upload(zhou, zhouToo)).counts).toMatchObject({ new: 0, changed: 0, same: 2 })
  })

  test('get another post, another end, and no second account', async () => {
    await commit(['吴老师', '2003002', '英语第一党支部', '支部负责老师', ''])
    const more = ['吴老师', '2003002', '外国语学院党总支', '辅导员', '']
    const { id, version, counts } = await upload(['吴老师', '2003002', '英语第一党支部', '支部负责老师', '至2023-12-31'], more)
    expect(counts).toMatchObject({ new: 0, changed: 2 })
    const { rows } = await (await admin()).preview({ id })
    expect(rows.map(({ changes }) => changes.map(({ label, before, after }) => [label, before, after]))).toEqual([
      [['截止日期', '', '2023-12-31']],
      [['岗位', '', '辅导员（外国语学院党总支）']],
    ])
    await (await admin()).commit({ id, version })
    expect(await postsOf('2003002')).toHaveLength(2)
  })

  test.each([
    ['a unit that is none', ['郑老师', '2003009', '天文学党支部', '支部负责老师', ''], 'unit unknown-unit'],
    ['a post that is none', ['郑老师', '2003009', '英语第一党支部', '校长', ''], 'role unknown-role'],
    ['a post of a member', ['郑老师', '2003009', '英语第一党支部', '毕业生党员', ''], 'role unknown-role'],
    ['a post that stands elsewhere', ['郑老师', '2003009', '英语第一党支部', '党委组织部', ''], 'role not-at-that-unit'],
    ['a login in Chinese', ['郑老师', '郑老师', '英语第一党支部', '支部负责老师', ''], 'login login-form'],
    ['days turned round', ['郑老师', '2003009', '英语第一党支部', '支部负责老师', '2024-03-01至2023-03-01'], 'endsOn ends-before-start'],
    ['days that are none', ['郑老师', '2003009', '英语第一党支部', '支部负责老师', '长期'], 'period period'],
    ['a login of another', ['郑老师', 'teacher', '英语第二党支部', '支部负责老师', ''], 'name login-of-another'],
    ['a second administrator’s post', ['英语第一', 'auditor', '中共岭南示范大学委员会', '安全管理员', ''], 'role roles-apart'],
    ['one’s own account', ['我', 'sys-admin', '中共岭南示范大学委员会', '党委组织部', ''], 'login own-account'],
  ])('are wrong with %s', async (_, row, problem) => {
    const { id, counts } = await upload(row)
    expect(counts).toMatchObject({ wrong: 1 })
    expect(await problemsOf(id)).toContain(problem)
  })

  test('never take a student’s login', async () => {
    const { id } = await upload(['安宁', studentNumber, '英语第一党支部', '支部学生书记', ''])
    expect(await problemsOf(id)).toEqual(['login login-of-member'])
  })

  test('with one login are one person, and one post is written once', async () => {
    const { id } = await upload(
      ['冯老师', '2003020', '英语第一党支部', '支部负责老师', ''],
      ['陈老师', '2003020', '英语第二党支部', '支部负责老师', ''],
      ['冯老师', '2003020', '英语第一党支部', '负责老师', ''],
      ['褚老师', '2003021', '中共岭南示范大学委员会', '系统管理员', ''],
      ['褚老师', '2003021', '中共岭南示范大学委员会', '审计员', ''],
    )
    expect((await problemsOf(id)).sort()).toEqual(['name one-login-two-names', 'role roles-apart', 'role twice'])
  })
})

describe('first passwords', () => {
  test('open a sign-in that nothing opened before; given again, the first opens nothing', async () => {
    const { id } = await commit(['蒋老师', 'Jiang-01', '日语党支部', '支部负责老师', ''])
    expect((await signIn('jiang-01', '')).statusCode).not.toBe(200)
    const first = (await given(id)).get('jiang-01')!
    expect(first).toMatch(/^(?:[a-z2-9]{4}-){2}[a-z2-9]{4}$/)
    expect((await signIn('jiang-01', first)).statusCode).toBe(200)
    const second = (await given(id)).get('jiang-01')!
    expect((await signIn('jiang-01', first)).statusCode).toBe(401)
    expect((await signIn('jiang-01', second)).statusCode).toBe(200)
  })

  test('are given to nobody who has a password of their own', async () => {
    const { id } = await commit(
      ['沈老师', '2003031', '日语党支部', '支部负责老师', ''],
      ['韩老师', '2003032', '日语党支部', '支部负责老师', ''],
    )
    const currentPassword = (await given(id)).get('2003031')!
    const { cookie } = await signIn('2003031', currentPassword)
    const changed = await server.app.inject({
      method: 'POST',
      url: '/api/auth/change-password',
      headers: { cookie },
      payload: { currentPassword, newPassword: 'a-password-of-my-own' },
    })
    expect(changed.statusCode).toBe(200)
    expect([...(await given(id)).keys()]).toEqual(['2003032'])
    expect((await signIn('2003031', 'a-password-of-my-own')).statusCode).toBe(200)
  })

  test('of an import that brought nobody are not found; the log names whom, and no password', async () => {
    const { id, version } = await upload(zhou)
    await (await admin()).commit({ id, version })
    await expect((await admin()).firstPasswords({ id })).rejects.toMatchObject({ status: 404 })
    const { rows } = await (await server.as('auditor')).audit.list({ verb: 'first-password.given', limit: 50 })
    expect(rows.length).toBeGreaterThan(2)
    expect(JSON.stringify(rows)).not.toMatch(/[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}"/)
  })

  test('and the list itself are the system administrator’s alone', async () => {
    const file = await workbookOf('账号', columns, zhou)
    for (const login of ['office', 'sec-admin', 'auditor', 'teacher']) {
      const { staff } = (await server.as(login)).lists
      await expect(staff.upload({ file })).rejects.toMatchObject({ status: 403 })
    }
  })
})
