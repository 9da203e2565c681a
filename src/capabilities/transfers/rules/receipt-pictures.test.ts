import { expect, test } from 'vitest'
import { decidePictureKept, MAX_PICTURES, mayRemovePicture, type PictureFacts } from './receipt-pictures.ts'

const out: PictureFacts = { state: 'in-transit', paperAt: 'out', own: false, held: 0 }

test.each<[string, Partial<PictureFacts>, string | null]>([
  ['of a letter that is out', {}, null],
  ['after an answer from the public page', { state: 'answered' }, null],
  ['of a letter still in the office', { state: 'to-issue', paperAt: 'issued' }, 'no-letter-out'],
  ['of what went by the system', { paperAt: 'none' }, 'no-letter-out'],
  ['of what is received', { state: 'received', paperAt: 'accepted' }, 'settled'],
  ['of one’s own letter', { own: true }, 'own-case'],
  ['as the last that fits', { held: MAX_PICTURES - 1 }, null],
  ['as one too many', { held: MAX_PICTURES }, 'too-many'],
])('a picture %s', (_, more, reason) => {
  const decision = decidePictureKept({ ...out, ...more })
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})

test.each<[string, Parameters<typeof mayRemovePicture>[0], string | null]>([
  ['while it waits', { state: 'in-transit', own: false, gone: false }, null],
  ['twice', { state: 'in-transit', own: false, gone: true }, 'removed'],
  ['once acceptance rests on it', { state: 'received', own: false, gone: false }, 'settled'],
  ['by the member', { state: 'in-transit', own: true, gone: false }, 'own-case'],
])('is taken away %s', (_, facts, reason) => {
  const decision = mayRemovePicture(facts)
  expect(decision.allowed ? null : decision.reason).toBe(reason)
})
