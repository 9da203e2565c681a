/** A member's own data in the words of the form, and what was proposed about it, opened. */
import { ORPCError } from '@orpc/server'
import type { RequestContext } from '../../accounts/index.ts'
import { vaultsById } from '../../orgs/index.ts'
import { type Known, opened } from '../known.ts'
import { type OwnField, ownFields, type ProposedField } from '../rules/own-data.ts'
import { textOfField } from '../rules/value-text.ts'
import type { RosterEntry } from '../rules.ts'
import * as full from '../store/full.ts'
import type { ProposalRow } from '../store/proposals.ts'
import * as store from '../store/proposals.ts'

export type HeldTexts = Readonly<Record<OwnField, string>>

const contactParts: Partial<Record<OwnField, 'name' | 'phone' | 'relation'>> = {
  secondContact: 'name',
  secondContactPhone: 'phone',
  secondContactRelation: 'relation',
}

const textOf = (known: Known, field: OwnField): string => {
  const part = contactParts[field]
  if (part) return known.secondContact?.[part] ?? ''
  return textOfField(field as keyof RosterEntry, known[field as keyof RosterEntry] as never)
}

export const heldTexts = (known: Known): HeldTexts => Object.fromEntries(ownFields.map(field => [field, textOf(known, field)])) as HeldTexts

/** One graduate in full, sealed fields opened. */
export async function knownOf(context: RequestContext, graduateId: string, hold = false): Promise<Known> {
  const row = await full.graduateInFull(context.trx, context.scope, graduateId, hold)
  if (!row) throw new ORPCError('NOT_FOUND')
  const [known] = (await opened(context, [row])) as [Known]
  return known
}

/** The caller's own. */
export async function ownKnown(context: RequestContext, hold = false): Promise<Known> {
  const { trx, scope, actor } = context
  const id = actor.memberId && (await store.ownGraduateId(trx, scope))
  if (!id) throw new ORPCError('NOT_FOUND')
  return knownOf(context, id, hold)
}

/** What a proposal says, besides which fields it names. */
export type ProposalContent = { changes: ProposedField[]; reason: string }

export const proposalPlace = (id: string) => `correction_proposals.changes ${id}`

/** By proposal; one whose key was destroyed is left out. */
export async function openedContents(
  { trx, keys, scope }: RequestContext,
  rows: readonly Pick<ProposalRow, 'id' | 'keyId' | 'changesSealed'>[],
): Promise<Map<string, ProposalContent>> {
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(({ keyId }) => keyId),
  )
  return new Map(
    rows.flatMap(({ id, keyId, changesSealed }) => {
      const vault = vaults.get(keyId)
      return vault ? [[id, JSON.parse(vault.unseal(changesSealed, proposalPlace(id))) as ProposalContent] as const] : []
    }),
  )
}
