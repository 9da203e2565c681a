/** Everything that is held about a member, for the member: each capability tells its part, and src/app says who tells. */
import type { RequestContext } from './context.ts'

export type OwnDataPart = {
  key: string
  label: string
  /** What each column is called, in order. */
  columns: Readonly<Record<string, string>>
  /** Column → text, oldest or first of the form first. Asked by the member, with the member's own reach. */
  read(context: RequestContext, memberId: string): Promise<readonly OwnDataRow[]>
}
export type OwnDataRow = Readonly<Record<string, string | null>>

const parts = new Map<string, OwnDataPart>()

/** In the order in which they are named; a part that is named again replaces the former. */
export const tellsOwnData = (...told: readonly OwnDataPart[]) => {
  for (const part of told) parts.set(part.key, part)
}

export const ownDataParts = (): readonly OwnDataPart[] => [...parts.values()]

const inChina = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })

/** `2023-06-08 10:20`, by the office's clock. */
export const ownDataTime = (at: Date | null): string | null => at && inChina.format(at)
