import { ORPCError } from '@orpc/server'
import { pinyin } from 'pinyin-pro'
import { newId } from '../../kernel/ids.ts'
import { meaningOf } from '../../platform/database/index.ts'
import { divisionAt } from '../../platform/divisions/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { phoneMark } from './calling.ts'
import { type AddresseeKind, type AddresseeSaveRefusal, maySaveName } from './rules.ts'
import * as store from './store/addressees.ts'
import { isFormer } from './store/lessons.ts'

const refused = (reason: AddresseeSaveRefusal | 'name-taken' | 'no-such-division') =>
  new ORPCError('REFUSED', { status: 409, data: { reason } })

const worded = (error: unknown): never => {
  const reason = meaningOf(error)
  throw reason === 'name-taken' ? refused(reason) : error
}

/** In full and by initials: hangzhoushiwei hzsw. */
const typedAs = (name: string): string => {
  const syllables = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map(syllable => syllable.toLowerCase())
  return `${syllables.join('')} ${syllables.map(syllable => syllable[0] ?? '').join('')}`
}

export type AddresseeInput = {
  name: string
  kind: AddresseeKind
  nameReason: string | null
  divisionCode: string | null
  orgCode: string | null
  needsPaper: boolean | null
  contact: string | null
  phone: string | null
}

export const columnsOf = ({ nameReason, divisionCode, orgCode, needsPaper, ...rest }: AddresseeInput) => ({
  ...rest,
  pinyin: typedAs(rest.name),
  name_reason: nameReason,
  division_code: divisionCode,
  org_code: orgCode,
  needs_paper: needsPaper,
})

async function held({ trx, scope }: RequestContext, id: string, version: number): Promise<store.AddresseeRow> {
  const row = await store.heldAddressee(trx, scope, id)
  if (!row) throw new ORPCError('NOT_FOUND')
  if (row.version !== version) throw new ORPCError('CONFLICT', { status: 409, data: { version: row.version } })
  return row
}

const decide = (input: AddresseeInput): AddresseeInput => {
  const decision = maySaveName(input.name, input.nameReason)
  if (!decision.allowed) throw refused(decision.reason)
  if (input.divisionCode && !divisionAt(input.divisionCode)) throw refused('no-such-division')
  return { ...input, nameReason: decision.value.reason }
}

export const says = ({ name, kind, nameReason, divisionCode }: Pick<AddresseeInput, 'name' | 'kind' | 'nameReason' | 'divisionCode'>) => ({
  name,
  kind,
  nameReason,
  divisionCode,
})

export async function addAddressee(context: RequestContext, asked: AddresseeInput): Promise<store.AddresseeRow> {
  const { trx, scope, record } = context
  const input = decide(asked)
  if (await isFormer(trx, scope, input.name)) throw refused('name-taken')
  const id = newId()
  await store
    .addAddressees(trx, [{ school_id: scope.school, id, ...columnsOf(input), ...phoneMark(null, input.phone, context), verified_on: null }])
    .catch(worded)
  record({ kind: 'addressee', id, path: scope.path, after: says(input) })
  return (await store.addressee(trx, scope, id))!
}

export async function changeAddressee(
  context: RequestContext,
  { id, version, ...asked }: AddresseeInput & { id: string; version: number },
): Promise<store.AddresseeRow> {
  const { trx, scope, record } = context
  const row = await held(context, id, version)
  const input = decide(asked)
  // Another name is another organisation until somebody has asked again.
  const verified = input.name === row.name ? {} : { verified_on: null }
  await store.saveAddressee(trx, scope, id, { ...columnsOf(input), ...phoneMark(row, input.phone, context), ...verified }).catch(worded)
  record({ kind: 'addressee', id, path: scope.path, before: says(row), after: says(input) })
  return (await store.addressee(trx, scope, id))!
}

/** Somebody asked the organisation itself, today. */
export async function verifyAddressee(
  context: RequestContext,
  { id, version }: { id: string; version: number },
): Promise<store.AddresseeRow> {
  const { trx, scope, today, record } = context
  const row = await held(context, id, version)
  await store.saveAddressee(trx, scope, id, { verified_on: today, phone_verified: true, phone_doubted_on: null })
  record({ kind: 'addressee', id, path: scope.path, before: { verifiedOn: row.verifiedOn }, after: { verifiedOn: today } })
  return { ...row, verifiedOn: today, phoneVerified: true, phoneDoubtedOn: null, version: row.version + 1 }
}
