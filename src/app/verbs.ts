import { randomBytes } from 'node:crypto'
import { addAccounts } from '../capabilities/accounts/index.ts'
import { addSchool, schools } from '../capabilities/orgs/index.ts'
import { rootPath } from '../capabilities/orgs/rules.ts'
import { newId } from '../kernel/ids.ts'
import { inSystem, insertRows } from '../platform/database/index.ts'
import { hashPassword, usernameOf } from '../platform/identity/index.ts'
import type { Services } from './services.ts'

type Input = Record<string, string>

/** What the command line can ask of a running server. Errors are sentences. */
export const verbsOf = (services: Services) => ({
  status: async () => ({ url: services.url, database: services.database.kind, today: services.clock.today() }),
  'school list': () => inSystem(services.database.system, schools),
  'school add': (input: Input) => addSchoolWithAdministrator(services, input),
})

export type Verb = keyof ReturnType<typeof verbsOf>
export const verbNames: readonly Verb[] = ['status', 'school list', 'school add']

/** A school, its committee, and its first system administrator with a password shown once. */
async function addSchoolWithAdministrator(services: Services, { code, name, committee, division, prefix }: Input) {
  if (!code || !name || !committee || !division || !prefix)
    throw new Error(
      '缺少内容。用法：school add --code=lnsf --name=岭南示范大学 --committee=中共岭南示范大学委员会 --division=440106 --prefix=岭示',
    )
  if (!/^[a-z0-9]{2,20}$/.test(code)) throw new Error('code 只能用 2 到 20 个小写字母和数字。')
  const school = newId()
  const password = randomBytes(9).toString('base64url')
  const hash = await hashPassword(password)
  await inSystem(services.database.system, async trx => {
    if ((await schools(trx)).some(known => known.code === code)) throw new Error(`已有代码为 ${code} 的学校，什么也没有写入。`)
    await addSchool(trx, {
      school_id: school,
      code,
      name,
      committee_name: committee,
      division_code: division,
      letter_prefix: prefix,
      contact: {},
    })
    const unit = newId()
    await insertRows(trx, 'org_units', [
      { school_id: school, id: unit, parent_id: null, path: rootPath, level: 'committee', kind: 'committee', name: committee, position: 1 },
    ])
    const account = newId()
    const authUser = { id: newId(), username: usernameOf(code, 'admin'), password: hash }
    await addAccounts(
      trx,
      [
        {
          authUser,
          account: { school_id: school, id: account, login: 'admin', name: '系统管理员', member_id: null, path: rootPath },
          post: {
            school_id: school,
            id: newId(),
            account_id: account,
            role: 'system-admin',
            unit_id: unit,
            path: rootPath,
            starts_on: null,
            ends_on: null,
          },
        },
      ],
      services.clock.now(),
    )
  })
  return { school, login: 'admin', password }
}
