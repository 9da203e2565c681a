import { activityRows } from './activities.ts'
import { calendarRows } from './calendars.ts'
import { carryoverRows } from './carryovers.ts'
import { dossierRows } from './dossiers.ts'
import { farewellRows } from './farewell.ts'
import { listsRows } from './lists.ts'
import { newsRows } from './news.ts'
import { noticeRows } from './notices.ts'
import { orgRows } from './orgs.ts'
import { paperRows } from './paper.ts'
import { returnRows } from './returns.ts'
import { rosterRows } from './roster.ts'
import type { Rows } from './row.ts'
import { templateRows } from './templates.ts'
import { transferRows } from './transfers.ts'

/** Every procedure of the contract, and no other: one without a row does not compile. */
export const table: Rows = {
  ...orgRows,
  ...activityRows,
  ...calendarRows,
  ...dossierRows,
  ...farewellRows,
  ...listsRows,
  ...noticeRows,
  ...newsRows,
  ...rosterRows,
  ...transferRows,
  ...carryoverRows,
  ...paperRows,
  ...returnRows,
  ...templateRows,
}
