import { inProvince } from '../university/journey.ts'
import type { Rows } from './row.ts'
import type { PersonName, Subject } from './world.ts'

const scan = () => new File([Uint8Array.from([0x25, 0x50, 0x44, 0x46])], '文件.pdf', { type: 'application/pdf' })
const asked = () => ({ kind: 'contract' as const, title: '', file: scan() })

/** A paper that the branch keeps with somebody's case. */
async function paperOf({ place: { logins, people, clientOf } }: Subject, who: PersonName): Promise<string> {
  const { transfers } = await clientOf(logins.branch)
  const { graduateId } = people[who]
  const held = (await transfers.get({ id: graduateId })).papers.papers[0]
  return (held ?? (await transfers.papers.add({ graduateId, ...asked() })).papers[0]!).id
}

/** One that the member brought, to the case that is begun for it. */
async function ownPaper({ place, self }: Subject): Promise<string> {
  const { mine } = (await place.clientOf(self.studentNumber)).transfers
  const seen = await mine.get()
  if (seen.id === null) await mine.save({ ...inProvince, version: 0 })
  const held = seen.papers.papers.find(({ can }) => can.includes('open'))
  return (held ?? (await mine.papers.add(asked())).papers.at(-1)!).id
}

export const destinationPaperRows: Rows<'transfers.papers'> & Rows<'transfers.mine.papers'> = {
  'transfers.papers.add': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ graduateId: place.people.checking.graduateId, ...asked() })],
  },
  'transfers.papers.remove': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ id: await paperOf(subject, 'checking'), reason: '扫描不清' })],
  },
  'transfers.papers.open': { subject: 'one', reach: 'unit', asks: [async subject => ({ id: await paperOf(subject, 'checking') })] },
  'transfers.mine.papers.add': {
    subject: 'list',
    reach: 'self',
    asks: [asked],
    seen: ({ papers }) => papers.map(({ kind }) => kind),
    of: () => ['contract'],
  },
  'transfers.mine.papers.remove': {
    subject: 'one',
    reach: 'account',
    asks: [async subject => ({ id: await ownPaper(subject), reason: '拍得不清楚' })],
  },
  'transfers.mine.papers.open': { subject: 'one', reach: 'account', asks: [async subject => ({ id: await ownPaper(subject) })] },
}
