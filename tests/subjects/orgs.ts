import { none, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import { unitItem, viewItem } from './versions.ts'
import type { Subject } from './world.ts'

let units = 0

let contacts = 0
/** The running plan with another contact: a change that is new each time. */
const changedPlan = async ({ place }: Subject) => {
  const { cohortId } = place
  const { plan, version } = await (await place.clientOf('office')).plans.plan({ cohortId })
  const contact = `组织部办公室 ${++contacts}`
  return { cohortId, version, plan: { ...plan, document: { ...plan.document, contact } }, reason: '联系人变动' }
}
let lastYear = 2050

export const orgRows: Rows<'orgs' | 'accounts' | 'audit' | 'inbox' | 'views' | 'plans'> = {
  'orgs.list': { subject: 'list', reach: 'school', seen: rows => rows.map(({ id }) => id), of: ({ place }) => [place.unit.id] },
  'orgs.create': {
    subject: 'one',
    reach: 'school',
    asks: [({ place }) => ({ parentId: place.above.id, kind: 'branch', name: `新设第${++units}党支部` })],
  },
  'orgs.rename': {
    subject: 'one',
    reach: 'school',
    asks: [async ({ place }) => ({ ...(await unitItem(place, place.spareUnit)), name: '日语研究生党支部' })],
  },
  'orgs.dissolve': { subject: 'one', reach: 'school', asks: [({ place }) => unitItem(place, place.spareUnit)] },

  'accounts.session': { subject: 'list', reach: 'self', seen: ({ accountId }) => [accountId], of: ({ desk }) => [desk.accountId] },
  'accounts.entrance': none('It is public: the schools of the installation, and the accounts of the demonstration.'),
  'accounts.setDemoDay': none('It moves the clock of the demonstration, and is not found outside one.'),
  'accounts.export': none('It writes what accounts.list lists, of the caller’s own school; those of the other are called the same.'),
  'accounts.list': { subject: 'list', reach: 'school', seen: rows => rows.map(({ id }) => id), of: ({ place }) => [place.staffId] },

  'audit.list': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ subjectId: place.confirmationId }), () => ({ verb: 'item.confirmed', limit: 200 })],
    seen: ({ rows }) => rows.map(({ subjectId }) => subjectId),
    of: ({ place }) => [place.confirmationId],
  },

  'audit.export': {
    subject: 'list',
    reach: 'school',
    asks: [({ place }) => ({ subjectId: place.confirmationId }), () => ({ verb: 'item.confirmed' })],
    seen: textsIn,
    of: ({ place }) => [place.confirmationId],
  },

  'inbox.list': {
    subject: 'list',
    reach: 'self',
    asks: [() => ({ limit: 100 })],
    seen: ({ rows }) => rows.map(({ id }) => id),
    of: ({ desk }) => [desk.messageId],
  },
  'inbox.markRead': {
    subject: 'one',
    reach: 'account',
    asks: [({ desk }) => ({ ids: [desk.messageId] }), ({ desk }, own) => ({ ids: [own.desk.messageId, desk.messageId] })],
  },
  'inbox.task': { subject: 'one', reach: 'account', asks: [({ desk }) => ({ id: desk.taskId })] },
  'inbox.cancel': { subject: 'one', reach: 'account', asks: [({ desk }) => ({ id: desk.waitingTaskId })] },
  'inbox.tasks': { subject: 'list', reach: 'self', seen: rows => rows.map(({ id }) => id), of: ({ desk }) => [desk.taskId] },

  'views.list': {
    subject: 'list',
    reach: 'self',
    asks: [
      async ({ desk }) => {
        await viewItem(desk)
        return { screen: 'roster' }
      },
    ],
    seen: rows => rows.map(({ id }) => id),
    of: async ({ desk }) => [(await viewItem(desk)).id],
  },
  'views.save': {
    subject: 'one',
    reach: 'account',
    asks: [
      async ({ desk }) => ({
        screen: 'roster',
        name: '待转正的人',
        search: { membership: 'probationary' },
        shared: false,
        replaces: await viewItem(desk),
      }),
    ],
  },
  'views.remove': {
    subject: 'one',
    reach: 'account',
    asks: [async ({ desk }) => ({ screen: 'roster', id: (await viewItem(desk)).id })],
  },

  'plans.cohorts': { subject: 'list', reach: 'school', seen: rows => rows.map(({ id }) => id), of: ({ place }) => [place.cohortId] },
  'plans.plan': { subject: 'one', reach: 'school', asks: [({ place: { cohortId } }) => ({ cohortId })] },
  'plans.versions': { subject: 'one', reach: 'school', asks: [({ place: { cohortId } }) => ({ cohortId })] },
  'plans.preview': { subject: 'one', reach: 'school', asks: [({ place: { cohortId } }) => ({ cohortId, plan: { year: 2023 } })] },
  'plans.save': { subject: 'one', reach: 'school', asks: [changedPlan] },
  'plans.readNotice': { subject: 'one', reach: 'school', asks: [({ place: { cohortId } }) => ({ cohortId, text: '5月20日前报名册。' })] },
  'plans.open': {
    subject: 'one',
    reach: 'school',
    asks: [({ place: { cohortId } }) => ({ cohortId, year: ++lastYear, shift: 'weekday' })],
  },
}
