import { z } from 'zod'
import { Id, IsoDay } from '../../../kernel/contract.ts'
import { RichTextSchema } from '../../../kernel/rich-text-schema.ts'
import { newsKinds, newsParts, newsStates, newsSteps } from '../rules.ts'

export const NewsRow = z.object({
  id: Id,
  kind: z.enum(newsKinds),
  title: z.string(),
  byline: z.string(),
  unitId: Id,
  unitName: z.string(),
  state: z.enum(newsStates),
  returnedFrom: z.enum(['above', 'publicity']).nullable(),
  sentOn: IsoDay.nullable(),
  madeAt: z.string(),
  links: z.number().int(),
})
export type NewsRow = z.infer<typeof NewsRow>

export const NewsPhoto = z.object({ id: Id, caption: z.string(), name: z.string(), width: z.number().int(), height: z.number().int() })
export type NewsPhoto = z.infer<typeof NewsPhoto>

export const NewsView = NewsRow.extend({
  text: RichTextSchema,
  consentOn: IsoDay.nullable(),
  version: z.number().int(),
  madeBy: z.string(),
  photos: z.array(NewsPhoto),
  published: z.array(z.object({ id: Id, platform: z.string(), url: z.string(), onDay: IsoDay, by: z.string() })),
  story: z.array(z.object({ id: Id, step: z.enum(newsSteps), onDay: IsoDay, by: z.string(), words: z.string() })),
  frozen: z.object({ number: z.number().int(), sha256: z.string() }).nullable(),
  blank: z.array(z.enum(newsParts)).describe('送出前还缺的'),
  may: z.array(z.enum(newsSteps)),
})
export type NewsView = z.infer<typeof NewsView>

const count = z.number().int()
export const UnitCounts = z.object({
  unitId: Id,
  unitName: z.string(),
  submitted: count,
  returned: count,
  accepted: count,
  published: count,
  links: count,
})
export type UnitCounts = z.infer<typeof UnitCounts>
