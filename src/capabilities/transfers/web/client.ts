import { capabilityApi } from '../../../ui/api.ts'
import type { addresseesContract, lettersContract } from '../../letters/contract.ts'
import type { orgsContract } from '../../orgs/contract.ts'
import type { plansContract } from '../../plans/contract.ts'
import type { transfersContract } from '../contract.ts'

export const transfersApi = capabilityApi<typeof transfersContract>('transfers')
export const lettersApi = capabilityApi<typeof lettersContract>('letters')
export const addresseesApi = capabilityApi<typeof addresseesContract>('addressees')
export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
export const plansApi = capabilityApi<typeof plansContract>('plans')
