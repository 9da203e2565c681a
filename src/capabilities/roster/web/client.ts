import { capabilityApi } from '../../../ui/api.ts'
import type { orgsContract } from '../../orgs/contract.ts'
import type { rosterContract } from '../contract.ts'

export const rosterApi = capabilityApi<typeof rosterContract>('roster')
export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
