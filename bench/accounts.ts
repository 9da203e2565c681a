import type { Unit } from '../seed/units.ts'
import type { Services } from '../src/app/services.ts'
import { addAccounts } from '../src/capabilities/accounts/index.ts'
import type { Role } from '../src/capabilities/accounts/rules.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Trx } from '../src/platform/database/index.ts'
import { hashPassword, usernameOf } from '../src/platform/identity/index.ts'

export const BENCH_PASSWORD = 'bench-2023-pass'

/** The office over the whole school, one 总支, and who may import the roster of every branch; returns whom each signs in as. */
export async function accountsForBench(trx: Trx, services: Services, school: string, units: readonly Unit[]) {
  const password = await hashPassword(BENCH_PASSWORD)
  const account = (login: string, role: Role, unit: Unit) => {
    const id = newId()
    return {
      authUser: { id: newId(), username: usernameOf('bench', login), password },
      account: { school_id: school, id, login, name: login, member_id: null, path: unit.path },
      post: { school_id: school, id: newId(), account_id: id, role, unit_id: unit.id, path: unit.path, starts_on: null, ends_on: null },
    }
  }
  const office = account('office', 'committee-office', units[0]!)
  const secondary = account('secondary', 'general-branch', units[1]!)
  const importer = account('importer', 'general-branch', units[0]!)
  const teacher = account('teacher', 'branch-teacher', units.find(({ kind }) => kind === 'branch')!)
  await addAccounts(trx, [office, secondary, importer, teacher], services.clock.now())
  return { office: office.authUser.id, secondary: secondary.authUser.id, importer: importer.authUser.id }
}

/** Signs in over HTTP and returns the cookie. */
export async function cookieOf(url: string, login: string): Promise<string> {
  const answer = await fetch(`${url}/api/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: login, password: BENCH_PASSWORD, school: 'bench' }),
  })
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status}`)
  return answer.headers.getSetCookie()[0]!.split(';')[0]!
}
