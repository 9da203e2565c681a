/** The overview of theme education (C1): which branch has held which form, and who came. */
import type { Day } from '../../../kernel/day.ts'

export type FormKind = { key: string; name: string }

/** A branch with members of the year, and what holds it together with others. */
export type BranchFacts = { unitId: string; name: string; path: string; people: number; above: { unitId: string; name: string } | null }

/** What one branch has held of one form; `invited` and `there` are of closed lists alone. */
export type HeldFacts = { path: string; kind: string; times: number; lastOn: Day; invited: number; there: number }

export type FormStanding = { kind: string; times: number; lastOn: Day | null; percent: number | null }
export type BranchStanding = Omit<BranchFacts, 'path'> & { forms: FormStanding[]; missing: number }

/** A rate is rounded down: 100 only where everybody came. Null until a list is closed. */
export const rateOf = ({ invited, there }: Pick<HeldFacts, 'invited' | 'there'>): number | null =>
  invited === 0 ? null : Math.floor((there / invited) * 100)

export function overviewOf(
  kinds: readonly FormKind[],
  branches: readonly BranchFacts[],
  held: readonly HeldFacts[],
  onlyMissing: boolean,
): BranchStanding[] {
  const byBranch = Map.groupBy(held, ({ path }) => path)
  const rows = branches.map(({ path, ...branch }) => {
    const own = byBranch.get(path) ?? []
    const forms = kinds.map(({ key }): FormStanding => {
      const found = own.find(({ kind }) => kind === key)
      return { kind: key, times: found?.times ?? 0, lastOn: found?.lastOn ?? null, percent: found ? rateOf(found) : null }
    })
    return { ...branch, forms, missing: forms.filter(({ times }) => times === 0).length }
  })
  return onlyMissing ? rows.filter(({ missing }) => missing > 0) : rows
}

/** Branches under what holds them together, in the given order; a direct branch stands for itself. */
export const grouped = <Row extends Pick<BranchStanding, 'above'>>(rows: readonly Row[]) =>
  [...Map.groupBy(rows, ({ above }) => above?.unitId ?? '')].map(([unitId, inside]) => ({
    unitId,
    name: inside[0]!.above?.name ?? '直属党支部',
    rows: inside,
  }))
