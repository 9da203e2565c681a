import { capabilityApi } from '../../../ui/api.ts'
import type { viewsContract } from '../contract.ts'

export const viewsApi = capabilityApi<typeof viewsContract>('views')
