import { readFile } from 'node:fs/promises'
import { nameFrom } from '../seed/names.ts'
import { openRandom } from '../seed/random.ts'
import { plantUnits, type Unit, unitRow } from '../seed/units.ts'
import type { Services } from '../src/app/services.ts'
import { addSchool, vaultFor } from '../src/capabilities/orgs/index.ts'
import { holdsMembers } from '../src/capabilities/orgs/rules.ts'
import { addCohort, addPlan, parsePlan } from '../src/capabilities/plans/index.ts'
import { addGraduates, sealMember } from '../src/capabilities/roster/index.ts'
import { checkDigitOf } from '../src/capabilities/roster/rules.ts'
import { addDays, day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/ids.ts'
import { inSystem, insertRows } from '../src/platform/database/index.ts'
import { accountsForBench } from './accounts.ts'

export interface Bench {
  school: string
  cohortId: string
  branches: Unit[]
  /** By login: whom a session is for. */
  authUsers: Awaited<ReturnType<typeof accountsForBench>>
}

/** The n-th invented person: always the same number, ID number and phone. */
export function personAt(at: number) {
  const random = openRandom(at + 1)
  const born = addDays(day('1999-01-01'), at % 1_400)
  const body = `449901${born.replaceAll('-', '')}${String(Math.floor(at / 1_400) + 1).padStart(3, '0')}`
  return {
    ...nameFrom(random),
    studentNumber: `2019${String(at).padStart(6, '0')}`,
    bornOn: born,
    sex: Math.floor(at / 1_400) % 2 === 0 ? ('male' as const) : ('female' as const),
    idNumber: body + checkDigitOf(body),
    phone: `19${String(100_000_000 + at)}`,
  }
}

/** A school with the tree of the demonstration and so many graduates on the plan of 2023. */
export async function foundBench(services: Services, graduates: number): Promise<Bench> {
  const school = newId()
  const cohortId = newId()
  const units = plantUnits()
  const parsed = parsePlan(JSON.parse(await readFile(new URL('../examples/2023/plan.json', import.meta.url), 'utf8')))
  if (!parsed.allowed) throw new Error('examples/2023/plan.json is no plan')
  const branches = units.filter(unit => holdsMembers(unit.kind))
  const authUsers = await inSystem(services.database.system, async trx => {
    await addSchool(trx, {
      school_id: school,
      code: 'bench',
      name: '测速大学',
      committee_name: '中共测速大学委员会',
      division_code: '440106',
      letter_prefix: '测',
      contact: {},
    })
    await insertRows(
      trx,
      'org_units',
      units.map((unit, at) => unitRow(school, unit, at + 1)),
    )
    await addCohort(trx, { school_id: school, id: cohortId, year: 2023, name: '2023届' })
    await addPlan(trx, { school_id: school, cohort_id: cohortId, version: 1, body: parsed.value, saved_by: null })
    const signedUp = await accountsForBench(trx, services, school, units)
    const vault = await vaultFor(trx, services.keys, school, cohortId)
    for (let from = 0; from < graduates; from += 5_000) {
      const people = Array.from({ length: Math.min(5_000, graduates - from) }, (_, offset) => {
        const at = from + offset
        return { ...personAt(at), memberId: newId(), graduateId: newId(), branch: branches[at % branches.length]! }
      })
      await insertRows(
        trx,
        'members',
        people.map(({ memberId, branch, studentNumber, name, sex, ethnicGroup, bornOn, idNumber, phone }) => ({
          school_id: school,
          id: memberId,
          path: branch.path,
          unit_id: branch.id,
          student_number: studentNumber,
          name,
          pinyin: studentNumber.slice(-3),
          sex,
          ethnic_group: ethnicGroup,
          born_on: bornOn,
          id_type: 'resident-id',
          ...sealMember(vault, memberId, { idNumber, phone, email: null, homeAddress: null, secondContact: null }),
          college: branch.college,
          major: '英语',
          membership: 'full',
          joined_on: '2020-05-20',
          confirmed_on: '2021-05-20',
          relation_at_school: true,
        })),
      )
      await insertRows(
        trx,
        'member_numbers',
        people.map(({ memberId, branch, studentNumber }) => ({
          school_id: school,
          number: studentNumber,
          member_id: memberId,
          path: branch.path,
          since: '2019-09-01',
        })),
      )
      await addGraduates(
        trx,
        people.map(({ memberId, graduateId, branch }) => ({
          school_id: school,
          id: graduateId,
          cohort_id: cohortId,
          member_id: memberId,
          path: branch.path,
          outcome: 'on-time',
          outcome_facts: {},
        })),
      )
    }
    return signedUp
  })
  return { school, cohortId, branches, authUsers }
}
