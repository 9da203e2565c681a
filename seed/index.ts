import type { Services } from '../src/app/services.ts'
import { addAccounts, type NewAccount } from '../src/capabilities/accounts/index.ts'
import { seedAddressees } from '../src/capabilities/letters/index.ts'
import { addSchool, installation, saveInstallation, vaultFor } from '../src/capabilities/orgs/index.ts'
import { addCohort, addPlan, shippedPlan } from '../src/capabilities/plans/index.ts'
import type { Plan } from '../src/capabilities/plans/rules.ts'
import { addGraduates } from '../src/capabilities/roster/index.ts'
import { day } from '../src/kernel/day.ts'
import { newId } from '../src/kernel/ids.ts'
import { gatherStatistics, inSystem, insertRows, type Trx } from '../src/platform/database/index.ts'
import { hashPassword, usernameOf } from '../src/platform/identity/index.ts'
import { DEMO_PASSWORD, demoPeople } from './accounts.ts'
import { holdActivities } from './activities.ts'
import { actorsOf } from './actors.ts'
import { packDossiers } from './dossiers.ts'
import { holdFarewells } from './farewells.ts'
import { enrolPeople, memberRow, type Person } from './members.ts'
import { writeNews } from './news.ts'
import { issueNotices } from './notices.ts'
import { acceptRegisters, confirmItems, feedBack, issueLetters, recordResults, startTransfers, submitRosters } from './onward.ts'
import { openRandom } from './random.ts'
import { workReceipts } from './receipts.ts'
import { reportItems } from './reports.ts'
import { type Season, wave } from './season.ts'
import { plantUnits, standingUnits, type Unit, unitRow } from './units.ts'

/** The demonstration stands still on this day until somebody moves it. */
export const DEMO_DAY = day('2023-06-08')
const CODE = 'lnsf'

/** The invented university: its people in one transaction, then its season. */
export async function seedDemonstration(services: Services, graduates = 600): Promise<void> {
  const random = openRandom(2023)
  const plan = await shippedPlan('2023')
  const password = await hashPassword(DEMO_PASSWORD)
  const school = newId()
  const cohort = newId()
  const units = plantUnits()
  const people = enrolPeople(random, units, graduates)
  const accounts = accountsOf({ school, units, people, password })
  await inSystem(services.database.system, async trx => {
    await addSchool(trx, {
      school_id: school,
      code: CODE,
      name: '岭南示范大学',
      committee_name: '中共岭南示范大学委员会',
      division_code: '440106',
      letter_prefix: '岭示',
      contact: { address: '广东省广州市示范路 1 号行政楼 206 室', phone: '020-00000126', fax: '020-00000127', postCode: '510000' },
    })
    await insertRows(
      trx,
      'org_units',
      units.map((unit, at) => unitRow(school, unit, at + 1)),
    )
    await addCohort(trx, { school_id: school, id: cohort, year: 2023, name: '2023届' })
    await addPlan(trx, { school_id: school, cohort_id: cohort, version: 1, body: plan, saved_by: null })
    await enrol(trx, services, { school, cohort, people })
    await addAccounts(trx, accounts, services.clock.now())
    await seedAddressees(trx, school)
    const held = await installation(trx)
    await saveInstallation(trx, { ...held!, demonstration: true, demo_day: DEMO_DAY })
  })
  await gatherStatistics(services.database)
  await walkSeason({ services, actors: actorsOf(services, accounts), random, cohortId: cohort, units: standingUnits(units), people }, plan)
  await gatherStatistics(services.database)
  services.clock.setToday(DEMO_DAY)
}

/** The season up to the demonstration's day, walked by its people through the product's own procedures. */
async function walkSeason(season: Season, plan: Plan) {
  const leaving = season.people.filter(
    ({ outcome, membership, junior }) => !junior && outcome === 'on-time' && membership !== 'under-review',
  )
  const asked = leaving.filter(({ studentNumber }) => studentNumber !== demoPeople.find(({ role }) => role === 'graduate')!.login)
  const part = (from: number, to: number) => asked.filter((_, at) => at % 20 >= from && at % 20 < to)
  await issueNotices(season, plan)
  await submitRosters(season)
  await wave(season, part(0, 6), { fill: '2023-05-19', branch: '2023-05-20', secondary: '2023-05-21', submit: '2023-05-22' })
  await feedBack(season, '2023-05-23', 0, 2)
  await acceptRegisters(season)
  await issueLetters(season, '2023-05-24', '2023-05-26', 0)
  await startTransfers(season, '2023-05-25', at => at % 20 === 19)
  await recordResults(season, '2023-06-02')
  await holdFarewells(season, '2023-05-28', '支部负责老师')
  await wave(season, part(6, 10), { fill: '2023-05-29', branch: '2023-05-30', secondary: '2023-05-31', submit: '2023-06-01' })
  await feedBack(season, '2023-06-03', 20, 3, false)
  await issueLetters(season, '2023-06-04', '2023-06-05', 5)
  await startTransfers(season, '2023-06-05', at => at % 4 === 0)
  await wave(season, part(10, 12), { fill: '2023-06-06', branch: '2023-06-07', secondary: '2023-06-07' }, 0.7)
  await confirmItems(season, plan.items)
  await workReceipts(season, '2023-06-08')
  await holdActivities(season)
  await reportItems(season)
  await packDossiers(season)
  await writeNews(season)
}

async function enrol(trx: Trx, services: Services, { school, cohort, people }: { school: string; cohort: string; people: Person[] }) {
  const graduates = people.filter(person => !person.junior)
  const vaults = { graduates: await vaultFor(trx, services.keys, school, cohort), juniors: await vaultFor(trx, services.keys, school) }
  await insertRows(
    trx,
    'members',
    people.map(person => memberRow(school, person.junior ? vaults.juniors : vaults.graduates, person)),
  )
  await insertRows(
    trx,
    'member_numbers',
    people.map(person => ({
      school_id: school,
      number: person.studentNumber,
      member_id: person.memberId,
      path: person.unit.path,
      since: person.junior ? '2022-09-01' : '2019-09-01',
    })),
  )
  await addGraduates(
    trx,
    graduates.map(person => ({
      school_id: school,
      id: person.graduateId,
      cohort_id: cohort,
      member_id: person.memberId,
      path: person.unit.path,
      outcome: person.outcome,
      outcome_facts:
        person.outcome === 'delayed'
          ? { reason: '学分未修满', expectedOn: '2024-06-30', placedBranch: person.unit.name, contactName: '周可欣' }
          : {},
      reduction: person.outcome === 'deceased' ? 'deceased' : null,
      reduced_on: person.outcome === 'deceased' ? '2023-03-02' : null,
    })),
  )
}

function accountsOf({
  school,
  units,
  people,
  password,
}: {
  school: string
  units: Unit[]
  people: Person[]
  password: string
}): NewAccount[] {
  const account = (
    login: string,
    name: string,
    role: NewAccount['post']['role'],
    unit: Unit,
    memberId: string | null,
    id: string,
  ): NewAccount => ({
    authUser: { id: newId(), username: usernameOf(CODE, login), password },
    account: { school_id: school, id, login, name, member_id: memberId, path: unit.path },
    post: { school_id: school, id: newId(), account_id: id, role, unit_id: unit.id, path: unit.path, starts_on: null, ends_on: null },
  })
  const students = people.map(person =>
    account(person.studentNumber, person.name, person.junior ? 'junior' : 'graduate', person.unit, person.memberId, person.accountId),
  )
  const chairs = units
    .filter(unit => unit.kind === 'general-branch' || unit.kind === 'branch')
    .filter(
      unit => !demoPeople.some(({ role, unit: name }) => name === unit.name && (role === 'general-branch' || role === 'branch-teacher')),
    )
    .map((unit, at) =>
      account(
        `${unit.kind === 'branch' ? 'zb' : 'zz'}-${String(at + 1).padStart(2, '0')}`,
        `${unit.name}${unit.kind === 'branch' ? '负责老师' : '书记'}`,
        unit.kind === 'branch' ? 'branch-teacher' : 'general-branch',
        unit,
        null,
        newId(),
      ),
    )
  const staff = demoPeople
    .filter(({ role }) => role !== 'graduate' && role !== 'junior')
    .map(({ login, name, role, unit }) => account(login, name, role, units.find(candidate => candidate.name === unit)!, null, newId()))
  return [...students, ...chairs, ...staff]
}
