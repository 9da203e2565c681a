/** Two versions of a destination, held against each other field by field. */
import type { Geography } from '../../plans/rules.ts'
import { type Form, sealedFields } from './form.ts'
import type { PaperDecision } from './paper.ts'
import { type FormField, formFields } from './questions.ts'
import type { Method } from './states.ts'

export const changedFields = ['type', 'stay', ...formFields, 'geography', 'paper', 'method'] as const
export type ChangedField = 'type' | 'stay' | FormField | 'geography' | 'paper' | 'method'

/** Of what is sealed only that it changed is kept in the story. */
export type Change = { field: ChangedField; before: unknown; after: unknown }

export type FormVersion = {
  destination: Partial<Form>
  geography: Geography | null
  paper: Pick<PaperDecision, 'outcome'> | null
  method: Method | null
}

/** A receiver is its name: the dictionary's entry may come and go. */
const plain = (value: unknown): unknown => {
  if (value === undefined || value === '') return null
  if (typeof value === 'object' && value !== null && 'name' in value) return value.name
  return value
}

const saidIn = ({ destination, geography, paper, method }: FormVersion, field: ChangedField): unknown => {
  if (field === 'geography') return geography
  if (field === 'paper') return paper?.outcome ?? null
  if (field === 'method') return method
  if (field === 'type') return destination.type ?? null
  if (field === 'stay') return destination.stay ?? false
  return plain(destination.answers?.[field])
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** What of the one is no longer so in the other, in the order of the form. `resealed`: sealed answers that changed behind their marks. */
export const changesBetween = (before: FormVersion, after: FormVersion, resealed: readonly FormField[] = []): Change[] =>
  changedFields.flatMap(field => {
    const [was, is] = [saidIn(before, field), saidIn(after, field)]
    return same(was, is) && !resealed.includes(field as FormField) ? [] : [{ field, before: was, after: is }]
  })

export const isSealedField = (field: string): boolean => (sealedFields as readonly string[]).includes(field)

const place: readonly ChangedField[] = ['type', 'stay', 'unitName', 'householdPlace', 'country', 'system']

/** Another employer, school or household is 改派 and is checked from the start; another receiver for the same one is not. */
export const goesElsewhere = (changes: readonly Change[]): boolean => changes.some(({ field }) => place.includes(field))
