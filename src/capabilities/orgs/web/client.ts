import { capabilityApi } from '../../../ui/api.ts'
import type { orgsContract } from '../contract.ts'

export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
