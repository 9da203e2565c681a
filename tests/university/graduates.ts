import type { Services } from '../../src/app/services.ts'
import { addAccounts } from '../../src/capabilities/accounts/index.ts'
import { vaultFor } from '../../src/capabilities/orgs/index.ts'
import { addCohort, addPlan, shippedPlan } from '../../src/capabilities/plans/index.ts'
import { addGraduates, sealMember } from '../../src/capabilities/roster/index.ts'
import type { Membership } from '../../src/capabilities/roster/rules.ts'
import { checkDigitOf } from '../../src/capabilities/roster/rules.ts'
import { newId } from '../../src/kernel/ids.ts'
import { inSystem, insertRows } from '../../src/platform/database/index.ts'
import { hashPassword, usernameOf } from '../../src/platform/identity/index.ts'
import { TEST_PASSWORD } from './open.ts'
import type { University } from './people.ts'

export interface Cohort {
  cohortId: string
}

/** The cohort of 2023 on the plan of the 2023 notice. */
export async function openCohort(services: Services, { school }: University): Promise<Cohort> {
  const body = await shippedPlan('2023')
  const cohortId = newId()
  await inSystem(services.database.system, async trx => {
    await addCohort(trx, { school_id: school, id: cohortId, year: 2023, name: '2023届' })
    await addPlan(trx, { school_id: school, cohort_id: cohortId, version: 1, body, saved_by: null })
  })
  return { cohortId }
}

export interface Enrolled {
  graduateId: string
  memberId: string
  studentNumber: string
  name: string
  idNumber: string
  phone: string
}

const numberOf = (at: number) => {
  const body = `449901200003${String((at % 28) + 1).padStart(2, '0')}${String(100 + (at % 900)).padStart(3, '0')}`
  return body + checkDigitOf(body)
}

let enrolled = 0
let passwordHash: Promise<string> | undefined

/** Puts people into a branch, each with an account whose login is the student number. */
export async function enrol(
  services: Services,
  { school, unit }: University,
  { cohortId }: Cohort,
  branch: string,
  people: readonly { name: string; membership?: Membership; outcome?: string }[],
  code = 'lnsf',
): Promise<Enrolled[]> {
  passwordHash ??= hashPassword(TEST_PASSWORD)
  const password = await passwordHash
  const { id: unitId, path } = unit[branch]!
  return inSystem(services.database.system, async trx => {
    const vault = await vaultFor(trx, services.keys, school, cohortId)
    const rows = people.map(({ name, membership = 'full', outcome = 'on-time' }) => {
      const at = ++enrolled
      const person: Enrolled = {
        graduateId: newId(),
        memberId: newId(),
        studentNumber: String(2019_900_000 + at),
        name,
        idNumber: numberOf(at),
        phone: `190${String(10_000_000 + at)}`,
      }
      return { ...person, membership, outcome, account: newId() }
    })
    await insertRows(
      trx,
      'members',
      rows.map(({ memberId, studentNumber, name, membership, idNumber, phone }) => ({
        school_id: school,
        id: memberId,
        path,
        unit_id: unitId,
        student_number: studentNumber,
        name,
        pinyin: name,
        sex: 'female',
        ethnic_group: '01',
        born_on: '2000-03-02',
        id_type: 'resident-id',
        ...sealMember(vault, memberId, { idNumber, phone, email: null, homeAddress: null, secondContact: null }),
        college: '外国语学院',
        major: '英语',
        education: 'bachelor',
        joined_on: '2020-05-20',
        confirmed_on: '2021-05-20',
        membership,
        dues_paid_to: '2023-06',
        relation_at_school: true,
      })),
    )
    await insertRows(
      trx,
      'member_numbers',
      rows.map(row => ({ school_id: school, number: row.studentNumber, member_id: row.memberId, path, since: '2019-09-01' })),
    )
    await addGraduates(
      trx,
      rows.map(row => ({
        school_id: school,
        id: row.graduateId,
        cohort_id: cohortId,
        member_id: row.memberId,
        path,
        outcome: row.outcome,
        outcome_facts: {},
      })),
    )
    await addAccounts(
      trx,
      rows.map(row => ({
        authUser: { id: newId(), username: usernameOf(code, row.studentNumber), password },
        account: { school_id: school, id: row.account, login: row.studentNumber, name: row.name, member_id: row.memberId, path },
        post: {
          school_id: school,
          id: newId(),
          account_id: row.account,
          role: 'graduate' as const,
          unit_id: unitId,
          path,
          starts_on: null,
          ends_on: null,
        },
      })),
      services.clock.now(),
    )
    return rows
  })
}

/** Five of 英语第一党支部, one of them probationary, and one of 会计学党支部: enough to page, count and keep apart. */
export const enrolSix = async (services: Services, university: University, cohort: Cohort) => ({
  english: await enrol(services, university, cohort, '英语第一党支部', [
    { name: '安宁' },
    { name: '白露', membership: 'probationary' },
    { name: '曾诗韵' },
    { name: '丁一' },
    { name: '方圆' },
  ]),
  accounting: await enrol(services, university, cohort, '会计学党支部', [{ name: '郝好' }]),
})
