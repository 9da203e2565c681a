import { implement } from '@orpc/server'
import { accountsApi } from '../capabilities/accounts/index.ts'
import { auditApi } from '../capabilities/audit/index.ts'
import { inboxApi } from '../capabilities/inbox/index.ts'
import { orgsApi } from '../capabilities/orgs/index.ts'
import { plansApi } from '../capabilities/plans/index.ts'
import { contract } from './contract.ts'
import { gate, type Incoming } from './gate.ts'

export const router = implement(contract).$context<Incoming>().use(gate).router({
  orgs: orgsApi,
  accounts: accountsApi,
  audit: auditApi,
  inbox: inboxApi,
  plans: plansApi,
})
