/** One person as a row of another list says it: read by the same fields and held to the same checks as in 附件1. */
import type { Day } from '../../../kernel/day.ts'
import type { Ledger, TableRow } from '../../imports/rules.ts'
import { entryOf } from './assemble.ts'
import type { Birth } from './birth.ts'
import type { RosterEntry } from './entry.ts'
import { checkBirth, checkIdNumber, checkSex } from './id-checks.ts'
import { checkJoined } from './party-checks.ts'

const writtenDay = (birth: Birth | null | undefined): Day | null => (birth && 'day' in birth ? birth.day : null)

/** A row with an error is not written; one that was let stand says what it says. */
export const personIn = (row: TableRow, ledger: Ledger, today: Day): RosterEntry => {
  const { idType, facts } = checkIdNumber(row, ledger)
  checkSex(row, facts, ledger)
  const bornOn = checkBirth(row, facts, ledger) ?? writtenDay(row.values.bornOn as Birth | null | undefined)
  checkJoined(row, bornOn, today, ledger)
  const branch = (row.values.branch as string | null | undefined) ?? null
  return entryOf({ ...row, wrong: new Set() }, { idType, bornOn, branch })
}
