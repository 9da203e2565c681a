import { z } from 'zod'
import { changedFields } from '../rules.ts'

/** Before and after as the form holds them; of places the name, of sealed answers the mark, or the masked value where both are at hand. */
export const ChangeView = z
  .object({ field: z.enum(changedFields), before: z.unknown(), after: z.unknown() })
  .meta({ id: 'DestinationChange' })
export type ChangeView = z.infer<typeof ChangeView>
