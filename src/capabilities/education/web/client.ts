import { capabilityApi } from '../../../ui/api.ts'
import type { orgsContract } from '../../orgs/contract.ts'
import type { educationContract } from '../contract.ts'

export const educationApi = capabilityApi<typeof educationContract>('education')
export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
