import { docOf } from '../../src/kernel/rich-text.ts'
import { aPicture } from './pictures.ts'
import type { Rows } from './row.ts'
import { textsIn } from './texts.ts'
import type { Place, Subject } from './world.ts'

const titleOf = ({ place }: Subject) => `稿件 ${place.unit.name}`
const fields = (subject: Subject) => ({
  kind: 'deed' as const,
  title: titleOf(subject),
  byline: '支部宣传委员',
  text: docOf('他把最后一课留给了乡村。'),
})

const ofUnit = (role: string) => ['general-branch', 'direct-branch', 'committee-office'].includes(role)
const branch = async ({ place }: Subject) => (await place.clientOf(place.logins.branch)).news
const above = async ({ place }: Subject) => (await place.clientOf(place.logins.above)).news
const publicity = async ({ place }: Subject) => (await place.clientOf('publicity')).news
/** As the unit in whose place the caller stands. */
const writer = (subject: Subject) => (ofUnit(subject.role) ? above(subject) : branch(subject))

async function draft(subject: Subject) {
  const { id, version } = await (await writer(subject)).add({ ...fields(subject), cohortId: subject.place.cohortId })
  return { id, version }
}
async function handedIn(subject: Subject) {
  const { id, version } = await (await writer(subject)).submit(await draft(subject))
  return { id, version }
}
/** A branch's own, lying with its 总支. */
async function toPass(subject: Subject) {
  const news = await branch(subject)
  const { id, version } = await news.add({ ...fields(subject), cohortId: subject.place.cohortId })
  const sent = await news.submit({ id, version })
  return { id, version: sent.version }
}
async function sent(subject: Subject) {
  const { id, version } = await toPass(subject)
  if (subject.place.logins.above === subject.place.logins.branch) return { id, version }
  const passed = await (await above(subject)).passOn({ id, version })
  return { id, version: passed.version }
}
async function accepted(subject: Subject) {
  const { id, version } = await (await publicity(subject)).accept(await sent(subject))
  return { id, version }
}
async function withPhoto(subject: Subject) {
  const news = await writer(subject)
  const { id } = await draft(subject)
  const { photos } = await news.addPhotos({ id, files: [await aPicture()] })
  return { id, photo: photos[0]!.id }
}
async function sentPhoto(subject: Subject) {
  const news = await branch(subject)
  const { id } = await news.add({ ...fields(subject), cohortId: subject.place.cohortId })
  const { photos } = await news.addPhotos({ id, files: [await aPicture()] })
  const { version } = await news.submit({ id, version: 1 })
  if (subject.place.logins.above !== subject.place.logins.branch) await (await above(subject)).passOn({ id, version })
  return { id: photos[0]!.id }
}

const known = new WeakMap<Place, Promise<{ id: string; version: number }>>()
/** One of the branch that has reached the publicity office, for whoever only looks. */
function kept(subject: Subject) {
  const one = known.get(subject.place) ?? sent(subject)
  known.set(subject.place, one)
  return one
}
const look = async (subject: Subject) => ({ id: (await kept(subject)).id })
const cohort = async (subject: Subject) => {
  await kept(subject)
  return { cohortId: subject.place.cohortId }
}
const link = (subject: Subject) => ({
  platform: '学校官网',
  url: `https://news.example.edu.cn/${subject.place.unit.id}`,
  onDay: '2023-06-01',
})

/** The publicity office reads whatever has reached it from the school. */
const whole = ['publicity-office'] as const

export const newsRows: Rows<'news'> = {
  'news.list': {
    subject: 'list',
    reach: 'unit',
    whole,
    asks: [async subject => ({ ...(await cohort(subject)), limit: 200 })],
    seen: ({ rows }) => rows.map(({ title }) => title),
    of: subject => [titleOf(subject)],
  },
  'news.counts': {
    subject: 'list',
    reach: 'unit',
    whole,
    asks: [cohort],
    seen: units => units.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
  'news.exportCounts': { subject: 'list', reach: 'unit', whole, asks: [cohort], seen: textsIn, of: ({ place }) => [place.unit.name] },
  'news.get': { subject: 'one', reach: 'unit', whole, asks: [look] },
  'news.document': { subject: 'one', reach: 'unit', whole, asks: [look] },
  'news.pictures': { subject: 'one', reach: 'unit', whole, asks: [look] },
  'news.photo': { subject: 'one', reach: 'unit', whole, asks: [sentPhoto] },
  'news.add': { subject: 'one', reach: 'school', asks: [subject => ({ ...fields(subject), cohortId: subject.place.cohortId })] },
  'news.change': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...fields(subject), ...(await draft(subject)) })] },
  'news.drop': { subject: 'one', reach: 'unit', asks: [draft] },
  'news.submit': { subject: 'one', reach: 'unit', asks: [draft] },
  'news.withdraw': { subject: 'one', reach: 'unit', asks: [handedIn] },
  'news.passOn': { subject: 'one', reach: 'unit', asks: [toPass] },
  'news.giveBack': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await toPass(subject)), reason: '事迹再具体些' })] },
  'news.receive': { subject: 'one', reach: 'unit', whole, asks: [sent] },
  'news.return': { subject: 'one', reach: 'unit', whole, asks: [async subject => ({ ...(await sent(subject)), reason: '照片太暗' })] },
  'news.accept': { subject: 'one', reach: 'unit', whole, asks: [sent] },
  'news.publish': { subject: 'one', reach: 'unit', whole, asks: [async subject => ({ ...(await accepted(subject)), ...link(subject) })] },
  'news.addPhotos': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ id: (await draft(subject)).id, files: [await aPicture()] })],
  },
  'news.arrangePhotos': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => {
        const { id, photo } = await withPhoto(subject)
        return { id, photos: [{ id: photo, caption: '支教课堂' }] }
      },
    ],
  },
  'news.removePhoto': { subject: 'one', reach: 'unit', asks: [async subject => ({ id: (await withPhoto(subject)).photo })] },
}
