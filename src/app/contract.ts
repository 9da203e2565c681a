import { accountsContract } from '../capabilities/accounts/contract.ts'
import { activitiesContract } from '../capabilities/activities/contract.ts'
import { archiveContract } from '../capabilities/archive/contract.ts'
import { auditContract } from '../capabilities/audit/contract.ts'
import { calendarsContract } from '../capabilities/calendars/contract.ts'
import { carryoverContract } from '../capabilities/carryover/contract.ts'
import { closingContract } from '../capabilities/closing/contract.ts'
import { dossiersContract } from '../capabilities/dossiers/contract.ts'
import { educationContract } from '../capabilities/education/contract.ts'
import { farewellContract } from '../capabilities/farewell/contract.ts'
import { formsContract } from '../capabilities/forms/contract.ts'
import { inboxContract } from '../capabilities/inbox/contract.ts'
import { insightsContract } from '../capabilities/insights/contract.ts'
import { addresseesContract, lettersContract, receiptsContract } from '../capabilities/letters/contract.ts'
import { listsContract } from '../capabilities/lists/contract.ts'
import { newsContract } from '../capabilities/news/contract.ts'
import { noticesContract } from '../capabilities/notices/contract.ts'
import { orgsContract } from '../capabilities/orgs/contract.ts'
import { plansContract } from '../capabilities/plans/contract.ts'
import { rosterContract } from '../capabilities/roster/contract.ts'
import { submissionsContract } from '../capabilities/submissions/contract.ts'
import { transfersContract } from '../capabilities/transfers/contract.ts'
import { viewsContract } from '../capabilities/views/contract.ts'

/** Everything the product can be asked, by capability. */
export const contract = {
  orgs: orgsContract,
  accounts: accountsContract,
  audit: auditContract,
  inbox: inboxContract,
  views: viewsContract,
  lists: listsContract,
  plans: plansContract,
  forms: formsContract,
  notices: noticesContract,
  news: newsContract,
  roster: rosterContract,
  letters: lettersContract,
  addressees: addresseesContract,
  receipts: receiptsContract,
  activities: activitiesContract,
  education: educationContract,
  farewell: farewellContract,
  transfers: transfersContract,
  carryover: carryoverContract,
  dossiers: dossiersContract,
  submissions: submissionsContract,
  closing: closingContract,
  calendars: calendarsContract,
  archive: archiveContract,
  insights: insightsContract,
}
