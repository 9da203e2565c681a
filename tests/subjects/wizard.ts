/** The wizard's procedures are the same for every list; so are their rows. */
import { ORPCError } from '@orpc/client'
import type { Client } from '../university/client.ts'
import { none, type Rows } from './row.ts'
import { rosterSheet } from './sheet.ts'
import type { Desk, Subject } from './world.ts'

type Wizard = Client['roster']['imports']
type SheetFor = (subject: Subject) => Promise<File>
/** The id of the one thing that the list speaks of. */
type About = (subject: Subject) => Promise<string>

const wizardIn = (client: Client, name: string) =>
  name.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], client) as Wizard
const wizardOf = async (desk: Desk, name: string): Promise<Wizard> => wizardIn(await desk.client(), name)

/** Nobody of this school but the caller may bring such a list: then another list that somebody else has brought. */
const anotherList = async ({ place }: Subject) => {
  const { imports } = (await place.clientOf(place.logins.branch)).roster
  return imports.upload({ cohortId: place.cohortId, file: await rosterSheet(place.unit.name) })
}

const unlessForbidden = (error: unknown): null => {
  if (error instanceof ORPCError && error.status === 403) return null
  throw error
}

/** `yearly`: the list belongs to a cohort; `about`: to one thing. `sheet` is a file of the subject's own that can be read and committed. */
export function wizardRows<N extends string>(
  name: N,
  sheet: SheetFor,
  { yearly, standIns = [], about }: { yearly: boolean; standIns?: readonly string[]; about?: About },
): Rows<N> {
  const year = ({ place: { cohortId } }: Subject) => (yearly ? { cohortId } : {})
  const aboutOf = async (subject: Subject) => (about ? { about: await about(subject) } : {})
  const inputOf = async (subject: Subject) => ({
    ...(yearly && { cohortId: subject.desk.cohortId }),
    ...(await aboutOf(subject)),
    file: await sheet(subject),
  })
  /** By the account itself; where its role brings no such list, by one of its school that does, though never by the caller. */
  const uploaded = async (subject: Subject, own: Subject) => {
    const desks = subject.desk === own.desk ? [] : standIns
    for (const client of [subject.desk.client, ...desks.map(login => () => subject.place.clientOf(login))]) {
      const asked = await client()
      if (subject.desk !== own.desk && (await asked.accounts.session()).accountId === own.desk.accountId) continue
      const brought = await wizardIn(asked, name)
        .upload(await inputOf(subject))
        .catch(unlessForbidden)
      if (brought) return brought
    }
    return anotherList(subject)
  }
  const one = async (subject: Subject, own: Subject = subject) => {
    const { id, version } = await uploaded(subject, own)
    return { id, version }
  }
  // One that waits, for each account.
  const waiting = new WeakMap<Desk, Promise<string>>()
  const kept = (subject: Subject): Promise<string> => {
    const id = waiting.get(subject.desk) ?? one(subject).then(each => each.id)
    waiting.set(subject.desk, id)
    return id
  }
  /** Of another than the caller it is enough that it waits. */
  const committed = async (subject: Subject, own: Subject) => {
    const waits = await one(subject, own)
    if (subject.desk !== own.desk) return waits
    const { id, version } = await (await wizardOf(subject.desk, name)).commit({ ...waits, partial: true })
    return { id, version }
  }
  const of = (step: string, row: object) => [`${name}.${step}`, row] as const
  const own = { subject: 'one', reach: 'account' } as const
  return Object.fromEntries([
    of('upload', {
      subject: 'one',
      reach: 'school',
      asks: [async (subject: Subject) => ({ ...year(subject), ...(await aboutOf(subject)), file: await sheet(subject) })],
    }),
    of('preview', { ...own, asks: [async (subject: Subject, own: Subject) => ({ id: (await one(subject, own)).id })] }),
    of('mend', { ...own, asks: [async (subject: Subject, own: Subject) => ({ ...(await one(subject, own)), unskip: [2] })] }),
    of('commit', { ...own, asks: [one] }),
    of('commitTold', { ...own, asks: [one] }),
    of('marked', { ...own, asks: [async (subject: Subject, own: Subject) => ({ id: (await one(subject, own)).id })] }),
    of('cancel', { ...own, asks: [one] }),
    of('undo', { ...own, asks: [committed] }),
    of('list', {
      subject: 'list',
      reach: 'unit',
      asks: [
        async (subject: Subject) => {
          await kept(subject)
          return { ...year(subject), ...(await aboutOf(subject)), limit: 100 }
        },
      ],
      seen: (rows: readonly { id: string }[]) => rows.map(({ id }) => id),
      of: async (subject: Subject) => [await kept(subject)],
    }),
  ]) as unknown as Rows<N>
}

const OF_THE_SCHOOL = ['office', 'secondary', 'teacher']

const NOBODY = 'It names nobody: what the file says is sought in the caller’s own school, and what is foreign is set aside.'

/** `stays`: why it cannot be taken back. `yearly`: it belongs to a cohort. `reach`: of who brings it, where that is no unit. */
type ListOptions = { stays?: string; yearly?: boolean; reach?: 'school'; about?: About }

/** A list with its empty form. */
export function listRows<N extends string>(name: N, sheet: SheetFor, { stays, yearly = false, reach, about }: ListOptions = {}): Rows<N> {
  const rows = wizardRows(name, sheet, { yearly, standIns: OF_THE_SCHOOL, ...(about && { about }) }) as unknown as Record<string, object>
  return {
    ...rows,
    ...(reach && { [`${name}.list`]: { ...rows[`${name}.list`], reach } }),
    ...(!yearly && { [`${name}.upload`]: none(NOBODY) }),
    [`${name}.form`]: none('It is the empty form: the same columns for everybody.'),
    ...(stays && { [`${name}.undo`]: none(stays) }),
  } as unknown as Rows<N>
}
