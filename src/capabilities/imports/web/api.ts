import { ORPCError } from '@orpc/client'
import type { CapabilityApi } from '../../../ui/api.ts'
import type { StateLook } from '../../../ui/Mark.tsx'
import type { ImportContract, ListContract } from '../contract.ts'
import type { RowKind } from '../rules/steps.ts'

/** The import procedures of one list: `capabilityApi<typeof rosterContract>('roster').imports`. */
export type ImportApi = CapabilityApi<ImportContract>

/** The same of a list with an empty form of its own. */
export type ListApi = CapabilityApi<ListContract>

/** 3 人, 3 条. */
export const counted = (count: number, { measure = '人' }: Pick<ImportList, 'measure'>): string => `${count} ${measure}`

/** What the wizard must know about the list that is imported. */
export type ImportList = {
  /** 名册 */
  name: string
  /** What one row is, as one counts: 人 where nothing else is said. */
  measure?: string
  /** Its page. */
  home: string
  /** The start of the wizard; one import lives below it. */
  path: string
  /** What it speaks of, where that is one thing: the id of an activity. */
  about?: string
  /** Fields that stand first in the grid. */
  lead: readonly string[]
  /** Words that a field takes and only the page knows: the branches of the importer. */
  choices?: Readonly<Record<string, readonly string[]>>
  /** What a change of legal weight rests on, as an example. */
  basisHint?: string
  /** 比对, where it is not 导入. */
  act?: string
  /** Where the usual words for rows do not fit. */
  kindWords?: Partial<Record<RowKind, StateLook>>
  /** Whom the file does not name. */
  missingWords?: { title: string; note: string }
  /** What the sheet should hold, in one sentence. */
  expects: string
}

export type Unreadable = { reason: string; text: string }

/** The server's own sentence about a sheet that it could not read. */
export const unreadableOf = (error: unknown): Unreadable | undefined => {
  if (!(error instanceof ORPCError) || error.code !== 'UNREADABLE') return undefined
  const { reason, text } = (error.data ?? {}) as Partial<Unreadable>
  return text ? { reason: reason ?? '', text } : undefined
}
