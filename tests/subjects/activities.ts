import { docOf } from '../../src/kernel/rich-text.ts'
import { workbookOf } from '../university/sheets.ts'
import { none, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import { listRows } from './wizard.ts'
import type { Place, Subject } from './world.ts'

const fields = ({ place }: Subject) => ({
  kind: 'party-lecture',
  title: `党课 ${place.unit.name}`,
  onDay: '2023-06-08',
  begins: '14:00',
  audience: [place.unit.id],
})
const drafted = async ({ place }: Subject) => {
  const { activities } = await place.clientOf(place.logins.branch)
  return (await activities.add({ ...fields({ place } as Subject), cohortId: place.cohortId })).ids[0]!
}
const draft = async (subject: Subject) => ({ id: await drafted(subject), version: 1 })
/** One of the branch itself, open for signing in. */
async function opened(subject: Subject) {
  const { id } = await draft(subject)
  const { activities } = await subject.place.clientOf(subject.place.logins.branch)
  await activities.open({ id, version: 1 })
  return { id }
}
const present = (subject: Subject) => ({ graduateIds: [subject.place.people.checking.graduateId], marking: 'present' as const })
async function attended(subject: Subject) {
  const { id } = await opened(subject)
  const { activities } = await subject.place.clientOf(subject.place.logins.branch)
  await activities.mark({ id, ...present(subject) })
  return { id, unitId: subject.place.unit.id }
}

const sheet = () => new File(['%PDF-1.7'], '议程.pdf', { type: 'application/pdf' })
/** Something that hangs with one of the branch. */
async function kept(subject: Subject) {
  const { id } = await opened(subject)
  const { activities } = await subject.place.clientOf(subject.place.logins.branch)
  return { id: (await activities.addAttachment({ id, file: sheet() })).files[0]!.id }
}

const listed = new WeakMap<Place, Promise<string>>()
/** One open activity of the branch, whose list comes as a sheet. */
function listedActivity(subject: Subject): Promise<string> {
  const id = listed.get(subject.place) ?? opened(subject).then(one => one.id)
  listed.set(subject.place, id)
  return id
}
let signed = 0
const signedSheet = ({ place: { all } }: Subject) => {
  const person = all[signed++ % all.length]!
  return workbookOf('签到表', ['学号', '姓名', '状态', '原因'], [person.studentNumber, person.name, '迟到', `第 ${signed} 张表`])
}

export const activityRows: Rows<'activities'> = {
  'activities.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async subject => {
        await opened(subject)
        return { cohortId: subject.place.cohortId, limit: 200 }
      },
    ],
    seen: ({ rows }) => rows.map(({ title }) => title),
    of: subject => [fields(subject).title],
  },
  'activities.overview': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place: { cohortId } }) => ({ cohortId })],
    seen: ({ rows }) => rows.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
  'activities.overviewSheet': {
    subject: 'list',
    reach: 'unit',
    asks: [({ place: { cohortId } }) => ({ cohortId })],
    seen: textsIn,
    of: ({ place }) => [place.unit.name],
  },
  'activities.get': { subject: 'one', reach: 'unit', asks: [opened] },
  'activities.add': { subject: 'one', reach: 'unit', asks: [subject => ({ ...fields(subject), cohortId: subject.place.cohortId })] },
  'activities.change': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...fields(subject), ...(await draft(subject)) })] },
  'activities.announce': { subject: 'one', reach: 'unit', asks: [draft] },
  'activities.open': { subject: 'one', reach: 'unit', asks: [draft] },
  'activities.record': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await opened(subject)), version: 2 })],
  },
  'activities.cancel': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await draft(subject)), reason: '礼堂停电' })] },
  'activities.writeMinutes': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await opened(subject)), version: 1, text: docOf('支部书记讲话') })],
  },
  'activities.addPhotos': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await opened(subject)), files: [new File(['不是照片'], '合影.jpg')] })],
  },
  'activities.addAttachment': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await opened(subject)), file: sheet() })] },
  'activities.changeCaption': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await kept(subject)), caption: '议程' })] },
  'activities.removeFile': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await kept(subject)), reason: '传错了' })] },
  'activities.file': { subject: 'one', reach: 'unit', asks: [kept] },
  'activities.people': {
    subject: 'list',
    reach: 'unit',
    asks: [opened, attended],
    seen: rows => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => [place.people.checking.graduateId],
  },
  'activities.watch': none('A stream that says only how many of the list were there; activities.test listens to one.'),
  'activities.mark': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await opened(subject)), ...present(subject) })] },
  'activities.close': { subject: 'one', reach: 'unit', asks: [attended] },
  'activities.code': { subject: 'one', reach: 'unit', asks: [opened] },
  'activities.sheet': {
    subject: 'list',
    reach: 'unit',
    asks: [opened],
    seen: textsIn,
    of: ({ place }) => [place.people.checking.studentNumber],
  },
  ...listRows('activities.imports', signedSheet, {
    yearly: true,
    about: listedActivity,
    stays: 'A line of the list is put right where the list is kept, until the branch closes it.',
  }),
  'activities.mine': none('It names nobody: the member is the caller.'),
  'activities.signIn': none('The member is the caller; that a code of another unit tells nothing is asked in activities.test.'),
  'activities.signUp': none('The member is the caller; that another unit’s activity is refused is asked in activities.test.'),
}
