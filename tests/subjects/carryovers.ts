import { carrySheet, formerGraduate, studiesOn } from '../university/carryovers.ts'
import type { Rows } from './row.ts'
import { listRows } from './wizard.ts'
import type { Subject } from './world.ts'

const sheetOf = ({ place: { unit } }: Subject) => carrySheet(formerGraduate('往届某', unit.name, { ...studiesOn, 现编入支部: unit.name }))

/** Carried over by the school's own office, whoever asks. */
async function carriedYear(subject: Subject): Promise<string> {
  const { imports, years } = (await subject.place.clientOf('office')).carryover
  const { id, version } = await imports.upload({ file: await sheetOf(subject) })
  await imports.commit({ id, version })
  return (await years())[0]!.cohort.id
}

export const carryoverRows: Rows<'carryover'> = {
  ...listRows('carryover.imports', sheetOf),
  'carryover.years': {
    subject: 'list',
    reach: 'school',
    asks: [async subject => void (await carriedYear(subject))],
    seen: years => years.map(({ cohort }) => cohort.id),
    of: async subject => [await carriedYear(subject)],
  },
}
