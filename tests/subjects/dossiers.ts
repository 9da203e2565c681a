import type { Rows } from './row.ts'
import { textsIn } from './texts.ts'
import type { Place, Subject } from './world.ts'

const NOWHERE = '01900000-0000-7000-8000-000000000000'
const person = ({ place }: Subject) => place.people.checking
const cohort = ({ place: { cohortId } }: Subject) => ({ cohortId })
const inUnit = ({ place: { cohortId, unit } }: Subject) => ({ cohortId, unitId: unit.id })
const whom = (subject: Subject) => [{ graduateId: person(subject).graduateId, version: 0 }]
const blank = { pages: null, signed: false, stamped: false, dated: false, remark: '' }

/** Two of a branch, packed by it and checked by the 总支. */
async function checked(place: Place) {
  const people = await place.twins()
  const { dossiers } = await place.clientOf(place.logins.branch)
  const seen = async () => dossiers.preview({ graduateIds: people.map(({ graduateId }) => graduateId), step: 'pack' })
  const explained = Object.fromEntries((await seen())[0]!.troubles.map(({ paper, problem }) => [`${paper}.${problem}`, '原件在中学']))
  await dossiers.pack({ people: (await seen()).map(({ graduateId, version }) => ({ graduateId, version, explained })) })
  const above = (await place.clientOf(place.logins.above)).dossiers
  await above.check({ people: (await seen()).map(({ graduateId, version }) => ({ graduateId, version })) })
  return people
}

async function made(place: Place) {
  if (place.logins.above === place.logins.branch) return { id: NOWHERE, version: 1 }
  const people = (await checked(place)).map(({ graduateId }) => graduateId)
  const { dossiers } = await place.clientOf(place.logins.above)
  const seen = (await dossiers.preview({ graduateIds: people, step: 'check' })).map(({ graduateId, version }) => ({ graduateId, version }))
  const { list } = await dossiers.lists.make({ cohortId: place.cohortId, unitId: place.above.id, people: seen })
  return { id: list!.id, version: 1 }
}

/** One for a purpose in a place: no two procedures spoil each other's. */
const once = <Made>(make: (place: Place) => Promise<Made>) => {
  const held = new WeakMap<Place, Promise<Made>>()
  return ({ place }: Subject): Promise<Made> => {
    const known = held.get(place) ?? make(place)
    held.set(place, known)
    return known
  }
}
const listed = once(made)
const toWithdraw = once(made)
const toReceive = once(made)
const labelled = once(checked)
const signedSheet = once(async place => {
  const list = await made(place)
  if (list.id === NOWHERE) return { id: list.id }
  const { dossiers } = await place.clientOf(place.logins.above)
  const scan = new File(['%PDF-1.7'], '签字.pdf', { type: 'application/pdf' })
  await dossiers.lists.receive({ ...list, onDay: '2023-06-08', by: '档案馆老师', scan })
  return { id: list.id }
})
const idOf = async (subject: Subject) => ({ id: (await listed(subject)).id })

const noSecond = { 'direct-branch': 'Has one account in this world, and nobody for the second signature: no list.' }
const notAbove = { ...noSecond, 'branch-teacher': 'The lists of a 总支 name people of other branches.' }

export const dossierRows: Rows<'dossiers'> = {
  'dossiers.list': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...cohort(subject), limit: 200 }), subject => ({ ...inUnit(subject), limit: 200 })],
    seen: ({ rows }) => rows.map(({ graduateId }) => graduateId),
    of: subject => [person(subject).graduateId],
  },
  'dossiers.progress': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort],
    seen: units => units.map(({ unitId }) => unitId),
    of: ({ place }) => [place.unit.id],
  },
  'dossiers.find': {
    subject: 'list',
    reach: 'unit',
    asks: [subject => ({ ...cohort(subject), typed: person(subject).studentNumber })],
    seen: found => [found?.graduateId ?? null],
    of: subject => [person(subject).graduateId],
  },
  'dossiers.export': {
    subject: 'list',
    reach: 'unit',
    asks: [cohort, inUnit],
    seen: textsIn,
    of: subject => [person(subject).studentNumber],
  },
  'dossiers.get': { subject: 'one', reach: 'unit', asks: [subject => ({ graduateId: person(subject).graduateId })] },
  'dossiers.enter': {
    subject: 'one',
    reach: 'unit',
    asks: [
      subject => ({
        cells: [{ graduateId: person(subject).graduateId, paper: 'talks', version: 0, value: { ...blank, held: 'missing' } }],
      }),
      (subject, own) => ({
        cells: [own, subject].map(one => ({
          graduateId: person(one).graduateId,
          paper: 'training',
          version: 0,
          value: { ...blank, held: 'missing' as const },
        })),
      }),
    ],
  },
  'dossiers.preview': {
    subject: 'one',
    reach: 'unit',
    asks: [subject => ({ graduateIds: [person(subject).graduateId], step: 'pack' })],
  },
  'dossiers.pack': { subject: 'one', reach: 'unit', asks: [subject => ({ people: whom(subject) })] },
  'dossiers.check': { subject: 'one', reach: 'unit', asks: [subject => ({ people: whom(subject) })] },
  'dossiers.sendBack': { subject: 'one', reach: 'unit', asks: [subject => ({ people: whom(subject), reason: '少装一份' })] },
  'dossiers.postpone': { subject: 'one', reach: 'unit', asks: [subject => ({ people: whom(subject), reason: '延期毕业' })] },
  'dossiers.resume': { subject: 'one', reach: 'unit', asks: [subject => ({ people: whom(subject) })] },
  'dossiers.reopen': { subject: 'one', reach: 'unit', asks: [subject => ({ people: whom(subject), reason: '补一份材料' })] },
  'dossiers.labels': {
    subject: 'one',
    reach: 'unit',
    asks: [
      async subject => ({
        graduateIds:
          subject.place.logins.above === subject.place.logins.branch
            ? [person(subject).graduateId]
            : (await labelled(subject)).map(({ graduateId }) => graduateId),
      }),
    ],
  },
  'dossiers.sheets': { subject: 'one', reach: 'unit', asks: [subject => ({ graduateIds: [person(subject).graduateId] })] },
  'dossiers.lists.list': {
    subject: 'list',
    reach: 'unit',
    asks: [
      async subject => {
        await listed(subject)
        return cohort(subject)
      },
    ],
    seen: rows => rows.map(({ id }) => id),
    of: async subject => [(await listed(subject)).id],
    lacking: notAbove,
  },
  'dossiers.lists.get': { subject: 'one', reach: 'unit', asks: [idOf], lacking: notAbove },
  'dossiers.lists.candidates': {
    subject: 'one',
    reach: 'unit',
    asks: [({ place }) => ({ cohortId: place.cohortId, unitId: place.above.id })],
  },
  'dossiers.lists.make': {
    subject: 'one',
    reach: 'unit',
    asks: [
      subject => ({ cohortId: subject.place.cohortId, unitId: subject.place.above.id, people: whom(subject) }),
      (subject, own) => ({
        cohortId: own.place.cohortId,
        unitId: own.place.above.id,
        people: [...whom(own), ...(subject === own ? [] : whom(subject))],
      }),
    ],
  },
  'dossiers.lists.withdraw': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await toWithdraw(subject)), reason: '漏了一袋' })],
    lacking: noSecond,
  },
  'dossiers.lists.receive': {
    subject: 'one',
    reach: 'unit',
    asks: [async subject => ({ ...(await toReceive(subject)), onDay: '2023-06-08', by: '档案馆老师' })],
    lacking: noSecond,
  },
  'dossiers.lists.scan': { subject: 'one', reach: 'unit', asks: [signedSheet], lacking: noSecond },
  'dossiers.lists.workbook': { subject: 'one', reach: 'unit', asks: [idOf], lacking: noSecond },
  'dossiers.lists.paper': { subject: 'one', reach: 'unit', asks: [idOf], lacking: noSecond },
}
