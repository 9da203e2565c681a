/** What the dictionary knows of the addressees that forms name. */
import type { Trx } from '../../../platform/database/index.ts'
import type { Form, Known } from '../rules.ts'

export type KnownReceiver = NonNullable<Known['receiver']>
/** By id and by name: a form may name an entry in either way. */
export type Receivers = ReadonlyMap<string, KnownReceiver>

const addresseeIn = ({ answers = {} }: Partial<Form>): { id: string | null; name: string | null } => {
  const { addressee } = answers
  if (typeof addressee === 'string') return { id: null, name: addressee }
  const { id = null, name = null } = (addressee ?? {}) as { id?: string | null; name?: string | null }
  return { id, name }
}

export async function receiversNamed(trx: Trx, school: string, forms: readonly (Partial<Form> | null | undefined)[]): Promise<Receivers> {
  const asked = forms.flatMap(form => (form ? [addresseeIn(form)] : []))
  const ids = [...new Set(asked.flatMap(({ id }) => id ?? []))]
  const names = [...new Set(asked.flatMap(({ name }) => name ?? []))]
  if (ids.length === 0 && names.length === 0) return new Map()
  const rows = await trx
    .selectFrom('addressees')
    .select(['id', 'name', 'kind', 'division_code as division', 'org_code as orgCode'])
    .where('school_id', '=', school)
    .where(({ or, eb }) => or([...(ids.length ? [eb('id', 'in', ids)] : []), ...(names.length ? [eb('name', 'in', names)] : [])]))
    .execute()
  return new Map(rows.flatMap(({ id, ...row }) => [id, row.name].map(key => [key, { ...row, known: true }] as const)))
}

/** An entry that was renamed since, or taken away, is known by neither any more. */
export const receiverOfForm = (form: Partial<Form>, receivers: Receivers): KnownReceiver | null => {
  const { id, name } = addresseeIn(form)
  const entry = (id === null ? undefined : receivers.get(id)) ?? (name === null ? undefined : receivers.get(name))
  return entry && entry.name === name ? entry : null
}
