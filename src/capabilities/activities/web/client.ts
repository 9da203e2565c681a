import { capabilityApi } from '../../../ui/api.ts'
import type { activitiesContract } from '../contract.ts'

export const activitiesApi = capabilityApi<typeof activitiesContract>('activities')
