/** A university with graduates, and their cases carried along over HTTP by the people who may. */
import { sql } from 'kysely'
import { signedIn, transact } from '../../src/app/gate.ts'
import type { RequestContext } from '../../src/capabilities/accounts/index.ts'
import { submitRegister } from '../../src/capabilities/transfers/index.ts'
import { inSystem } from '../../src/platform/database/index.ts'
import type { Client } from './client.ts'
import { type Cohort, type Enrolled, enrol, openCohort } from './graduates.ts'
import { openServer, type Running } from './open.ts'
import { foundUniversity, type University } from './people.ts'

type SavedForm = Parameters<Client['transfers']['mine']['save']>[0]
export type Filled = Omit<SavedForm, 'version'>

const receiverContact = { name: '俞老师', phone: '0571-00000000' }

export const inProvince: Filled = {
  type: 'D01',
  answers: {
    unitName: '南粤示范科技有限公司',
    system: 'local',
    receiverPlace: '440304',
    addressee: { name: '中共南粤示范科技有限公司委员会' },
    receivingBranch: '研发一支部',
    duesPaidTo: '2023-06',
    receiverContact,
  },
}

export const outsideOnPaper: Filled = {
  type: 'D01',
  answers: {
    unitName: '之江远航科技股份有限公司',
    system: 'local',
    receiverPlace: '330108',
    addressee: { name: '中共杭州市滨江区委员会组织部' },
    receivingBranch: '研发一支部',
    paperAsked: true,
    duesPaidTo: '2023-06',
    receiverContact,
  },
}

export const abroad: Filled = {
  type: 'D05',
  answers: {
    unitName: '某国某大学',
    country: '某国',
    abroadFrom: '2023-09',
    stayApplication: '出国学习期间申请保留组织关系。',
    domesticContacts: [
      { name: '甲某', phone: '19000009001', relation: '母亲' },
      { name: '乙某', phone: '19000009002', relation: '同学' },
    ],
    returnBy: '2025-07',
  },
}

export const sameSchool: Filled = { type: 'D04', answers: { receivingBranch: '英语第二党支部', newStudentNo: '2023910001' } }

export interface Journey {
  server: Running
  university: University
  cohort: Cohort
  enrol(branch: string, ...names: string[]): Promise<Enrolled[]>
  transfers(login: string): Promise<Client['transfers']>
  /** As a signed-in person inside one transaction: what a room above would do. */
  as<T>(login: string, work: (context: RequestContext) => Promise<T>): Promise<T>
  /** 附件2 of these graduates is submitted. */
  report(login: string, ...people: Enrolled[]): Promise<void>
  case(login: string, who: Enrolled): ReturnType<Client['transfers']['get']>
  /** One step by the group of procedures that it belongs to; the case as it then stands. */
  step(
    login: string,
    who: Enrolled,
    group: 'fill' | 'check' | 'feedback' | 'handle',
    step: string,
    given?: Record<string, unknown>,
  ): ReturnType<Client['transfers']['get']>
  /** The graduate fills in and submits. */
  submit(who: Enrolled, form: Filled): Promise<void>
  /** Submitted, checked, reported and passed. */
  pass(who: Enrolled, form: Filled, given?: Record<string, unknown>): Promise<void>
}

export async function openJourney(): Promise<Journey> {
  const server = await openServer()
  const university = await foundUniversity(server.services)
  const cohort = await openCohort(server.services, university)
  const transfers = async (login: string) => (await server.as(login)).transfers

  async function as<T>(login: string, work: (context: RequestContext) => Promise<T>): Promise<T> {
    const { services } = server
    const username = `lnsf:${login}`
    const { id } = await inSystem(services.database.system, async trx => {
      const { rows } = await sql<{ id: string }>`select id from auth_users where username = ${username}`.execute(trx)
      return rows[0]!
    })
    const who = (await signedIn({ services, authUserId: id }))!
    return transact(services, who, { permission: 'submissions:submit', audit: 'submission.submitted' }, work)
  }

  const journey: Journey = {
    server,
    university,
    cohort,
    transfers,
    as,
    enrol: (branch, ...names) =>
      enrol(
        server.services,
        university,
        cohort,
        branch,
        names.map(name => ({ name })),
      ),
    async report(login, ...people) {
      const ids = people.map(({ graduateId }) => graduateId)
      await as(login, context => submitRegister(context, cohort.cohortId, ids))
    },
    case: async (login, { graduateId }) => (await transfers(login)).get({ id: graduateId }),
    async step(login, who, group, step, given = {}) {
      const { id, version } = await journey.case(login, who)
      const take = (await transfers(login))[group].step as (input: unknown) => Promise<unknown>
      await take({ id, version, step, given })
      return journey.case(login, who)
    },
    async submit({ studentNumber }, form) {
      const { mine } = await transfers(studentNumber)
      const { version } = await mine.get()
      const saved = await mine.save({ ...form, version })
      await mine.submit({ version: saved.version })
    },
    async pass(who, form, given) {
      await journey.submit(who, form)
      await journey.step('teacher', who, 'check', 'branch-verify')
      await journey.step('secondary', who, 'check', 'secondary-verify')
      await journey.report('secondary', who)
      await journey.step('office', who, 'feedback', 'pass', given)
    },
  }
  return journey
}
