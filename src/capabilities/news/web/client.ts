import { capabilityApi } from '../../../ui/api.ts'
import type { orgsContract } from '../../orgs/contract.ts'
import type { newsContract } from '../contract.ts'

export const newsApi = capabilityApi<typeof newsContract>('news')
export const orgsApi = capabilityApi<typeof orgsContract>('orgs')
