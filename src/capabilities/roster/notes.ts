/** What an office writes down about a person for itself. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { RequestContext } from '../accounts/index.ts'
import type { NoteView } from './contract/notes.ts'
import * as store from './store/beside.ts'
import { graduate } from './store.ts'

async function personOf({ trx, scope }: RequestContext, graduateId: string) {
  const person = await graduate(trx, scope, graduateId)
  if (!person) throw new ORPCError('NOT_FOUND')
  return person
}

export async function notes(context: RequestContext, graduateId: string): Promise<NoteView[]> {
  await personOf(context, graduateId)
  const rows = await store.notesOf(context.trx, context.scope, graduateId)
  return rows.map(({ accountId, at, ...row }) => ({ ...row, at: at.toISOString(), mine: accountId === context.actor.id }))
}

export async function addNote(context: RequestContext, { graduateId, text }: { graduateId: string; text: string }): Promise<NoteView> {
  const person = await personOf(context, graduateId)
  const { scope, actor, now } = context
  const note = { id: newId(), text, account_name: actor.name }
  await store.addNote(context.trx, {
    ...note,
    school_id: scope.school,
    graduate_id: graduateId,
    member_id: person.memberId,
    path: person.path,
    account_id: actor.id,
    at: now.toISOString(),
  })
  context.record({ kind: 'graduate', id: graduateId, path: person.path, after: { note: note.id } })
  return { id: note.id, at: now.toISOString(), accountName: actor.name, text, mine: true }
}

export async function removeNote(context: RequestContext, { graduateId, id }: { graduateId: string; id: string }) {
  const person = await personOf(context, graduateId)
  if (!(await store.removeNote(context.trx, context.scope, graduateId, id))) throw new ORPCError('NOT_FOUND')
  context.record({ kind: 'graduate', id: graduateId, path: person.path, before: { note: id } })
  return { removed: true as const }
}
