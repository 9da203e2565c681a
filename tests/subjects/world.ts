/** Two schools in one server, and in every branch of interest one of each subject. */
import { sql } from 'kysely'
import { tell } from '../../src/capabilities/inbox/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { inSystem, insertRows } from '../../src/platform/database/index.ts'
import type { Client } from '../university/client.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from '../university/graduates.ts'
import { openServer, type Running } from '../university/open.ts'
import { foundUniversity, type University } from '../university/people.ts'
import { carryAlong } from './cases.ts'
import { keepPapers } from './papers.ts'
import { handIn } from './reports.ts'
import { rosterSheet } from './sheet.ts'

/** One graduate for each state in which a step finds them; no two procedures spoil each other's. */
const personNames = [
  'fresh', // no case
  'ending', // no case, for outcomes and reductions
  'self', // no case, and signs in
  'draft',
  'checking', // 待支部核对
  'reported', // 附件2 is submitted
  'judged', // the same, and left so
  'starting', // to start in the Party-affairs system
  'waiting', // the same, and left so
  'issuing', // a letter is to be issued
  'unlettered', // the same, and left so
  'lettered',
  'held', // a letter that stays in the office
  'fetched', // a letter that was fetched and signed for
  'misprinted', // a letter that is voided
] as const
export type PersonName = (typeof personNames)[number]

const givenNames = ['清和', '景行', '知远', '若谷', '怀瑾', '致宁', '思齐', '望舒', '嘉树', '明夷', '子衿', '修远', '采薇', '扶摇', '逢春']

type Unit = { id: string; path: string; name: string }
type School = { code: string; university: University; cohort: Cohort }

/** What a branch holds. */
export interface Place {
  school: string
  code: string
  cohortId: string
  unit: Unit
  /** Its 总支, or itself where it is 直属. */
  above: Unit
  /** A branch of the same school without people. */
  spareUnit: string
  /** Whose work its papers are: the branch's and the 总支's. */
  logins: { branch: string; above: string }
  people: Record<PersonName, Enrolled>
  all: Enrolled[]
  letterId: string
  confirmationId: string
  returns: Record<'branch' | 'unit', { roster: string; delayed: string }>
  materials: { kept: string; spare: string }
  /** The school's: */
  archiveId: string
  addressee: { id: string; name: string }
  staffId: string
  clientOf(login: string): Promise<Client>
  headcount(): Promise<number>
  /** Two more entries of one person, nobody's else. */
  twins(): Promise<[Enrolled, Enrolled]>
}

/** What an account has of its own. */
export interface Desk {
  accountId: string
  school: string
  path: string
  cohortId: string
  messageId: string
  taskId: string
  /** Not begun. */
  waitingTaskId: string
  /** Of those who import: sheets that wait, one of them to be committed and taken back. */
  imports: { first: string; spare: string; back: string } | null
  client(): Promise<Client>
  headcount(): Promise<number>
}

/** What a procedure may be asked to act on: a branch's things, or an account's. `role` is the caller's. */
export interface Subject {
  place: Place
  desk: Desk
  role: string
  self: Enrolled
}

const wanted = {
  own: { code: 'lnsf', name: '英语第一党支部', above: '外国语学院党总支', surname: '安', branch: 'teacher', general: 'secondary' },
  beside: {
    code: 'lnsf',
    name: '英语第二党支部',
    above: '外国语学院党总支',
    surname: '白',
    branch: 'sister-teacher',
    general: 'secondary',
  },
  apart: {
    code: 'lnsf',
    name: '会计学党支部',
    above: '管理学院党总支',
    surname: '陈',
    branch: 'accounting-teacher',
    general: 'sister-secondary',
  },
  direct: { code: 'lnsf', name: '研究生院直属党支部', above: '研究生院直属党支部', surname: '邓', branch: 'direct', general: 'direct' },
  abroad: { code: 'other', name: '英语第一党支部', above: '外国语学院党总支', surname: '方', branch: 'teacher', general: 'secondary' },
} as const
export type PlaceName = keyof typeof wanted

export interface World {
  server: Running
  places: Record<PlaceName, Place>
  /** `login` of a staff member or a student number. */
  desk(code: string, login: string): Desk
}

export async function openWorld(): Promise<World> {
  const server = await openServer()
  const schools = new Map<string, School>()
  for (const code of ['lnsf', 'other']) {
    const university = await foundUniversity(server.services, code)
    schools.set(code, { code, university, cohort: await openCohort(server.services, university) })
  }
  const places = {} as Record<PlaceName, Place>
  for (const name of Object.keys(wanted) as PlaceName[]) places[name] = await settle(server, schools, wanted[name])
  const all = Object.values(places)
  for (const place of all) await carryAlong(place)
  await handIn(all)
  for (const place of all) await keepPapers(place, server)
  const desks = await openDesks(server, schools, all)
  return { server, places, desk: (code, login) => desks.get(`${code}/${login}`)! }
}

async function settle(server: Running, schools: Map<string, School>, at: (typeof wanted)[PlaceName]): Promise<Place> {
  const { university, cohort, code } = schools.get(at.code)!
  const { school } = university
  const named = (name: string): Unit => ({ ...university.unit[name]!, name })
  const unit = named(at.name)
  const people = await enrol(
    server.services,
    university,
    cohort,
    at.name,
    givenNames.map(given => ({ name: at.surname + given })),
    code,
  )
  return {
    school,
    code,
    cohortId: cohort.cohortId,
    unit,
    above: named(at.above),
    spareUnit: named('日语党支部').id,
    logins: { branch: at.branch, above: at.general },
    people: Object.fromEntries(personNames.map((name, index) => [name, people[index]!])) as Place['people'],
    all: people,
    // Filled in as their work is done.
    letterId: '',
    confirmationId: '',
    returns: { branch: { roster: '', delayed: '' }, unit: { roster: '', delayed: '' } },
    materials: { kept: '', spare: '' },
    archiveId: '',
    addressee: { id: '', name: '' },
    staffId: '',
    clientOf: login => server.as(login, code),
    headcount: () => headcount(server, cohort.cohortId, unit.path),
    twins: async () => {
      const name = `${at.surname}又见`
      const [one, other] = await enrol(server.services, university, cohort, at.name, [{ name }, { name }], code)
      return [one!, other!]
    },
  }
}

const headcount = (server: Running, cohortId: string, path: string): Promise<number> =>
  inSystem(server.services.database.system, async trx => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from graduates where cohort_id = ${cohortId} and path like ${`${path}%`}`.execute(trx)
    return rows[0]!.count
  })

/** A message and a task to every account, and three sheets to whoever imports. */
async function openDesks(server: Running, schools: Map<string, School>, places: readonly Place[]): Promise<Map<string, Desk>> {
  const desks = new Map<string, Desk>()
  for (const { code, university, cohort } of schools.values()) {
    const { school } = university
    const accounts = await inSystem(server.services.database.system, async trx => {
      const { rows } = await sql<{ id: string; login: string; path: string }>`
        select id, login, path from accounts where school_id = ${school}`.execute(trx)
      const ids = rows.map(({ id }) => id)
      await tell(trx, school, ids, { kind: 'note', title: '通知', body: '请按时办理。' })
      const tasksIn = (state: string) =>
        ids.map(account_id => ({ school_id: school, account_id, id: newId(), kind: 'note', title: '通知', state, input: {} }))
      const [tasks, waiting] = [tasksIn('done'), tasksIn('queued')]
      await insertRows(trx, 'tasks', [...tasks, ...waiting])
      const { rows: messages } = await sql<{ id: string; account: string }>`
        select id, account_id as account from messages where school_id = ${school} and kind = 'note'`.execute(trx)
      const messageOf = new Map(messages.map(({ id, account }) => [account, id]))
      return rows.map((row, at) => ({ ...row, messageId: messageOf.get(row.id)!, taskId: tasks[at]!.id, waitingTaskId: waiting[at]!.id }))
    })
    for (const { id, login, path, ...mail } of accounts)
      desks.set(`${code}/${login}`, {
        accountId: id,
        school,
        path,
        cohortId: cohort.cohortId,
        ...mail,
        imports: null,
        client: () => server.as(login, code),
        headcount: () => headcount(server, cohort.cohortId, path),
      })
    for (const place of places.filter(place => place.school === school))
      place.staffId = desks.get(`${code}/${place.logins.branch}`)!.accountId
  }
  for (const { code, logins, unit } of places)
    for (const login of new Set(Object.values(logins))) {
      const desk = desks.get(`${code}/${login}`)!
      desk.imports ??= {
        first: await uploaded(desk, unit.name),
        spare: await uploaded(desk, unit.name),
        back: await uploaded(desk, unit.name),
      }
    }
  return desks
}

async function uploaded(desk: Desk, branch: string): Promise<string> {
  const file = await rosterSheet(branch)
  return (await (await desk.client()).roster.imports.upload({ cohortId: desk.cohortId, file })).id
}
