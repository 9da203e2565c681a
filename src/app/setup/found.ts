/** A school with its committee, first accounts and first cohort: all of it, or nothing. */
import { addAccounts } from '../../capabilities/accounts/index.ts'
import { bySystem, record } from '../../capabilities/audit/index.ts'
import { beginNumbers } from '../../capabilities/letters/index.ts'
import { addSchool, schools } from '../../capabilities/orgs/index.ts'
import { rootPath } from '../../capabilities/orgs/rules.ts'
import { addCohort, addPlan, shippedPlan } from '../../capabilities/plans/index.ts'
import { cloneFor, type Plan } from '../../capabilities/plans/rules.ts'
import { newId } from '../../kernel/ids.ts'
import { randomCode } from '../../platform/crypto/index.ts'
import { inSystem, insertRows, type Trx } from '../../platform/database/index.ts'
import { hashPassword, usernameOf } from '../../platform/identity/index.ts'
import type { Services } from '../services.ts'
import { type FirstAccount, founders } from './founders.ts'
import type { Founding } from './founding.ts'

const PASSWORD_SIGNS = 12
/** 60 random bits without a letter that looks like another: it is copied by hand. */
const newPassword = () => randomCode().slice(-PASSWORD_SIGNS)

export const firstPlan = (shipped: Plan, { school: { committee }, plan: { year } }: Founding): Plan => {
  const plan = cloneFor(shipped, year, 'weekday')
  return { ...plan, title: `${year}届`, publicPage: false, document: { ...plan.document, number: null, issuer: `${committee}组织部` } }
}

const contactOf = ({ address, phone, fax, postCode }: Founding['school']) =>
  Object.fromEntries(Object.entries({ address, phone, fax, postCode }).filter(([, value]) => value !== ''))

async function plant(trx: Trx, { school, letters }: Founding, schoolId: string, unitId: string): Promise<void> {
  const { code, name, committee, division } = school
  await addSchool(trx, {
    school_id: schoolId,
    code,
    name,
    committee_name: committee,
    division_code: division,
    letter_prefix: letters.prefix,
    contact: contactOf(school),
  })
  await insertRows(trx, 'org_units', [
    {
      school_id: schoolId,
      id: unitId,
      parent_id: null,
      path: rootPath,
      level: 'committee',
      kind: 'committee',
      name: committee,
      position: 1,
    },
  ])
}

/** Null: there is a school already. */
export async function foundSchool(services: Services, founding: Founding): Promise<FirstAccount[] | null> {
  const shipped = await shippedPlan(founding.plan.key)
  const accounts = founders.map(role => ({ role, ...founding.people[role], password: newPassword(), id: newId() }))
  const hashes = await Promise.all(accounts.map(({ password }) => hashPassword(password)))
  const [schoolId, unitId, cohortId] = [newId(), newId(), newId()]
  return inSystem(services.database.system, async trx => {
    if ((await schools(trx)).length > 0) return null
    await plant(trx, founding, schoolId, unitId)
    await addAccounts(
      trx,
      accounts.map(({ role, name, login, id }, at) => ({
        authUser: { id: newId(), username: usernameOf(founding.school.code, login), password: hashes[at]! },
        account: { school_id: schoolId, id, login, name, member_id: null, path: rootPath },
        post: { school_id: schoolId, id: newId(), account_id: id, role, unit_id: unitId, path: rootPath, starts_on: null, ends_on: null },
      })),
      services.clock.now(),
    )
    const plan = firstPlan(shipped, founding)
    await addCohort(trx, { school_id: schoolId, id: cohortId, year: plan.year, name: plan.title })
    await addPlan(trx, { school_id: schoolId, cohort_id: cohortId, version: 1, body: plan, saved_by: null, reason: '开设学校时选用' })
    // Numbers go by the calendar year, whichever summer is prepared.
    await beginNumbers(trx, schoolId, Number(services.clock.today().slice(0, 4)), founding.letters.next)
    await record(trx, schoolId, bySystem, 'school.founded', [
      {
        kind: 'unit',
        id: unitId,
        path: rootPath,
        after: { name: founding.school.name, cohort: plan.title, firstNumber: founding.letters.next },
      },
    ])
    return accounts.map(({ id: _, ...account }) => account)
  })
}
