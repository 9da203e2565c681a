import { accountsContract } from '../capabilities/accounts/contract.ts'
import { auditContract } from '../capabilities/audit/contract.ts'
import { inboxContract } from '../capabilities/inbox/contract.ts'
import { orgsContract } from '../capabilities/orgs/contract.ts'
import { plansContract } from '../capabilities/plans/contract.ts'

/** Everything the product can be asked, by capability. */
export const contract = {
  orgs: orgsContract,
  accounts: accountsContract,
  audit: auditContract,
  inbox: inboxContract,
  plans: plansContract,
}
