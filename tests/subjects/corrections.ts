import { none, type Rows } from './row.ts'
import { textsIn } from './texts.ts'
import type { Place, Subject } from './world.ts'

const photo = () => new File([Uint8Array.from([0xff, 0xd8, 0xff, 0xe0])], '户口本.jpg', { type: 'image/jpeg' })

/** What this member has proposed and nobody has decided; proposed where there is nothing. */
async function correctionItem({ cohortId, logins, people: { fresh }, clientOf }: Place) {
  const { corrections } = (await clientOf(logins.above)).roster
  const open = async () => (await corrections.list({ cohortId, memberId: fresh.memberId })).rows[0]
  if (!(await open())) {
    const { own } = (await clientOf(fresh.studentNumber)).roster
    await own.addEvidence({ file: photo() })
    const { version } = await own.get()
    await own.correct({ version, changes: { nativePlace: `示范省第${version}县` } })
  }
  const { id, version, graduateVersion, evidence } = await corrections.get({ id: (await open())!.id })
  return { id, version, graduateVersion, evidenceId: evidence[0]!.id }
}

const own = {
  subject: 'list',
  reach: 'self',
  seen: ({ graduateId }: { graduateId: string }) => [graduateId],
  of: ({ self }: Subject) => [self.graduateId],
} as const

const ownOf = async ({ desk }: Subject) => (await desk.client()).roster.own
const seenVersion = async (subject: Subject) => (await (await ownOf(subject)).get()).version

export const correctionRows: Rows<'roster.own' | 'roster.corrections'> = {
  'roster.own.get': own,
  'roster.own.keep': none(
    'Keeps what the caller types under the caller’s own account; the input names nobody and the answer tells nothing.',
  ),
  'roster.own.correct': {
    ...own,
    asks: [async subject => ({ version: await seenVersion(subject), changes: { nativePlace: '示范省', email: 'own@example.cn' } })],
  },
  'roster.own.withdraw': own,
  'roster.own.addEvidence': none('Keeps a file under the caller’s own account; the input names nobody and the answer is the file’s id.'),
  'roster.own.dropEvidence': {
    subject: 'one',
    reach: 'account',
    asks: [async subject => ({ id: (await (await ownOf(subject)).addEvidence({ file: photo() })).id })],
  },
  'roster.own.download': {
    subject: 'list',
    reach: 'self',
    asks: [() => ({ form: 'json' })],
    seen: async file => {
      const text = await file.text()
      return [JSON.parse(text).studentNumber, text]
    },
    of: ({ self }) => [self.studentNumber],
  },

  'roster.corrections.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async ({ place }) => {
        await correctionItem(place)
        return { cohortId: place.cohortId, limit: 200 }
      },
      ({ place: { cohortId, unit } }) => ({ cohortId, path: unit.path, limit: 200 }),
      ({ place: { cohortId, people } }) => ({ cohortId, memberId: people.fresh.memberId }),
    ],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    of: ({ place }) => [place.people.fresh.graduateId],
  },
  'roster.corrections.export': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async ({ place }) => {
        await correctionItem(place)
        return { cohortId: place.cohortId }
      },
      ({ place: { cohortId, unit } }) => ({ cohortId, path: unit.path }),
    ],
    seen: textsIn,
    of: ({ place }) => [place.people.fresh.name, place.people.fresh.studentNumber],
  },
  'roster.corrections.get': { subject: 'one', reach: 'unit', asks: [async ({ place }) => ({ id: (await correctionItem(place)).id })] },
  'roster.corrections.reveal': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ id: (await correctionItem(place)).id, reason: '核对号码' })],
  },
  'roster.corrections.decide': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async ({ place }) => {
        const { evidenceId: _, ...seen } = await correctionItem(place)
        return { ...seen, accept: ['nativePlace'] }
      },
    ],
  },
  'roster.corrections.evidence': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ id: (await correctionItem(place)).evidenceId })],
  },
}
