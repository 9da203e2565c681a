/** The paper: contents opened, set in type outside the transaction, each print logged. */
import { ORPCError } from '@orpc/server'
import { newId } from '../../kernel/ids.ts'
import type { Vault } from '../../platform/crypto/index.ts'
import type { RequestContext } from '../accounts/index.ts'
import { vaultsById } from '../orgs/index.ts'
import type { PrinterView } from './contract/printers.ts'
import { factsOf, type LetterDraft } from './draft.ts'
import { signList, type ToSign } from './paper/sign-list.ts'
import { printerById, setInType } from './printers.ts'
import { sharesOf } from './problems.ts'
import { draftContent, type LetterContent, type PrintKind } from './rules.ts'
import { letterSheets, type SheetOptions } from './sheet.ts'
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
  context: Pick<RequestContext, 'typesetting'>,
  contents: readonly LetterContent[],
  options: SheetOptions = { paper: 'blank' },
): Promise<File> {
  const [first] = contents
  const name = contents.length === 1 && first ? `介绍信 ${first.number} ${first.name}.pdf` : `介绍信 ${contents.length} 封.pdf`
  return setInType(context, letterSheets(contents, options), name)
}

/** The list to be signed by hand. */
export const typesetSignList = (
  context: Pick<RequestContext, 'typesetting'>,
  rows: readonly ToSign[],
  about: Parameters<typeof signList>[1],
): Promise<File> => setInType(context, signList(rows, about), `介绍信领取签字名单 ${rows.length} 封.pdf`)

/** What goes to the printer in one. */
export type PrintJob = { ids: readonly string[]; kind: PrintKind; printerId: string | null }

/** Each sheet that left the office is on record: which letter, when, who, on what paper, of how many. */
async function logPrints(context: RequestContext, { ids, kind }: PrintJob, printer: PrinterView | null): Promise<void> {
  const { trx, scope, actor, now } = context
  const letters = await openRows(context, ids)
  const job = { job_id: newId(), job_size: letters.length, kind, printer_name: printer?.name ?? null }
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
      ...job,
    })),
  )
  for (const { id, path, numberText } of letters) context.record({ kind: 'letter', id, path, after: { number: numberText, paper: kind } })
}

async function openRows({ trx, scope }: RequestContext, ids: readonly string[]): Promise<store.LetterRow[]> {
  const rows = new Map((await store.heldLetters(trx, scope, [...new Set(ids)])).map(row => [row.id, row]))
  return ids.flatMap(id => rows.get(id) ?? [])
}

/** In roster order, one job for any number. The PDF is handed out only once its prints are on record. */
export async function printLetters(context: RequestContext, job: PrintJob): Promise<File> {
  const { contents, ids, printer } = await context.within(async inside => {
    const wanted = [...new Set(job.ids)]
    const ordered = await store.inRosterOrder(inside.trx, inside.scope, wanted)
    if (ordered.length < wanted.length) throw new ORPCError('NOT_FOUND')
    return {
      ids: ordered,
      contents: await letterSheetsData(inside, ordered),
      printer: job.printerId === null ? null : await printerById(inside, job.printerId),
    }
  })
  const file = await typesetLetters(context, contents, { paper: job.kind, ...(printer && { offset: printer.offset }) })
  await context.within(inside => logPrints(inside, { ...job, ids }, printer))
  return file
}
