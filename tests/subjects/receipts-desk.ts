import { none, type Rows } from './row.ts'
import { caseItem } from './versions.ts'
import type { Subject } from './world.ts'

const scan = () => new File([Uint8Array.from([0x25, 0x50, 0x44, 0x46])], '回执.pdf', { type: 'application/pdf' })

/** A picture of the receipt of a letter that was fetched; brought anew where it was taken away. */
async function pictureOf({ place: { logins, people, clientOf } }: Subject): Promise<string> {
  const { transfers } = await clientOf(logins.branch)
  const { id, receipt } = await transfers.get({ id: people.fetched.graduateId })
  const held = receipt.pictures[0] ?? (await transfers.pictures.add({ id: id!, file: scan() })).pictures[0]
  return held!.id
}

/** The dictionary's entry as it stands, with a number. */
async function receiverOf({ place: { clientOf, people } }: Subject) {
  const office = await clientOf('office')
  const read = async () => (await office.transfers.get({ id: people.fetched.graduateId })).receipt.receiver
  const known = await read()
  if (known?.phone) return { id: known.id, version: known.version }
  const { attempts } = await office.transfers.get({ id: people.fetched.graduateId })
  const fields = { name: attempts[0]!.addressee!, kind: 'organisation-department', phone: '0571-00000000' } as const
  await (known ? office.addressees.save({ ...fields, id: known.id, version: known.version }) : office.addressees.create(fields))
  const { id, version } = (await read())!
  return { id, version }
}

type Desk = Rows<'transfers.pictures'> & Rows<'transfers.calls'> & Rows<'transfers.differences'>

export const receiptsDeskRows: Desk = {
  'transfers.pictures.add': {
    subject: 'one',
    reach: 'unit',
    asks: [async ({ place }) => ({ id: (await caseItem(place, 'fetched')).id, file: scan() })],
  },
  'transfers.pictures.open': { subject: 'one', reach: 'unit', asks: [async subject => ({ id: await pictureOf(subject) })] },
  'transfers.pictures.remove': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ id: await pictureOf(subject), reason: '拍得不清楚' })],
  },
  'transfers.calls.log': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => ({
        id: (await caseItem(subject.place, 'fetched')).id,
        receiver: await receiverOf(subject),
        outcome: 'no-answer',
      }),
    ],
  },
  'transfers.calls.list': none(
    'A case is called about a month after it went out; receipts-desk.test lists them, and for a sister unit nothing.',
  ),
  'transfers.calls.export': none('It writes what transfers.calls.list lists; receipts-desk.test reads it, and for a sister unit nothing.'),
  'transfers.differences.list': none('They come of an imported list; differences.test lists them, and for a sister unit nothing.'),
  'transfers.differences.decide': none('They come of an imported list; in differences.test those of a sister unit are not found.'),
}
