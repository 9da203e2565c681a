/** Subjects as they stand now, read by their own school's office: the right version, so that only the caller's reach decides. */
import type { Desk, PersonName, Place } from './world.ts'

const office = (place: Place) => place.clientOf('office')

/** Version 0 and no id where the graduate has not begun. */
export async function caseItem(place: Place, who: PersonName): Promise<{ id: string; version: number }> {
  const { id, version } = await (await office(place)).transfers.get({ id: place.people[who].graduateId })
  return { id: id ?? '', version }
}

export async function graduateItem(place: Place, who: PersonName) {
  const { id, version } = await (await office(place)).roster.get({ id: place.people[who].graduateId })
  return { id, version }
}

export async function returnItem(place: Place, id: string) {
  const { version } = await (await office(place)).submissions.get({ id })
  return { id, version }
}

const known = <Row extends { id: string; version: number }>(rows: readonly Row[], id: string) => {
  const { version } = rows.find(row => row.id === id)!
  return { id, version }
}

export const unitItem = async (place: Place, id: string) => known(await (await office(place)).orgs.list(), id)

export const addresseeItem = async (place: Place) =>
  known((await (await office(place)).addressees.list({ search: place.addressee.name, limit: 200 })).rows, place.addressee.id)

/** A letter that was fetched, and signed for on the screen. */
export async function signedLetter(place: Place): Promise<string> {
  const { attempts } = await (await office(place)).transfers.get({ id: place.people.fetched.graduateId })
  return attempts[0]!.letterId!
}

/** The school's printer; put back where it was removed. */
export async function printerOf(place: Place) {
  const { printers } = (await office(place)).letters
  const { id, name, version } = (await printers.list())[0] ?? (await printers.add({ name: `${place.code} 组织部打印机` }))
  return { id, name, version }
}

/** The same organisation by another form of its name. */
export const addresseeTwin = async (place: Place) => {
  const { addressees } = await office(place)
  const name = place.addressee.name.replace('委员会组织部', '委组织部')
  const { rows } = await addressees.list({ search: name, limit: 200 })
  const held = rows.find(row => row.name === name)
  const { id, version } = held ?? (await addressees.create({ name, kind: 'organisation-department', divisionCode: null }))
  return { id, version }
}

export const importItem = async (desk: Desk, which: 'first' | 'spare' | 'back') =>
  known(await (await desk.client()).roster.imports.list({ cohortId: desk.cohortId, limit: 100 }), desk.imports![which])

/** Committed by its own account, whoever asks. */
export async function committedItem(desk: Desk) {
  const client = await desk.client()
  const { imports } = client.roster
  const [id, rows] = [desk.imports!.back, await imports.list({ cohortId: desk.cohortId, limit: 100 })]
  const { state, version } = rows.find(row => row.id === id)!
  return state === 'checked' ? { id, version: (await imports.commit({ id, version })).version } : { id, version }
}

/** A mark that only this branch uses. */
export async function tagOf(place: Place): Promise<string> {
  const tag = `标${place.unit.id.slice(-6)}`
  const client = await place.clientOf(place.logins.branch)
  const { id, version, tags } = await client.roster.get({ id: place.people.judged.graduateId })
  if (!tags.includes(tag))
    await client.roster.batch.apply({ cohortId: place.cohortId, people: [{ id, version }], change: { addTags: [tag] } })
  return tag
}

/** Written by its own account, whoever asks. */
export async function noteItem(desk: Desk, { people: { fresh } }: Place) {
  const { id } = await (await desk.client()).roster.notes.add({ graduateId: fresh.graduateId, text: '待补材料' })
  return { graduateId: fresh.graduateId, id }
}

/** The account's own view of the roster; made where it has none. */
export async function viewItem(desk: Desk) {
  const { views } = await desk.client()
  const held = (await views.list({ screen: 'roster' })).find(({ mine }) => mine)
  const { id, version } =
    held ?? (await views.save({ screen: 'roster', name: '预备党员', search: { membership: 'probationary' }, shared: false }))
  return { id, version }
}

/** Two entries that nobody has merged yet. */
export async function pairItem(place: Place) {
  const [one, other] = await place.twins()
  return { keep: { memberId: one.memberId, version: 1 }, gone: { memberId: other.memberId, version: 1 } }
}
