import type { Services } from '../../src/app/services.ts'
import { addAccounts } from '../../src/capabilities/accounts/index.ts'
import type { Role } from '../../src/capabilities/accounts/rules.ts'
import { addSchool } from '../../src/capabilities/orgs/index.ts'
import { childPath, levelOf, rootPath, type UnitKind } from '../../src/capabilities/orgs/rules.ts'
import { newId } from '../../src/kernel/ids.ts'
import { inSystem, insertRows } from '../../src/platform/database/index.ts'
import { hashPassword, usernameOf } from '../../src/platform/identity/index.ts'
import { TEST_PASSWORD } from './open.ts'

export interface University {
  school: string
  unit: Record<string, { id: string; path: string }>
}

type Tree = { name: string; kind: UnitKind; below?: Tree[] }

/** Two units with a branch each, and one direct branch: enough for own, sister and above. */
const tree: Tree = {
  name: '中共岭南示范大学委员会',
  kind: 'committee',
  below: [
    {
      name: '外国语学院党总支',
      kind: 'general-branch',
      below: [
        { name: '英语第一党支部', kind: 'branch' },
        { name: '英语第二党支部', kind: 'branch' },
        { name: '日语党支部', kind: 'branch' },
      ],
    },
    { name: '管理学院党总支', kind: 'general-branch', below: [{ name: '会计学党支部', kind: 'branch' }] },
    { name: '研究生院直属党支部', kind: 'direct-branch' },
  ],
}

/** Logins by role at a unit: `teacher@英语第一党支部` and so on; all with the test password. */
const posts: [login: string, role: Role, unit: string][] = [
  ['office', 'committee-office', '中共岭南示范大学委员会'],
  ['publicity', 'publicity-office', '中共岭南示范大学委员会'],
  ['sys-admin', 'system-admin', '中共岭南示范大学委员会'],
  ['sec-admin', 'security-admin', '中共岭南示范大学委员会'],
  ['auditor', 'auditor', '中共岭南示范大学委员会'],
  ['secondary', 'general-branch', '外国语学院党总支'],
  ['sister-secondary', 'general-branch', '管理学院党总支'],
  ['direct', 'direct-branch', '研究生院直属党支部'],
  ['counselor', 'counselor', '外国语学院党总支'],
  ['teacher', 'branch-teacher', '英语第一党支部'],
  ['sister-teacher', 'branch-teacher', '英语第二党支部'],
  ['accounting-teacher', 'branch-teacher', '会计学党支部'],
  ['secretary', 'branch-secretary', '英语第一党支部'],
  ['junior', 'junior', '英语第一党支部'],
]

let passwordHash: Promise<string> | undefined

/** Makes a school with the tree above and its staff; `code` parts several schools of one server. */
export async function foundUniversity(services: Services, code = 'lnsf'): Promise<University> {
  passwordHash ??= hashPassword(TEST_PASSWORD)
  const password = await passwordHash
  const school = newId()
  const unit: University['unit'] = {}
  const rows: Record<string, unknown>[] = []
  const place = (node: Tree, parent: string | null, path: string) => {
    const id = newId()
    unit[node.name] = { id, path }
    rows.push({ school_id: school, id, parent_id: parent, path, level: levelOf[node.kind], kind: node.kind, name: node.name, position: 1 })
    for (const [at, child] of (node.below ?? []).entries()) place(child, id, childPath(path, at + 1))
  }
  place(tree, null, rootPath)
  await inSystem(services.database.system, async trx => {
    await addSchool(trx, {
      school_id: school,
      code,
      name: '岭南示范大学',
      committee_name: '中共岭南示范大学委员会',
      division_code: '440106',
      letter_prefix: '岭示',
      contact: { address: '示范路 1 号', phone: '020-00000000', postCode: '510000' },
    })
    await insertRows(trx, 'org_units', rows)
    const people = posts.map(([login, role, at]) => {
      const account = newId()
      const { id, path } = unit[at]!
      return {
        authUser: { id: newId(), username: usernameOf(code, login), password },
        account: { school_id: school, id: account, login, name: `${at}的${login}`, member_id: null, path },
        post: { school_id: school, id: newId(), account_id: account, role, unit_id: id, path, starts_on: null, ends_on: null },
      }
    })
    await addAccounts(trx, people, services.clock.now())
  })
  return { school, unit }
}
