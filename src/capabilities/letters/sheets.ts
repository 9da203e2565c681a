/** The paper: contents opened, set in type outside the transaction, each print logged. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { Vault } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import { factsOf, type LetterDraft } from './draft.ts'
import { sharesOf } from './problems.ts'
import { draftContent, type LetterContent } from './rules.ts'
import { letterSheets, type PrintOffset } from './sheet.ts'
import * as store from './store.ts'

/** Binds a sealed content to its row. */
export const contentPlace = (letterId: string) => `letters.content ${letterId}`

type Sealed = { id: string; sealed: Uint8Array | null; keyId: string }

const opened = (vaults: ReadonlyMap<string, Vault>, { id, sealed, keyId }: Sealed): LetterContent | null => {
  const vault = vaults.get(keyId)
  return vault && sealed ? (JSON.parse(vault.unseal(sealed, contentPlace(id))) as LetterContent) : null
}

/** Letters with their paper, by id; the paper is null where the cohort's key was destroyed, or where there never was one here. */
export async function openLetters(context: RequestContext, ids: readonly string[]) {
  const { trx, scope, keys } = context
  const wanted = [...new Set(ids)]
  const rows = wanted.length ? await store.sealedLetters(trx, scope, wanted) : []
  const vaults = await vaultsById(
    trx,
    keys,
    scope.school,
    rows.map(row => row.keyId),
  )
  return new Map(rows.map(row => [row.id, { row, content: opened(vaults, row) }]))
}

/** The contents as they were frozen, in the order of the ids. One out of scope, voided or purged refuses all. */
export async function letterSheetsData(context: RequestContext, ids: readonly string[]): Promise<LetterContent[]> {
  const letters = await openLetters(context, ids)
  return ids.map(id => {
    const letter = letters.get(id)
    if (!letter) throw new ORPCError('NOT_FOUND')
    const refused = (reason: string) => new ORPCError('REFUSED', { status: 409, data: { reason, detail: letter.row.memberName } })
    if (letter.row.state === 'voided') throw refused('void')
    if (letter.row.outside) throw refused('outside')
    if (!letter.content) throw refused('purged')
    return letter.content
  })
}

/** How drafts will look, before any number is given. */
export async function draftSheetsData(context: RequestContext, drafts: readonly LetterDraft[]): Promise<LetterContent[]> {
  const shares = await sharesOf(context, drafts)
  return drafts.map(draft => draftContent(factsOf(draft, shares.get(draft.cohortId)!.share, context.today)))
}

/** One page a letter. Takes its time: never inside a transaction. */
export async function typesetLetters(
  { typesetting }: Pick<RequestContext, 'typesetting'>,
  contents: readonly LetterContent[],
  offset?: PrintOffset,
): Promise<File> {
  const { source, data } = letterSheets(contents, { paper: 'blank', ...(offset && { offset }) })
  const [first] = contents
  const name = contents.length === 1 && first ? `介绍信 ${first.number} ${first.name}.pdf` : `介绍信 ${contents.length} 封.pdf`
  return new File([(await typesetting.typeset(source, data)) as Uint8Array<ArrayBuffer>], name, { type: 'application/pdf' })
}

/** Each sheet that left the office is on record: which letter, when, who. */
async function logPrints(context: RequestContext, ids: readonly string[]): Promise<void> {
  const { trx, scope, actor, now } = context
  const letters = await openRows(context, ids)
  await store.addPrints(
    trx,
    letters.map(letter => ({
      school_id: scope.school,
      id: newId(),
      letter_id: letter.id,
      member_id: letter.memberId,
      path: letter.path,
      at: now,
      actor_id: actor.id,
      actor_name: actor.name,
    })),
  )
  for (const { id, path, numberText } of letters) context.record({ kind: 'letter', id, path, after: { number: numberText } })
}

async function openRows({ trx, scope }: RequestContext, ids: readonly string[]): Promise<store.LetterRow[]> {
  const rows = new Map((await store.heldLetters(trx, scope, [...new Set(ids)])).map(row => [row.id, row]))
  return ids.flatMap(id => rows.get(id) ?? [])
}

/** The PDF is handed out only once its prints are on record. */
export async function printLetters(context: RequestContext, ids: readonly string[], offset?: PrintOffset): Promise<File> {
  const contents = await context.within(inside => letterSheetsData(inside, ids))
  const file = await typesetLetters(context, contents, offset)
  await context.within(inside => logPrints(inside, ids))
  return file
}
