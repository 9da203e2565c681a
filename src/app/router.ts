import { implement } from '@orpc/server'
import { accountsApi } from '../capabilities/accounts/index.ts'
import { activitiesApi } from '../capabilities/activities/index.ts'
import { archiveApi } from '../capabilities/archive/index.ts'
import { auditApi } from '../capabilities/audit/index.ts'
import { calendarsApi } from '../capabilities/calendars/index.ts'
import { carryoverApi } from '../capabilities/carryover/index.ts'
import { closingApi } from '../capabilities/closing/index.ts'
import { dossiersApi } from '../capabilities/dossiers/index.ts'
import { educationApi } from '../capabilities/education/index.ts'
import { farewellApi } from '../capabilities/farewell/index.ts'
import { formsApi } from '../capabilities/forms/index.ts'
import { inboxApi } from '../capabilities/inbox/index.ts'
import { insightsApi } from '../capabilities/insights/index.ts'
import { addresseesApi, lettersApi, receiptsApi } from '../capabilities/letters/index.ts'
import { listsApi } from '../capabilities/lists/index.ts'
import { newsApi } from '../capabilities/news/index.ts'
import { noticesApi } from '../capabilities/notices/index.ts'
import { orgsApi } from '../capabilities/orgs/index.ts'
import { plansApi } from '../capabilities/plans/index.ts'
import { rosterApi } from '../capabilities/roster/index.ts'
import { submissionsApi } from '../capabilities/submissions/index.ts'
import { transfersApi } from '../capabilities/transfers/index.ts'
import { viewsApi } from '../capabilities/views/index.ts'
import { contract } from './contract.ts'
import { gate, type Incoming } from './gate.ts'

export const router = implement(contract).$context<Incoming>().use(gate).router({
  orgs: orgsApi,
  accounts: accountsApi,
  audit: auditApi,
  inbox: inboxApi,
  views: viewsApi,
  lists: listsApi,
  plans: plansApi,
  forms: formsApi,
  notices: noticesApi,
  news: newsApi,
  roster: rosterApi,
  letters: lettersApi,
  addressees: addresseesApi,
  receipts: receiptsApi,
  activities: activitiesApi,
  education: educationApi,
  farewell: farewellApi,
  transfers: transfersApi,
  carryover: carryoverApi,
  dossiers: dossiersApi,
  submissions: submissionsApi,
  closing: closingApi,
  calendars: calendarsApi,
  archive: archiveApi,
  insights: insightsApi,
})
