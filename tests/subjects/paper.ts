import { addDays, day } from '../../src/kernel/day.ts'
import { workbookOf } from '../university/sheets.ts'
import { none, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import { addresseeItem, addresseeTwin, printerOf, signedLetter } from './versions.ts'
import { listRows } from './wizard.ts'
import type { Place } from './world.ts'

let organisations = 0

const items = ['听1次党课', '过1次组织生活', '重温1次入党誓词', '开展1次校园服务志愿活动', '捐赠1本经典书籍']
const attended = new WeakMap<Place, number>()

/** One whom nobody has confirmed that item for. */
function attendance(place: Place) {
  const at = attended.get(place) ?? 0
  attended.set(place, at + 1)
  const people = place.all.filter(({ graduateId }) => graduateId !== place.people.fresh.graduateId)
  const person = people[Math.floor(at / items.length) % people.length]!
  return workbookOf(
    '参加记录',
    ['学号', '姓名', '项目', '日期', '凭据'],
    [person.studentNumber, person.name, items[at % items.length]!, '2023-05-20', '签到表'],
  )
}

let reported = 0
const whoReported = new WeakMap<Place, string>()

/** What the member says to have done: on a day that nothing was said of. */
async function reportOf(place: Place, { studentNumber, graduateId }: Place['all'][number], item = 'oath'): Promise<string> {
  const doneOn = addDays(day('2023-06-07'), -(reported++ % 300))
  const { education } = await place.clientOf(studentNumber)
  const { id } = await education.report({ item, doneOn, evidence: '在实习单位所在地' })
  whoReported.set(place, graduateId)
  return id
}

/** Whoever has done the item already may not report it. */
const ifRefused = (error: { status?: number }): null => {
  if (error.status === 409) return null
  throw error
}

/** One that the branch can settle: of somebody who has not done that item yet. */
async function settleable(place: Place): Promise<string> {
  const { fresh, ending, self, waiting } = place.people
  for (const person of place.all.filter(each => ![fresh, ending, self, waiting].includes(each)))
    for (const item of ['organisation-life', 'oath', 'party-lecture']) {
      const id = await reportOf(place, person, item).catch(ifRefused)
      if (id) return id
    }
  throw new Error('everybody has done everything')
}

const addresseeFields = { kind: 'organisation-department', nameReason: null } as const

export const paperRows: Rows<'letters' | 'receipts' | 'addressees' | 'education'> = {
  'letters.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      ({ place: { cohortId } }) => ({ cohortId, limit: 200 }),
      ({ place: { cohortId, people } }) => ({ cohortId, search: people.lettered.name }),
    ],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }) => [place.letterId],
  },
  'letters.export': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place: { cohortId } }) => ({ cohortId }), ({ place: { cohortId, people } }) => ({ cohortId, search: people.lettered.name })],
    seen: textsIn,
    of: ({ place }) => [place.people.lettered.name],
  },
  'letters.series': none('It tells of the caller’s own school how far the numbers go, and nothing to whoever reads a part.'),
  'letters.get': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.letterId })] },
  'letters.mine': {
    subject: 'list',
    reach: 'self',
    as: 'lettered',
    seen: rows => rows.map(({ id }) => id),
    of: ({ place }) => [place.letterId],
  },
  'receipts.open': none('It is public: the code and what stands on the paper name the letter, and prove it; tested in receipts.test.'),
  'receipts.answer': none('It is public, and asks for the same proof as receipts.open.'),

  'letters.print': {
    subject: 'one',
    reach: 'unit',
    asks: [
      ({ place }) => ({ ids: [place.letterId] }),
      ({ place }, own) => ({ ids: [own.place.letterId, place.letterId], kind: 'overprint' as const }),
    ],
  },
  'letters.handoverFile': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ id: await signedLetter(place), which: 'signature' as const })],
  },
  'letters.printers.list': {
    subject: 'list',
    reach: 'school',
    asks: [async ({ place }) => void (await printerOf(place))],
    seen: rows => rows.map(({ id }) => id),
    of: async ({ place }) => [(await printerOf(place)).id],
  },
  'letters.printers.add': none('It adds to the caller’s own school.'),
  'letters.printers.save': {
    subject: 'one',
    reach: 'school',
    asks: [async ({ place }) => ({ ...(await printerOf(place)), offset: { right: 1, down: -0.5 }, tested: true })],
  },
  'letters.printers.remove': { subject: 'one', reach: 'school', asks: [({ place }) => printerOf(place)] },
  'letters.printers.testSheet': { subject: 'one', reach: 'school', asks: [async ({ place }) => ({ id: (await printerOf(place)).id })] },
  'letters.printers.form': none('It is the empty form of the caller’s own school.'),

  'addressees.search': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ search: place.addressee.name }), () => ({ limit: 50 })],
    seen: rows => rows.map(({ id }) => id),
    of: ({ place }) => [place.addressee.id],
  },
  'addressees.list': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ search: place.addressee.name }), () => ({ limit: 200 })],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ place }) => [place.addressee.id],
  },
  'addressees.export': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ search: place.addressee.name }), () => ({})],
    seen: textsIn,
    of: ({ place }) => [place.addressee.name],
  },
  'addressees.create': none('It adds to the dictionary of the caller’s own school.'),
  'addressees.save': {
    subject: 'one',
    reach: 'school',
    asks: [async ({ place }) => ({ ...(await addresseeItem(place)), name: place.addressee.name, ...addresseeFields })],
  },
  'addressees.verify': { subject: 'one', reach: 'school', asks: [({ place }) => addresseeItem(place)] },
  'addressees.alike': {
    subject: 'list',
    reach: 'school',
    asks: [
      async ({ place }) => {
        await addresseeTwin(place)
        return {}
      },
    ],
    seen: ({ groups }) => groups.flatMap(({ entries }) => entries.map(({ id }) => id)),
    of: ({ place }) => [place.addressee.id],
  },
  'addressees.merge': {
    subject: 'one',
    reach: 'school',
    asks: [async ({ place }) => ({ ...(await addresseeItem(place)), others: [await addresseeTwin(place)] })],
  },
  'addressees.complete': none('It adds to the dictionary of the caller’s own school.'),

  ...listRows('addressees.imports', () =>
    workbookOf('抬头', ['抬头', '类别'], [`中共示范第${++organisations}集团有限公司委员会`, '国企党委']),
  ),

  'education.matrix': {
    subject: 'list',
    reach: 'unit',
    asks: [
      ({ place: { cohortId } }) => ({ cohortId, limit: 200 }),
      ({ place: { cohortId, unit } }) => ({ cohortId, unitId: unit.id, limit: 200 }),
    ],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    // Who has left the rolls is asked for nothing any more.
    of: ({ place }) => place.all.filter(person => person !== place.people.ending).map(({ graduateId }) => graduateId),
  },
  'education.export': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place: { cohortId } }) => ({ cohortId }), ({ place: { cohortId, unit } }) => ({ cohortId, unitId: unit.id })],
    seen: textsIn,
    of: ({ place }) => place.all.filter(person => person !== place.people.ending).map(({ studentNumber }) => studentNumber),
  },
  'education.confirm': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ graduateId: place.people.fresh.graduateId, item: 'oath', doneOn: '2023-06-01', evidence: '6月1日签到表' })],
  },
  'education.confirmMany': {
    subject: 'one',
    reach: 'unit',
    asks: [true, false].map(dryRun => ({ place }, own) => ({
      cells: [...new Set([own.place, place])].map(({ people }) => ({ graduateId: people.fresh.graduateId, item: 'volunteering' })),
      doneOn: '2023-06-02',
      evidence: '6月2日签到表',
      dryRun,
    })),
  },
  'education.certificates': none('A PDF of people whom education.matrix shows; education.test asks for that of a sister branch.'),
  'education.nudge': {
    subject: 'one',
    reach: 'unit',
    asks: [true, false].map(dryRun => ({ place }) => ({ cohortId: place.cohortId, graduateIds: [place.people.fresh.graduateId], dryRun })),
  },
  'education.revoke': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ id: place.confirmationId, reason: '签到表有误' })] },
  'education.person': { subject: 'one', reach: 'unit', asks: [({ place }) => ({ graduateId: place.people.fresh.graduateId })] },
  'education.mine': { subject: 'list', reach: 'self', seen: ({ graduateId }) => [graduateId], of: ({ self }) => [self.graduateId] },
  'education.report': none('It names nobody: the member is the caller.'),
  'education.withdraw': { subject: 'one', reach: 'account', asks: [async ({ self, place }) => ({ id: await reportOf(place, self) })] },
  'education.reports': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async ({ place }) => {
        await settleable(place)
        return { cohortId: place.cohortId, limit: 200 }
      },
      ({ place: { cohortId, unit } }) => ({ cohortId, unitId: unit.id, limit: 200 }),
    ],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => [whoReported.get(place)!],
  },
  'education.confirmReports': { subject: 'one', reach: 'unit', asks: [async ({ place }) => ({ ids: [await settleable(place)] })] },
  'education.returnReports': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ ids: [await settleable(place)], reason: '请补上照片' })],
  },
  ...listRows('education.imports', ({ place }) => attendance(place), { yearly: true }),
  'education.progress': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place: { cohortId } }) => ({ cohortId })],
    seen: rows => rows.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
}
