/** A line of the ledger as texts. Numbers come masked, and stay so. */
import type { LedgerView } from './contract.ts'
import type { LedgerColumn } from './rules/ledger-columns.ts'
import { textOfField } from './rules/value-text.ts'
import { membershipNames, outcomeNames, reductionNames } from './rules.ts'

const special: Partial<Record<LedgerColumn, (row: LedgerView) => string>> = {
  branch: ({ branch }) => branch.name,
  membership: ({ membership }) => membershipNames[membership],
  outcome: ({ outcome, reduction }) => (reduction === null ? outcomeNames[outcome] : `减员：${reductionNames[reduction]}`),
  idNumber: ({ idNumber }) => idNumber?.slice(-4) ?? '',
  phone: ({ phone }) => phone?.slice(-8) ?? '',
  tags: ({ tags }) => tags.join('、'),
  responsible: ({ responsible }) => responsible?.name ?? '',
}

export const ledgerText = (column: LedgerColumn, row: LedgerView): string =>
  special[column]?.(row) ?? textOfField(column as never, row[column as keyof LedgerView] as never)
