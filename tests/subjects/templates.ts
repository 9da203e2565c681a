import { readFileSync } from 'node:fs'
import type { Rows } from './row.ts'
import type { Place } from './world.ts'

const workbook = () => new File([readFileSync('src/platform/spreadsheets/fixtures/form-otherwise.xlsx')], '附件1.xlsx')

/** As the place's own office finds it now. */
async function annex1({ cohortId, clientOf }: Place) {
  const { forms } = await clientOf('office')
  const { kept } = (await forms.list({ cohortId })).find(({ form }) => form === 'annex1')!
  return { cohortId, form: 'annex1' as const, version: kept?.version ?? 0 }
}

async function keptAnnex1(place: Place) {
  const { version, ...asked } = await annex1(place)
  if (version > 0) return { ...asked, version }
  const { kept } = await (await place.clientOf('office')).forms.upload({ ...asked, version, file: workbook() })
  return { ...asked, version: kept!.version }
}

export const templateRows: Rows<'forms'> = {
  'forms.list': { subject: 'one', reach: 'school', asks: [({ place: { cohortId } }) => ({ cohortId })] },
  'forms.preview': {
    subject: 'one',
    reach: 'school',
    asks: [
      ({ place: { cohortId } }) => ({ cohortId, form: 'annex1', file: workbook() }),
      async ({ place }) => {
        const { version: _, ...asked } = await keptAnnex1(place)
        return asked
      },
    ],
  },
  'forms.sample': { subject: 'one', reach: 'school', asks: [({ place: { cohortId } }) => ({ cohortId, form: 'annex3' })] },
  'forms.upload': { subject: 'one', reach: 'school', asks: [async ({ place }) => ({ ...(await annex1(place)), file: workbook() })] },
  'forms.remove': { subject: 'one', reach: 'school', asks: [({ place }) => keptAnnex1(place)] },
}
