import { docOf } from '../../src/kernel/rich-text.ts'
import type { Rows } from './row.ts'
import { textsIn } from './texts.ts'
import type { Place, Subject } from './world.ts'

const titleOf = ({ place }: Subject) => `通知 ${place.unit.name}`
const DUE = '2023-06-09'

const fields = (subject: Subject) => ({
  title: titleOf(subject),
  issuer: '党委组织部',
  contactName: '组织部办公室',
  contactPhone: '020-00000000',
  text: docOf('请按时办理。'),
  unitIds: [subject.place.above.id],
  duties: [{ text: '开会部署', dueOn: DUE, task: null }],
})
const office = async ({ place }: Subject) => (await place.clientOf('office')).notices
const above = async ({ place }: Subject) => (await place.clientOf(place.logins.above)).notices
const branch = async ({ place }: Subject) => (await place.clientOf(place.logins.branch)).notices

async function draft(subject: Subject) {
  const { id, version } = await (await office(subject)).add({ ...fields(subject), cohortId: subject.place.cohortId })
  return { id, version }
}
async function issued(subject: Subject) {
  const asked = await draft(subject)
  const { id, version } = await (await office(subject)).issue(asked)
  return { id, version }
}
async function acknowledged(subject: Subject) {
  const { id } = await issued(subject)
  await (await above(subject)).acknowledge({ id })
  return { id }
}
/** To the branch alone, and not to the ones beside it; a direct branch has nobody to hand it on to. */
async function forwarded(subject: Subject) {
  const { place } = subject
  const { id } = await acknowledged(subject)
  const duties = [{ text: '逐人核对去向', dueOn: DUE, task: null }]
  if (place.logins.above !== place.logins.branch) await (await above(subject)).forward({ id, unitIds: [place.unit.id], duties })
  return { id }
}
const reached = async (subject: Subject) => ({ id: (await forwarded(subject)).id })

const known = new WeakMap<Place, Promise<{ id: string }>>()
/** One of the branch, for whoever only looks. */
function kept(subject: Subject) {
  const one = known.get(subject.place) ?? reached(subject)
  known.set(subject.place, one)
  return one
}

const ofUnit = (role: string) => ['general-branch', 'direct-branch'].includes(role)

/** What the caller's own unit has to do. */
async function ownDuty(subject: Subject) {
  const client = ofUnit(subject.role) ? await above(subject) : await branch(subject)
  const duty = (await client.get(await reached(subject))).duties[0]!
  return { id: duty.id, version: duty.work.version, client }
}
/** What the caller has set, reported done below. */
async function reportedBelow(subject: Subject) {
  const { id } = await reached(subject)
  const client = subject.role === 'committee-office' ? await above(subject) : await branch(subject)
  const duty = (await client.get({ id })).duties[0]!
  const { work } = (await client.report({ id: duty.id, version: 1 })).duties[0]!
  return { id, dutyId: duty.id, unitId: work.unitId, version: work.version }
}
const setDuty = async (subject: Subject) => {
  const client = subject.role === 'committee-office' ? await office(subject) : await above(subject)
  const duty = (await client.receipts(await reached(subject))).duties[0]!
  return { id: duty.id, version: duty.version }
}
const belowOf = ({ place, role }: Subject) => (role === 'committee-office' ? place.above : place.unit)

const sheet = () => new File(['%PDF-1.7'], '附件1.pdf', { type: 'application/pdf' })
async function hung(subject: Subject) {
  const { id } = await draft(subject)
  const client = await office(subject)
  return { id: (await client.addFile({ id, file: sheet() })).files[0]!.id, notice: id, client }
}
async function sentFile(subject: Subject) {
  const { id, notice, client } = await hung(subject)
  await client.issue({ id: notice, version: 1 })
  const up = await above(subject)
  await up.acknowledge({ id: notice })
  const { place } = subject
  if (place.logins.above !== place.logins.branch) await up.forward({ id: notice, unitIds: [place.unit.id] })
  return { id }
}

/** The publicity office reads whatever the school has issued. */
const whole = ['publicity-office'] as const

export const noticeRows: Rows<'notices'> = {
  'notices.list': {
    subject: 'list',
    reach: 'unit',
    whole,
    asks: [
      async subject => {
        await kept(subject)
        return { cohortId: subject.place.cohortId, limit: 200 }
      },
    ],
    seen: ({ rows }) => rows.map(({ title }) => title),
    of: subject => [titleOf(subject)],
  },
  'notices.get': { subject: 'one', reach: 'unit', whole, asks: [kept] },
  'notices.open': { subject: 'one', reach: 'unit', whole, asks: [kept] },
  'notices.file': { subject: 'one', reach: 'unit', whole, asks: [sentFile] },
  'notices.add': { subject: 'one', reach: 'unit', asks: [subject => ({ ...fields(subject), cohortId: subject.place.cohortId })] },
  'notices.change': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...fields(subject), ...(await draft(subject)) })] },
  'notices.drop': { subject: 'one', reach: 'unit', asks: [draft] },
  'notices.issue': { subject: 'one', reach: 'unit', asks: [draft] },
  'notices.withdraw': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await issued(subject)), reason: '日期有误' })] },
  'notices.addFile': { subject: 'one', reach: 'unit', asks: [async subject => ({ id: (await draft(subject)).id, file: sheet() })] },
  'notices.removeFile': { subject: 'one', reach: 'unit', asks: [async subject => ({ id: (await hung(subject)).id })] },
  'notices.acknowledge': { subject: 'one', reach: 'unit', asks: [reached] },
  'notices.forward': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await acknowledged(subject)), unitIds: [subject.place.unit.id] })],
  },
  'notices.report': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => {
        const { id, version } = await ownDuty(subject)
        return { id, version }
      },
    ],
  },
  'notices.undo': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => {
        const { id, version, client } = await ownDuty(subject)
        await client.report({ id, version })
        return { id, version: version + 1, reason: '还差一人' }
      },
    ],
  },
  'notices.note': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => {
        const { id, ...work } = await reportedBelow(subject)
        return { id, works: [work] }
      },
    ],
  },
  'notices.giveBack': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => {
        const { dutyId, unitId, version } = await reportedBelow(subject)
        return { id: dutyId, unitId, version, reason: '还差一人' }
      },
    ],
  },
  'notices.withdrawDuty': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await setDuty(subject)), reason: '不用办了' })] },
  'notices.receipts': {
    subject: 'list',
    reach: 'unit',
    asks: [kept],
    seen: ({ rows }) => rows.map(({ unitId }) => unitId),
    of: subject => [belowOf(subject).id],
  },
  'notices.sheet': { subject: 'list', reach: 'unit', asks: [kept], seen: textsIn, of: subject => [belowOf(subject).name] },
  'notices.chase': { subject: 'one', reach: 'unit', asks: [async subject => ({ ...(await reached(subject)), dryRun: false })] },
}
