import { capabilityApi } from '../../../ui/api.ts'
import type { orgsContract } from '../../orgs/contract.ts'
import type { plansContract } from '../../plans/contract.ts'
import type { noticesContract } from '../contract.ts'

export const noticesApi = capabilityApi<typeof noticesContract>('notices')
export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
export const plansApi = capabilityApi<typeof plansContract>('plans')
