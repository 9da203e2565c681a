import { capabilityApi } from '../../../ui/api.ts'
import type { insightsContract } from '../contract.ts'

export const insightsApi = capabilityApi<typeof insightsContract>('insights')
